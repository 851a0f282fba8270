'use server';

import { markAllRead } from '@/lib/notifications/commands/mark-all-read';
import { markNotificationRead } from '@/lib/notifications/commands/mark-notification-read';
import { markUnread } from '@/lib/notifications/commands/mark-unread';
import { defineAction } from '@/lib/web/action';

export const markAllReadAction = defineAction(markAllRead);
export const markNotificationReadAction = defineAction(markNotificationRead);
export const markUnreadAction = defineAction(markUnread);
