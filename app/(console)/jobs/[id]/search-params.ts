import { createParser, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import type { LogPlace } from '@/lib/jobs/log-outline';

const parseAsPlace = createParser<LogPlace>({
  parse(value) {
    const [, attempt, seq] = /^(\d{1,9})\.(\d{1,9})$/.exec(value) ?? [];
    return attempt && seq ? { attempt: Number(attempt), seq: Number(seq) } : null;
  },
  serialize: ({ attempt, seq }) => `${attempt}.${seq}`,
  eq: (a, b) => a.attempt === b.attempt && a.seq === b.seq,
});

/** The state of the log in the address: the least level shown, what is looked for, the entry pointed at, and whether long lines wrap. */
export const logParams = {
  level: parseAsStringLiteral(['debug', 'info', 'warning', 'error'] as const).withDefault('debug'),
  find: parseAsString.withDefault(''),
  line: parseAsPlace,
  wrap: parseAsBoolean.withDefault(true),
};
