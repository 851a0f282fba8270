'use server';

import { createScheduleByHand } from '@/lib/schedules/commands/create-schedule';
import { editSchedule } from '@/lib/schedules/commands/edit-schedule';
import { endSchedule } from '@/lib/schedules/commands/end-schedule';
import { pauseSchedule } from '@/lib/schedules/commands/pause-schedule';
import { resetSchedule } from '@/lib/schedules/commands/reset-schedule';
import { resumeSchedule } from '@/lib/schedules/commands/resume-schedule';
import { runScheduleNow } from '@/lib/schedules/commands/run-schedule-now';
import { defineAction } from '@/lib/web/action';

export const createScheduleAction = defineAction(createScheduleByHand);
export const editScheduleAction = defineAction(editSchedule);
export const endScheduleAction = defineAction(endSchedule);
export const pauseScheduleAction = defineAction(pauseSchedule);
export const resetScheduleAction = defineAction(resetSchedule);
export const resumeScheduleAction = defineAction(resumeSchedule);
export const runScheduleNowAction = defineAction(runScheduleNow);
