import { Cron } from 'croner';
import { YardmasterError } from '@/lib/errors';

const parsed = new Map<string, Cron>();
const MOST_KEPT = 1000;

/**
 * Parses five cron fields (minute, hour, day, month, weekday) in an IANA zone; it never starts a timer.
 * @throws YardmasterError `invalid_input` that says what is wrong.
 */
export function parseCron(expression: string, timeZone: string): Cron {
  const key = `${expression}\n${timeZone}`;
  const known = parsed.get(key);
  if (known) return known;
  if (parsed.size >= MOST_KEPT) parsed.clear();
  const cron = build(expression, timeZone);
  parsed.set(key, cron);
  return cron;
}

function build(expression: string, timeZone: string): Cron {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch (cause) {
    throw new YardmasterError(
      'invalid_input',
      `There is no time zone "${timeZone}"; expected an IANA name such as Europe/Paris.`,
      { cause, fields: { timeZone: 'Expected an IANA name such as Europe/Paris' } },
    );
  }
  try {
    return new Cron(expression.trim(), { timezone: timeZone, paused: true, mode: '5-part' });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new YardmasterError(
      'invalid_input',
      `"${expression}" is not a cron expression: expected five fields (minute hour day month weekday) such as "0 2 * * *". ${why}`,
      { cause, fields: { cron: `Expected five fields: minute hour day month weekday. ${shortly(why)}` } },
    );
  }
}

/** The parser's own name says nothing to the person who typed. */
const shortly = (why: string): string => why.replace(/^CronPattern: /, '');
