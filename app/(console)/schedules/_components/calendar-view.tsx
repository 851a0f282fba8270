import { useQuery } from '@tanstack/react-query';
import { Region } from '@/components/ui/region';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { calendarOptions } from '@/lib/schedules/query-options';
import { Calendar } from './calendar';

/** The calendar of the next 24 hours and its faces. */
export function CalendarView() {
  const calendar = useQuery(calendarOptions());
  return (
    <Region query={calendar} what="the calendar" skeleton={<SkeletonRows rows={25} />}>
      {(day) => <Calendar day={day} />}
    </Region>
  );
}
