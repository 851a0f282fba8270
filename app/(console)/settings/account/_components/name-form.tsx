import { Button, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useAction } from '@/components/action/use-action';
import { useActor } from '@/components/layout/actor-context';
import { useInBrowser } from '@/components/time/use-now';
import classes from '../../_components/settings.module.css';
import { renameAccountAction } from '../actions';

export function NameForm() {
  const actor = useActor();
  const router = useRouter();
  const [name, setName] = useState(actor.name);
  const [error, setError] = useState<string>();
  const { run, busy } = useAction(renameAccountAction, {
    done: (data) => ({ title: `Your name is ${data.name} now` }),
    failed: 'Could not change your name',
    onDone: () => router.refresh(),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError((await run({ name }))?.fields.name);
  };
  return (
    <form method="post" onSubmit={submit}>
      {/* What is typed before the scripts are there would be lost. */}
      <fieldset className={classes.form} disabled={!useInBrowser()}>
        <TextInput
          label="Name"
          description={
            actor.readOnly
              ? 'Not to be changed while the console is read-only.'
              : 'Shown next to what you do, such as a job you cancelled.'
          }
          disabled={actor.readOnly}
          autoComplete="name"
          maxLength={100}
          value={name}
          error={error}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {actor.readOnly ? null : (
          <Button type="submit" variant="default" loading={busy} disabled={name.trim() === actor.name}>
            Save the name
          </Button>
        )}
      </fieldset>
    </form>
  );
}
