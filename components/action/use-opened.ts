import { useEffect, useState } from 'react';

/**
 * `opened`, one render later: a dialog whose code has only just come opens after it is there, so that it sees what had
 * the focus and gives it back.
 */
export function useOpened(opened: boolean): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(opened), [opened]);
  return shown;
}
