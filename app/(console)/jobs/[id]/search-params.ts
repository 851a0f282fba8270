import { parseAsBoolean, parseAsStringLiteral } from 'nuqs/server';

/** The state of the log in the address: the least level shown, and whether it follows what is written. */
export const logParams = {
  level: parseAsStringLiteral(['debug', 'info', 'warning', 'error'] as const).withDefault('debug'),
  follow: parseAsBoolean.withDefault(true),
};
