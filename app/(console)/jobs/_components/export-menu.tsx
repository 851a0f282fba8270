import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useCan } from '@/components/layout/actor-context';
import { type JobFilter, jobsQuery } from '@/lib/jobs/job-filter';

/** The filtered list as a file: all of it, newest first, not this page alone. */
export function ExportMenu({ filter }: { filter: JobFilter }) {
  const payloads = useCan('payloads.view');
  const href = (format: string) => {
    const query = jobsQuery(filter);
    query.set('format', format);
    return `/api/jobs/export?${query}`;
  };
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={14} aria-hidden />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>All that match{payloads ? ', with arguments and results' : ''}</Menu.Label>
        <Menu.Item component="a" href={href('csv')} download>
          CSV
        </Menu.Item>
        <Menu.Item component="a" href={href('ndjson')} download>
          NDJSON
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
