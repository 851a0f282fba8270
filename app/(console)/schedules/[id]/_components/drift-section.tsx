import { useCan } from '@/components/layout/actor-context';
import { Section } from '@/components/layout/section';
import type { ScheduleDetail } from '@/lib/schedules/queries';
import { ResetButton } from '../../_components/reset-button';
import classes from './schedule-page.module.css';

/** Where the code of a system job says otherwise than what is in force. Nothing at all where they agree. */
export function DriftSection({ schedule }: { schedule: ScheduleDetail }) {
  const mayWrite = useCan('schedules.write');
  const { drift, inCode, state } = schedule;
  if (!inCode) {
    return (
      <Section title="No longer in the code">
        <p className={classes.quiet}>
          Neither this console nor any live worker knows <code>{schedule.runner}</code> any more. Its jobs
          wait for a worker that does. If it was removed for good, end it.
        </p>
      </Section>
    );
  }
  if (drift.length === 0) return null;
  return (
    <Section
      title="Changed from the code"
      note="a deploy leaves these as they are"
      actions={mayWrite && state !== 'ended' ? <ResetButton schedule={schedule} /> : null}
    >
      <div className={classes.drift}>
        <table>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Code says</th>
              <th scope="col">In force</th>
            </tr>
          </thead>
          <tbody>
            {drift.map(({ field, code, inForce }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td className="dim">{code}</td>
                <td>{inForce}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
