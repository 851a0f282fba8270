import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { Section } from '@/components/layout/section';
import type { Attention } from '@/lib/overview/attention';
import { AttentionSentence, addressOf } from './attention-sentence';
import classes from './overview.module.css';

/** What will not mend itself, worst first; each line leads to where it can be mended. */
export function AttentionList({ items }: { items: readonly Attention[] }) {
  if (items.length === 0) {
    return (
      <p className={classes.well}>
        <IconCircleCheck size={16} stroke={1.9} aria-hidden /> Nothing needs a person.
      </p>
    );
  }
  return (
    <Section title="Needs a person" note={items.length}>
      <ul className={classes.attention}>
        {items.map((item) => (
          <li key={keyOf(item)}>
            <Link href={addressOf(item)} className={classes.item} prefetch={false}>
              <Severity of={item.severity} />
              <span>
                <AttentionSentence item={item} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Severity({ of: severity }: { of: Attention['severity'] }) {
  return severity === 'error' ? (
    <IconAlertOctagon size={16} stroke={1.9} className={classes.error} role="img" aria-label="Error" />
  ) : (
    <IconAlertTriangle size={16} stroke={1.9} className={classes.warning} role="img" aria-label="Warning" />
  );
}

function keyOf(item: Attention): string {
  if ('queue' in item) return `${item.kind} ${item.queue}`;
  if ('workerId' in item) return `${item.kind} ${item.workerId}`;
  return 'scheduleId' in item ? `${item.kind} ${item.scheduleId}` : item.kind;
}
