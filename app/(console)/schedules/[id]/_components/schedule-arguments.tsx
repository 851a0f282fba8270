import { Section } from '@/components/layout/section';
import type { ScheduleDetail } from '@/lib/schedules/queries';
import classes from './schedule-page.module.css';

/** What each of its jobs is given. Nothing at all when that is nothing. */
export function ScheduleArguments({ schedule: { args, argsHidden } }: { schedule: ScheduleDetail }) {
  if (argsHidden) {
    return (
      <Section title="Arguments">
        <p className={classes.quiet}>Seeing them needs the permission payloads.view.</p>
      </Section>
    );
  }
  const text = JSON.stringify(args, null, 2);
  if (text === '{}') return null;
  return (
    <Section title="Arguments">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre className={classes.json} tabIndex={0}>
        {text}
      </pre>
    </Section>
  );
}
