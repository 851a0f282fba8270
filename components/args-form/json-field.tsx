import { Textarea } from '@mantine/core';
import type { FieldProps } from '@rjsf/utils';
import { useEffect, useState } from 'react';

/** What the fields of JSON tell the form they stand in: whose text is no JSON at the moment. */
export interface ArgsFormContext {
  onBroken: (id: string, broken: boolean) => void;
}

/** A value that has no control of its own, written as JSON. */
export function JsonField(props: FieldProps<unknown, Record<string, unknown>, ArgsFormContext>) {
  const { fieldPathId, schema, name, formData, onChange, required, disabled, rawErrors, registry } = props;
  const id = fieldPathId.$id;
  const { onBroken } = registry.formContext;
  const [text, setText] = useState(() => (formData === undefined ? '' : JSON.stringify(formData, null, 2)));
  const [problem, setProblem] = useState<string>();
  useEffect(() => () => onBroken(id, false), [id, onBroken]);
  const change = (typed: string) => {
    setText(typed);
    const read = readJson(typed);
    setProblem(read.problem);
    onBroken(id, read.problem !== undefined);
    if (read.problem === undefined) onChange(read.value, fieldPathId.path);
  };
  return (
    <Textarea
      id={id}
      label={String(schema.title ?? (name || 'Arguments'))}
      description={`${schema.description ? `${schema.description}. ` : ''}Written as JSON.`}
      withAsterisk={required}
      disabled={disabled}
      error={problem ?? rawErrors?.[0]}
      autosize
      minRows={3}
      maxRows={16}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function readJson(text: string): { value?: unknown; problem?: string } {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: `This is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
