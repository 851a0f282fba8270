'use client';

import { Button, NativeSelect, NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useInBrowser } from '@/components/time/use-now';
import { LinkButton } from '@/components/ui/link-button';
import { INTERVAL_PRESETS } from '@/lib/schedules/interval-presets';
import type { DataSourceDetail } from '@/plugins/data-sources/queries';
import type { SourceTypeDescription } from '@/plugins/data-sources/type-descriptions';
import classes from './data-source.module.css';
import { CUSTOM_INTERVAL, type FormValues, NO_INTERVAL, startParameters, startValues } from './form-values';
import { ParameterInput } from './parameter-input';
import { useSaveDataSource } from './use-save-data-source';

interface DataSourceFormProps {
  types: readonly SourceTypeDescription[];
  /** Null: a new one. */
  source: DataSourceDetail | null;
}

const intervals = [
  { value: NO_INTERVAL, label: 'Off: only when somebody asks' },
  ...INTERVAL_PRESETS.map(({ minutes, label }) => ({ value: String(minutes), label })),
  { value: CUSTOM_INTERVAL, label: 'Custom…' },
];

/** Creates a data source or changes one. What the server refuses is shown at the field it is about. */
export function DataSourceForm({ types, source }: DataSourceFormProps) {
  const form = useForm<FormValues>({ mode: 'controlled', initialValues: startValues(types, source) });
  const { save, busy, failure } = useSaveDataSource(form, source?.id);
  const type = types.find(({ key }) => key === form.values.type);
  const changeType = (key: string) =>
    form.setValues({
      type: key,
      clearSecrets: [],
      parameters: startParameters(types.find((each) => each.key === key)),
    });
  return (
    <form
      className={classes.form}
      method="post"
      onSubmit={form.onSubmit((values) => void save(values))}
      noValidate
    >
      {/* What is typed before the scripts are there would be lost. */}
      <fieldset className={classes.group} disabled={!useInBrowser()}>
        <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
        <NativeSelect
          label="Type"
          description={type?.description}
          data={types.map(({ key, label }) => ({ value: key, label }))}
          {...form.getInputProps('type')}
          onChange={(event) => changeType(event.currentTarget.value)}
        />
        <TextInput
          label="Address"
          withAsterisk
          placeholder={type?.urlExample}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('url')}
        />
        {type?.fields.map((field) => (
          <ParameterInput
            key={field.name}
            field={field}
            form={form}
            hasSecret={source?.type === type.key && source.hasSecret}
          />
        ))}
        <NativeSelect
          label="Sync"
          description="Saved with an interval, it is synced at once and then again and again."
          data={intervals}
          {...form.getInputProps('interval')}
          error={form.values.interval === CUSTOM_INTERVAL ? undefined : form.errors.syncIntervalMinutes}
        />
        {form.values.interval === CUSTOM_INTERVAL ? (
          <NumberInput
            label="Minutes between two syncs"
            min={1}
            allowDecimal={false}
            {...form.getInputProps('customMinutes')}
            error={form.errors.syncIntervalMinutes}
          />
        ) : null}
        <Switch
          label="Enabled"
          description="Off: nothing syncs it, neither its interval nor Sync now."
          {...form.getInputProps('enabled', { type: 'checkbox' })}
        />
        <Textarea
          label="Ignore rules"
          description="One a line, as in .gitignore: what they match is left out."
          placeholder={'*.log\nnode_modules/'}
          classNames={{ input: classes.rules }}
          autosize
          minRows={3}
          spellCheck={false}
          {...form.getInputProps('ignoreRules')}
        />
        <Textarea label="Description" autosize minRows={2} {...form.getInputProps('description')} />
        {failure ? (
          <p role="alert" className={classes.failure}>
            {failure}
          </p>
        ) : null}
        <div className={classes.buttons}>
          <Button type="submit" loading={busy}>
            {source ? 'Save' : 'Create data source'}
          </Button>
          <LinkButton href={source ? `/data-sources/${source.id}` : '/data-sources'}>Discard</LinkButton>
        </div>
      </fieldset>
    </form>
  );
}
