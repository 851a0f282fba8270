'use client';

import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { ActionResult, Failure } from '@/lib/web/result';
import { Toast } from './toast';

/** What a toast says of something done. */
export interface DoneWords {
  title: string;
  text?: ReactNode;
  /** The toast links there. */
  href?: string;
  linkLabel?: string;
  /** The inverse, offered as Undo; `undone` is what a toast says then. */
  undo?: { action: () => Promise<ActionResult<unknown>>; undone: string };
}

export interface ActionWords<Data> {
  done: (data: Data) => DoneWords;
  /** The toast's title when it was refused, such as "Could not cancel the job". */
  failed: string;
}

/** What can be pressed stays longer than a plain toast. */
const PRESSABLE_MS = 10_000;
const FAILURE_MS = 12_000;

/** Runs an action and says in a toast how it went. Resolves to what came of it; `after` follows a success, an undo too. */
export async function runAction<Data>(
  action: () => Promise<ActionResult<Data>>,
  words: ActionWords<Data>,
  after: () => void,
): Promise<ActionResult<Data>> {
  const result = await action().catch((): ActionResult<Data> => ({ ok: false, error: unreachable }));
  if (!result.ok) {
    const { message } = result.error;
    notifications.show({ color: 'red', title: words.failed, message, autoClose: FAILURE_MS });
    return result;
  }
  const { title, undo, ...toast } = words.done(result.data);
  const onUndo = undo
    ? () => {
        notifications.hide(id);
        const undoing = { done: () => ({ title: undo.undone }), failed: 'Could not undo it' };
        void runAction(undo.action, undoing, after);
      }
    : undefined;
  const id = notifications.show({
    title,
    message: <Toast {...toast} onUndo={onUndo} />,
    ...(undo || toast.href ? { autoClose: PRESSABLE_MS } : {}),
  });
  after();
  return result;
}

const unreachable: Failure = {
  code: 'unavailable',
  message:
    'The console cannot be reached just now. Nothing is known of what became of this; look again in a moment.',
  fields: {},
};
