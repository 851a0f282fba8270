import { createSerializer, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import type { OutcomeFilter } from '@/lib/bulk/query-options';
import { SKIP_REASONS, type SkipReason } from '@/lib/bulk/verbs';

const WHAT: readonly OutcomeFilter[] = [
  'all',
  'changed',
  'skipped',
  ...(Object.keys(SKIP_REASONS) as SkipReason[]),
];

/** Which outcomes are shown: `?what=skipped&after=…`. */
export const outcomeParams = {
  what: parseAsStringLiteral(WHAT).withDefault('all'),
  after: parseAsString,
  before: parseAsString,
};

export const outcomesHref = createSerializer(outcomeParams);
