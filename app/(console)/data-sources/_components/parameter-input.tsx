import { Checkbox, NativeSelect, NumberInput, PasswordInput, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ParameterField } from '@/plugins/data-sources/type-descriptions';
import type { FormValues } from './form-values';

interface ParameterInputProps {
  field: ParameterField;
  form: UseFormReturnType<FormValues>;
  /** Whether the source has a stored secret, which an empty field keeps. */
  hasSecret: boolean;
}

/** One parameter of a source type, made from its description. */
export function ParameterInput({ field, form, hasSecret }: ParameterInputProps) {
  const { name, label, description, choices } = field;
  const path = `parameters.${name}`;
  const common = { label, description, key: form.key(path) };
  switch (field.kind) {
    case 'switch':
      return <Switch {...common} {...form.getInputProps(path, { type: 'checkbox' })} key={common.key} />;
    case 'number':
      return <NumberInput {...common} {...form.getInputProps(path)} key={common.key} />;
    case 'choice':
      return <NativeSelect {...common} data={choices} {...form.getInputProps(path)} key={common.key} />;
    case 'secret':
      return <SecretInput field={field} form={form} hasSecret={hasSecret} />;
    default:
      return <TextInput {...common} {...form.getInputProps(path)} key={common.key} autoComplete="off" />;
  }
}

function SecretInput({ field: { name, label, description }, form, hasSecret }: ParameterInputProps) {
  const path = `parameters.${name}`;
  const cleared = form.getValues().clearSecrets.includes(name);
  const clear = (on: boolean) => form.setFieldValue('clearSecrets', on ? [name] : []);
  return (
    <>
      <PasswordInput
        key={form.key(path)}
        label={label}
        description={
          hasSecret ? 'One is stored and never shown. Leave the field empty to keep it.' : description
        }
        placeholder={hasSecret ? 'Unchanged' : undefined}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed' }}
        disabled={cleared}
        {...form.getInputProps(path)}
      />
      {hasSecret ? (
        <Checkbox
          label="Remove the stored one"
          checked={cleared}
          onChange={(event) => clear(event.currentTarget.checked)}
        />
      ) : null}
    </>
  );
}
