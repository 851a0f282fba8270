'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Section } from '@/components/layout/section';
import { CopyButton } from '@/components/ui/copy-button';
import { JsonBlock } from '@/components/ui/json-block';
import { openLines } from '@/components/ui/json-path';
import { ToggleChip } from '@/components/ui/toggle-chip';
import type { Json } from '@/lib/jobs/queries/job-detail';
import classes from './payload.module.css';

const JsonTree = dynamic(() => import('@/components/ui/json-tree'), { ssr: false });

const LINE_PX = 20;
const AROUND_PX = 47;
const MOST_PX = 467;

/** A value as a tree or raw, to be copied whole; what is no object or list has no parts and is shown raw. */
export function Payload({ title, value, label }: { title: string; value: Json; label: string }) {
  const [raw, setRaw] = useState(false);
  const isTree = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  const choice = isTree ? (
    <ToggleChip pressed={raw} onClick={() => setRaw(!raw)}>
      Raw
    </ToggleChip>
  ) : null;
  if (!isTree || raw) {
    return (
      <Section title={title} actions={choice}>
        <JsonBlock value={value} label={label} />
      </Section>
    );
  }
  const room = Math.min(MOST_PX, openLines(value) * LINE_PX + AROUND_PX);
  return (
    <Section
      title={title}
      actions={
        <>
          <CopyButton text={JSON.stringify(value, null, 2)} label={`Copy ${label}`} />
          {choice}
        </>
      }
    >
      <div className={classes.tree} style={{ minHeight: room }}>
        <JsonTree value={value} label={label} />
      </div>
    </Section>
  );
}
