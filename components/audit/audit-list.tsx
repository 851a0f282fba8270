import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useCan } from '@/components/layout/actor-context';
import { Section } from '@/components/layout/section';
import { Region } from '@/components/ui/region';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { EVERYTHING, NEWEST } from '@/lib/audit/audit-filter';
import { auditOptions } from '@/lib/audit/query-options';
import classes from './audit.module.css';
import { AuditRows } from './audit-rows';

const MOST = 5;

interface AuditListProps {
  target: { type: string; id: string };
}

/** The section of a record's page that tells who did what to it last; for those alone who may see the audit. */
export function AuditList({ target }: AuditListProps) {
  return useCan('audit.view') ? <Latest target={target} /> : null;
}

function Latest({ target: { type, id } }: AuditListProps) {
  const query = useQuery(auditOptions({ ...EVERYTHING, targetType: type, targetId: id }, NEWEST, MOST));
  const all = `/audit?${new URLSearchParams({ type, target: id })}`;
  return (
    <Section title="Audit" actions={query.data?.rows.length ? <Link href={all}>All of it</Link> : null}>
      <Region query={query} what="the audit" skeleton={<SkeletonRows rows={1} />}>
        {({ rows }) =>
          rows.length > 0 ? (
            <AuditRows rows={rows} withTarget={false} />
          ) : (
            <p className={classes.none}>Nobody has changed anything here. Whoever does is named here.</p>
          )
        }
      </Region>
    </Section>
  );
}
