'use client';

import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type ReactNode, useActionState } from 'react';
import type { Action } from '@/lib/web/action';

interface FormState {
  /** What was typed last, to fill the fields again; never the password. */
  values: Partial<Record<'name' | 'email', string>>;
  fields: Readonly<Record<string, string | undefined>>;
  message?: string;
  done?: boolean;
}

interface AuthFormProps {
  action: Action<void>;
  /** Where to go afterwards: a path of this console. */
  next: string;
  children: (state: Pick<FormState, 'values' | 'fields'> & { busy: boolean }) => ReactNode;
}

/** A form that signs somebody in, then leaves for `next` by a full page load: nothing of the signed-out page stays. */
export function AuthForm({ action, next, children }: AuthFormProps) {
  const [state, submit, pending] = useActionState(
    async (_before: FormState, form: FormData): Promise<FormState> => {
      const { password, ...values } = Object.fromEntries(form) as Record<string, string>;
      const result = await action({ ...values, password }).catch(() => undefined);
      if (result?.ok) {
        window.location.assign(next);
        return { values, fields: {}, done: true };
      }
      const fields = result?.error.fields ?? {};
      const told = result?.error.message ?? 'The console cannot be reached. Is the web process running?';
      return { values, fields, ...(Object.keys(fields).length === 0 && { message: told }) };
    },
    { values: {}, fields: {} },
  );
  return (
    <form action={submit}>
      {state.message && (
        <Alert role="alert" color="red" variant="light" mb="md" icon={<IconAlertCircle aria-hidden />}>
          {state.message}
        </Alert>
      )}
      {children({ values: state.values, fields: state.fields, busy: pending || state.done === true })}
    </form>
  );
}
