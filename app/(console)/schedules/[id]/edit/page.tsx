import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/layout/page-header';
import { PageTitle } from '@/components/layout/page-title';
import { EmptyFace } from '@/components/ui/empty-face';
import { findRunner } from '@/lib/runners/queries';
import { findSchedule } from '@/lib/schedules/queries';
import { requirePage } from '@/lib/web/actor';
import { ScheduleForm } from '../../_components/schedule-form';

export const metadata: Metadata = { title: 'Edit schedule' };

export default async function EditSchedulePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requirePage('schedules.write');
  const schedule = await findSchedule((await params).id, actor);
  if (!schedule) notFound();
  const runner = await findRunner(schedule.runner);
  return (
    <>
      <PageTitle sign={null} name={`Edit ${schedule.name}`} />
      <PageHeader title="Edit" parent={{ href: `/schedules/${schedule.id}`, label: schedule.name }} />
      {schedule.state === 'ended' ? (
        <EmptyFace title="This schedule has ended">It produces no jobs any more. Make a new one.</EmptyFace>
      ) : runner ? (
        <ScheduleForm runner={runner} schedule={schedule} />
      ) : (
        <EmptyFace title="Nobody here knows its runner">
          No plugin here provides <code>{schedule.runner}</code>, so what it takes is not known.
        </EmptyFace>
      )}
    </>
  );
}
