'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useActor } from '@/components/layout/actor-context';
import { ALL_VERBS, BULK_VERBS, type BulkVerb } from '@/lib/bulk/verbs';
import type { JobFilter } from '@/lib/jobs/job-filter';
import { BulkDialog } from './bulk-dialog';

interface BulkButtonsProps {
  /** All jobs that pass it. `{ ...NO_FILTER, fingerprint }` is a whole group of failures. */
  filter: JobFilter;
  /** Default: all verbs. What the one who looks may not do is not offered. */
  verbs?: readonly BulkVerb[];
  /** What the buttons say beside the verb, such as "all". */
  suffix?: string;
  onStarted?: () => void;
}

/** A button a verb; pressed, it shows what would happen and asks. */
export function BulkButtons({ filter, verbs = ALL_VERBS, suffix, onStarted }: BulkButtonsProps) {
  const { permissions } = useActor();
  const [asked, setAsked] = useState<BulkVerb | null>(null);
  return (
    <>
      {verbs
        .filter((verb) => permissions.includes(BULK_VERBS[verb].permission))
        .map((verb) => (
          <Button key={verb} variant="default" size="compact-xs" onClick={() => setAsked(verb)}>
            {suffix ? `${BULK_VERBS[verb].label} ${suffix}` : BULK_VERBS[verb].label}
          </Button>
        ))}
      <BulkDialog verb={asked} filter={filter} onClose={() => setAsked(null)} onStarted={onStarted} />
    </>
  );
}
