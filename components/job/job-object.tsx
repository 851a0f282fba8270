import Link from 'next/link';
import { shortId } from '@/components/ui/short-id';
import type { JobObject as JobObjectData } from '@/lib/jobs/queries/job-object';
import classes from './job-list.module.css';

/** What a job is about: its name, linked where it has a page; else its type and id. */
export function JobObject({ object }: { object: JobObjectData }) {
  const name = object.name ?? `${object.label} ${shortId(object.id)}`;
  const title = `${object.label} ${object.id}`;
  return object.url ? (
    <Link className={classes.object} href={object.url} title={title} prefetch={false}>
      {name}
    </Link>
  ) : (
    <span title={title}>{name}</span>
  );
}
