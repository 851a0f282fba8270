'use client';

// Not from the package's front door: that also loads its registry for tests, with a validator that compiles code.
import Form from '@rjsf/core/lib/components/Form.js';
import { type ErrorSchema, ErrorSchemaBuilder } from '@rjsf/utils';
import { useMemo, useRef } from 'react';
import type { ArgsFormProps } from './args-form';
import { widgets } from './input-widgets';
import { type ArgsFormContext, JsonField } from './json-field';
import { templates } from './templates';
import { validator } from './validator';

const fields = { json: JsonField } as never;

/** The form itself, in a file of its own so that it is fetched only where it is shown. */
export default function GeneratedForm({ args, value, onChange, onBroken, errors, disabled }: ArgsFormProps) {
  const broken = useRef(new Set<string>());
  const tell = useRef(onBroken);
  tell.current = onBroken;
  const context = useMemo<ArgsFormContext>(
    () => ({
      onBroken(id, isBroken) {
        broken.current[isBroken ? 'add' : 'delete'](id);
        tell.current?.(broken.current.size > 0);
      },
    }),
    [],
  );
  const extraErrors = useMemo(() => errorsByField(errors), [errors]);
  return (
    <Form
      tagName="div"
      idPrefix="args"
      schema={args.schema}
      uiSchema={args.ui}
      formData={value}
      formContext={context}
      validator={validator}
      fields={fields}
      widgets={widgets}
      templates={templates}
      extraErrors={extraErrors}
      showErrorList={false}
      disabled={disabled}
      onChange={({ formData }) => onChange(formData ?? {})}
    >
      {/* The form around it has the button. */}
      <span hidden />
    </Form>
  );
}

/** `args.size: message`, as the server tells it, at the field `size`. */
function errorsByField(errors: ArgsFormProps['errors']): ErrorSchema {
  const builder = new ErrorSchemaBuilder();
  for (const [path, message] of Object.entries(errors ?? {})) {
    const [first, ...rest] = path.split('.');
    if (first === 'args') builder.addErrors(message, rest);
  }
  return builder.ErrorSchema;
}
