import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '@/components/action/use-action';
import { useActor } from '@/components/layout/actor-context';
import { useInBrowser } from '@/components/time/use-now';
import { PASSWORD_MIN } from '@/lib/auth/password-length';
import classes from '../../_components/settings.module.css';
import { changePasswordAction } from '../actions';

const showTyped = { 'aria-label': 'Show what is typed' };

export function PasswordForm() {
  const [fields, setFields] = useState<Readonly<Record<string, string | undefined>>>({});
  const { run, busy } = useAction(changePasswordAction, {
    done: () => ({ title: 'Your password is changed', text: 'Your other sessions have ended.' }),
    failed: 'Could not change your password',
  });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const failure = await run(Object.fromEntries(new FormData(form)));
    setFields(failure?.fields ?? {});
    if (!failure) form.reset();
  };
  const inBrowser = useInBrowser();
  if (useActor().readOnly)
    return <p className={classes.instead}>Not to be changed while the console is read-only.</p>;
  return (
    <form method="post" onSubmit={submit}>
      {/* Before the scripts are there, the browser itself would send the passwords. */}
      <fieldset className={classes.form} disabled={!inBrowser}>
        <PasswordInput
          name="current"
          label="Present password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={showTyped}
          error={fields.current}
        />
        <PasswordInput
          name="password"
          label="New password"
          description={`At least ${PASSWORD_MIN} characters. Your other sessions end.`}
          autoComplete="new-password"
          minLength={PASSWORD_MIN}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={showTyped}
          error={fields.password}
        />
        <Button type="submit" variant="default" loading={busy}>
          Change the password
        </Button>
      </fieldset>
    </form>
  );
}
