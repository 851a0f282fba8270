import { MultiSelect, NativeSelect, NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { type BaseInputTemplateProps, getInputProps, type WidgetProps } from '@rjsf/utils';

const NO_CHOICE = '';

/** Label, help, error and state, as every control of the console has them. */
function shared({
  id,
  label,
  hideLabel,
  schema,
  options,
  required,
  disabled,
  readonly,
  rawErrors,
}: WidgetProps) {
  return {
    id,
    name: id,
    label: hideLabel ? undefined : label,
    'aria-label': hideLabel ? label : undefined,
    description: hideLabel ? undefined : (options.description ?? schema.description),
    withAsterisk: required,
    disabled: disabled || readonly,
    error: rawErrors?.[0],
  };
}

/** One line of text, a number, a date. */
export function BaseInput(props: BaseInputTemplateProps) {
  const { schema, type, options, value, onChange, onBlur, id } = props;
  const input = getInputProps(schema, type, options, false);
  const blur = () => onBlur(id, value);
  if (input.type === 'number') {
    return (
      <NumberInput
        {...shared(props)}
        value={value ?? ''}
        min={schema.minimum}
        max={schema.maximum}
        clampBehavior="none"
        allowDecimal={![schema.type].flat().includes('integer')}
        onChange={(next) => onChange(next === '' ? undefined : next)}
        onBlur={blur}
      />
    );
  }
  return (
    <TextInput
      {...shared(props)}
      type={input.type}
      value={value ?? ''}
      autoComplete="off"
      spellCheck={false}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : currentTarget.value)}
      onBlur={blur}
    />
  );
}

function LongText(props: WidgetProps) {
  return (
    <Textarea
      {...shared(props)}
      autosize
      minRows={2}
      value={props.value ?? ''}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value || undefined)}
    />
  );
}

function OnOff(props: WidgetProps) {
  const { withAsterisk: _, ...rest } = shared(props);
  return (
    <Switch
      {...rest}
      checked={props.value === true}
      onChange={({ currentTarget }) => props.onChange(currentTarget.checked)}
    />
  );
}

/** One of a few, or several of them. */
function Choice(props: WidgetProps) {
  const choices = props.options.enumOptions ?? [];
  const data = choices.map(({ label }, at) => ({ value: String(at), label }));
  const indexOf = (value: unknown) => String(choices.findIndex((choice) => choice.value === value));
  if (props.multiple) {
    return (
      <MultiSelect
        {...shared(props)}
        data={data}
        value={(Array.isArray(props.value) ? props.value : []).map(indexOf)}
        onChange={(picked) => props.onChange(picked.map((at) => choices[Number(at)]?.value))}
      />
    );
  }
  return (
    <NativeSelect
      {...shared(props)}
      data={[{ value: NO_CHOICE, label: props.required ? 'Choose…' : 'Not set' }, ...data]}
      value={props.value === undefined ? NO_CHOICE : indexOf(props.value)}
      onChange={({ currentTarget: { value } }) =>
        props.onChange(value === NO_CHOICE ? undefined : choices[Number(value)]?.value)
      }
    />
  );
}

export const widgets = {
  CheckboxWidget: OnOff,
  CheckboxesWidget: Choice,
  RadioWidget: Choice,
  SelectWidget: Choice,
  TextareaWidget: LongText,
};
