'use client';

import { useQuery } from '@tanstack/react-query';
import { useCan } from '@/components/layout/actor-context';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Region } from '@/components/ui/region';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { systemOptions } from '@/lib/system/query-options';
import { DoctorSection } from './_components/doctor-section';
import { SystemFacts } from './_components/system-facts';
import { TableSizes } from './_components/table-sizes';

export function SystemView() {
  const query = useQuery(systemOptions());
  const mayAsk = useCan('users.write');
  return (
    <>
      <PageHeader title="System" />
      <Region query={query} what="the state of the system" skeleton={<SkeletonRows rows={10} />}>
        {(system) => (
          <>
            <SystemFacts system={system} />
            <Section title="Tables" note="estimates of the last ANALYZE">
              <TableSizes tables={system.postgres.tables} />
            </Section>
          </>
        )}
      </Region>
      {mayAsk ? <DoctorSection /> : null}
    </>
  );
}
