'use server';

import { pauseSchedule } from '@/lib/schedules/commands/pause-schedule';
import { resumeSchedule } from '@/lib/schedules/commands/resume-schedule';
import { runScheduleNow } from '@/lib/schedules/commands/run-schedule-now';
import { defineAction } from '@/lib/web/action';

export const pauseScheduleAction = defineAction(pauseSchedule);
export const resumeScheduleAction = defineAction(resumeSchedule);
export const runScheduleNowAction = defineAction(runScheduleNow);
