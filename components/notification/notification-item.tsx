import { IconCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { StatusIcon } from '@/components/job/status-icon';
import { RelativeTime } from '@/components/time/relative-time';
import { JOB_STATUSES } from '@/lib/jobs/status';
import type { NotificationSummary } from '@/lib/notifications/queries';
import classes from './notification.module.css';

interface NotificationItemProps {
  notification: NotificationSummary;
  /** Undefined: nothing may be changed, so it stays as it is. */
  onRead: ((notification: NotificationSummary) => void) | undefined;
  /** After its link was followed. */
  onFollow?: () => void;
}

/** One end of a job as its user is told of it: how, which, why, when. */
export function NotificationItem({ notification, onRead, onFollow }: NotificationItemProps) {
  const { jobId, status, title, text, createdAt, readAt } = notification;
  const isUnread = readAt === null;
  const follow = () => {
    if (isUnread) onRead?.(notification);
    onFollow?.();
  };
  const words = `${title} ${JOB_STATUSES[status].label.toLowerCase()}`;
  return (
    <li className={classes.item} data-unread={isUnread || undefined}>
      <StatusIcon status={status} size={16} />
      <div className={classes.body}>
        <div className={classes.title}>
          {jobId ? (
            <Link className={classes.link} href={`/jobs/${jobId}`} onClick={follow} prefetch={false}>
              {words}
            </Link>
          ) : (
            <span title="The job was deleted">{words}</span>
          )}
        </div>
        {text ? (
          <div className={classes.text} title={text}>
            {text}
          </div>
        ) : null}
      </div>
      <span className={classes.time}>
        <RelativeTime at={createdAt} />
      </span>
      {isUnread && onRead ? (
        <button
          type="button"
          className={classes.read}
          onClick={() => onRead(notification)}
          aria-label={`Mark “${words}” as read`}
          title="Mark as read"
        >
          <span className={classes.mark} aria-hidden />
          <IconCheck size={14} stroke={2} aria-hidden />
        </button>
      ) : (
        <span className={classes.read}>
          {isUnread ? <span className={classes.mark} role="img" aria-label="Unread" /> : null}
        </span>
      )}
    </li>
  );
}
