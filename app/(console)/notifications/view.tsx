'use client';

import { Button, Switch } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { Pager } from '@/components/data-table/pager';
import { PageHeader } from '@/components/layout/page-header';
import { PageTitle } from '@/components/layout/page-title';
import classes from '@/components/notification/notification.module.css';
import { NotificationItem } from '@/components/notification/notification-item';
import { EmptyFace } from '@/components/ui/empty-face';
import { NoMatchFace } from '@/components/ui/no-match-face';
import { Region } from '@/components/ui/region';
import type { NotificationPage, NotificationSummary } from '@/lib/notifications/queries';
import { notificationsOptions } from '@/lib/notifications/query-options';
import { useReadMarks } from './_components/use-read-marks';
import { type NotificationParams, notificationParams, notificationsHref, windowOf } from './search-params';

export function NotificationsView() {
  const [params, setParams] = useQueryStates(notificationParams, { history: 'push' });
  const query = useQuery({ ...notificationsOptions(windowOf(params)), placeholderData: keepPreviousData });
  const marks = useReadMarks();
  const clear = () => void setParams(null);
  return (
    <>
      <PageTitle sign={query.data?.unread ? `(${query.data.unread})` : null} name="Notifications" />
      <PageHeader
        title="Notifications"
        actions={
          <>
            <Switch
              label="Unread only"
              checked={params.unread}
              onChange={(event) => void setParams({ unread: event.currentTarget.checked, before: null })}
            />
            {marks ? (
              <Button
                variant="default"
                loading={marks.busy}
                disabled={!query.data?.unread}
                onClick={() => marks.readAll(query.data?.notifications ?? [])}
              >
                Mark all as read
              </Button>
            ) : null}
          </>
        }
      />
      <Region query={query} what="your notifications">
        {(page) => {
          if (page.notifications.length > 0) return <Rows page={page} params={params} onRead={marks?.read} />;
          if (params.unread || params.before) {
            return <NoMatchFace title="Nothing is unread" onClear={clear} />;
          }
          return <NoNotifications />;
        }}
      </Region>
    </>
  );
}

interface RowsProps {
  page: NotificationPage;
  params: NotificationParams;
  onRead: ((notification: NotificationSummary) => void) | undefined;
}

function Rows({ page, params, onRead }: RowsProps) {
  const { notifications, next } = page;
  return (
    <>
      <ul className={classes.list} aria-label="Notifications">
        {notifications.map((each) => (
          <NotificationItem key={each.id} notification={each} onRead={onRead} />
        ))}
      </ul>
      <Pager
        newer={params.before ? notificationsHref('/notifications', { ...params, before: null }) : null}
        older={next ? notificationsHref('/notifications', { ...params, before: next }) : null}
        words={['Newest', 'Older']}
      >
        {notifications.length} {notifications.length === 1 ? 'notification' : 'notifications'}, newest first
      </Pager>
    </>
  );
}

function NoNotifications() {
  return (
    <EmptyFace title="Nothing to tell you yet">
      When a job that you started ends, it is told here and at the bell. Its runner decides which ends:
      always, only on failure, or never.
    </EmptyFace>
  );
}
