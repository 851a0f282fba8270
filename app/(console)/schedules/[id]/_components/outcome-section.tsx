import { Section } from '@/components/layout/section';
import { markKindOf, OutcomeStrip } from '@/components/schedule/outcome-strip';
import type { OccurrenceMark } from '@/lib/schedules/marks';
import classes from './schedule-page.module.css';

const WORDS = [
  ['completed', 'completed'],
  ['failed', 'failed'],
  ['errored', 'errored'],
  ['skipped', 'skipped'],
  ['missed', 'missed'],
  ['cancelled', 'cancelled'],
] as const;

/** How its last occurrences went, a mark each. */
export function OutcomeSection({ marks }: { marks: readonly OccurrenceMark[] }) {
  if (marks.length === 0) return null;
  const counts = WORDS.flatMap(([kind, word]) => {
    const count = marks.filter((mark) => markKindOf(mark) === kind).length;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  return (
    <Section
      title={`Last ${marks.length === 1 ? 'occurrence' : `${marks.length} occurrences`}`}
      note={counts.join(', ')}
    >
      <div className={classes.strip}>
        <OutcomeStrip marks={marks} />
      </div>
    </Section>
  );
}
