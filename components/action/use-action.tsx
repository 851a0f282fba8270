'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionResult, Failure } from '@/lib/web/result';
import { type ActionWords, runAction } from './run-action';

/**
 * Runs a server action, says in a toast how it went (with Undo where `done` names the inverse), and has everything on
 * screen read again. `run` resolves to the failure, or null when it worked.
 */
export function useAction<Input, Data>(
  action: (input: Input) => Promise<ActionResult<Data>>,
  words: ActionWords<Data> & { onDone?: (data: Data) => void },
): { run: (input: Input) => Promise<Failure | null>; busy: boolean } {
  const [busy, setBusy] = useState(false);
  const queryClient = useQueryClient();
  const run = async (input: Input): Promise<Failure | null> => {
    setBusy(true);
    const result = await runAction(
      () => action(input),
      words,
      () => void queryClient.invalidateQueries(),
    );
    setBusy(false);
    if (!result.ok) return result.error;
    words.onDone?.(result.data);
    return null;
  };
  return { run, busy };
}
