'use client';

import { useInBrowser } from '@/components/time/use-now';
import classes from './keyboard.module.css';

const signs: Record<string, string> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  ' ': 'Space',
};

/** Keys as they are printed on the reader's keyboard; `quiet` keeps them from those who hear the page. */
export function KeyHint({ keys, quiet = false }: { keys: string; quiet?: boolean }) {
  const isApple = useInBrowser() && /Mac|iPhone|iPad/.test(navigator.platform);
  const nameOf = (key: string) => {
    if (key === 'Mod') return isApple ? '⌘' : 'Ctrl';
    if (key === 'Alt') return isApple ? '⌥' : 'Alt';
    return signs[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  };
  return (
    <span className={classes.hint} data-keys aria-hidden={quiet || undefined}>
      {keys.split(' ').map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one sequence never move.
        <span key={at} className={classes.step}>
          {step.split('+').map((key) => (
            <kbd key={key} className={classes.key}>
              {nameOf(key)}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
