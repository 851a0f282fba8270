'use client';

import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ActionResult, Failure } from '@/lib/web/result';
import { Toast } from './toast';

interface ActionWords<Data> {
  /** What a toast says when it is done; with `href`, the toast links there. */
  done: (data: Data) => { title: string; text?: ReactNode; href?: string; linkLabel?: string };
  /** The toast's title when it was refused, such as "Could not cancel the job". */
  failed: string;
  onDone?: (data: Data) => void;
}

/**
 * Runs a server action, says in a toast how it went, and has everything on screen read again.
 * `run` resolves to the failure, or null when it worked.
 */
export function useAction<Input, Data>(
  action: (input: Input) => Promise<ActionResult<Data>>,
  words: ActionWords<Data>,
): { run: (input: Input) => Promise<Failure | null>; busy: boolean } {
  const [busy, setBusy] = useState(false);
  const queryClient = useQueryClient();
  const run = async (input: Input): Promise<Failure | null> => {
    setBusy(true);
    const result = await action(input).catch((): ActionResult<Data> => ({ ok: false, error: unreachable }));
    setBusy(false);
    if (!result.ok) {
      notifications.show({
        color: 'red',
        title: words.failed,
        message: result.error.message,
        autoClose: 12_000,
      });
      return result.error;
    }
    const { title, ...toast } = words.done(result.data);
    notifications.show({ title, message: <Toast {...toast} /> });
    void queryClient.invalidateQueries();
    words.onDone?.(result.data);
    return null;
  };
  return { run, busy };
}

const unreachable: Failure = {
  code: 'unavailable',
  message:
    'The console cannot be reached just now. Nothing is known of what became of this; look again in a moment.',
  fields: {},
};
