import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useAction } from '@/components/action/use-action';
import { ArgsForm } from '@/components/args-form/args-form';
import { ObjectFields } from '@/components/args-form/object-fields';
import { useInBrowser } from '@/components/time/use-now';
import layout from '@/components/ui/form-layout.module.css';
import type { RunnerDetail } from '@/lib/runners/queries';
import type { Failure } from '@/lib/web/result';
import { enqueueJobAction } from '../../actions';
import classes from './run-form.module.css';

const NOTHING = { args: {}, queue: '', name: '', at: '', objectType: '', objectId: '' };

/** Makes one job of a runner, now or for a time. What the server refuses is shown at the field it is about. */
export function RunForm({ runner }: { runner: RunnerDetail }) {
  const [values, setValues] = useState({ ...NOTHING, queue: runner.queue });
  const [broken, setBroken] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { run, busy } = useAction(enqueueJobAction, {
    done: ({ id }) => ({
      title: `${runner.name} is on its way`,
      href: `/jobs/${id}`,
      linkLabel: 'Open the job',
    }),
    failed: `Could not run ${runner.name}`,
  });
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!broken) setFailure(await run(toInput(runner.key, values)));
  };
  const { fields = {} } = failure ?? {};
  return (
    <form className={classes.form} method="post" onSubmit={(event) => void submit(event)} noValidate>
      {/* What is typed before the scripts are there would be lost. */}
      <fieldset className={layout.fields} disabled={!useInBrowser()}>
        <ArgsForm
          args={runner.args}
          value={values.args}
          onChange={(args) => set({ args })}
          onBroken={setBroken}
          errors={fields}
        />
        <div className={layout.pair}>
          <NativeSelect
            label="Queue"
            data={runner.queues}
            value={values.queue}
            onChange={({ currentTarget }) => set({ queue: currentTarget.value })}
          />
          <TextInput
            label="Not before"
            description="In your zone. Empty: now."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            type="datetime-local"
            error={fields.scheduleAt}
            value={values.at}
            onChange={({ currentTarget }) => set({ at: currentTarget.value })}
          />
        </div>
        <TextInput
          label="Name"
          placeholder={runner.name}
          error={fields.name}
          value={values.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <ObjectFields
          types={runner.objectTypes}
          type={values.objectType}
          id={values.objectId}
          error={fields.instance}
          onChange={set}
        />
        <div>
          <Button
            type="submit"
            loading={busy}
            disabled={broken}
            leftSection={<IconPlayerPlay size={14} aria-hidden />}
          >
            Run
          </Button>
        </div>
      </fieldset>
    </form>
  );
}

function toInput(runner: string, { args, queue, name, at, objectType, objectId }: typeof NOTHING) {
  return {
    runner,
    args,
    queue,
    ...(name.trim() ? { name } : {}),
    ...(at ? { scheduleAt: new Date(at).toISOString() } : {}),
    ...(objectType ? { instance: { type: objectType, id: objectId.trim() } } : {}),
  };
}
