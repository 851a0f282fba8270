import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useCan } from '@/components/layout/actor-context';
import { Dropdown } from '@/components/ui/dropdown';
import { type JobFilter, jobsQuery } from '@/lib/jobs/job-filter';
import classes from './dropdown-list.module.css';

/** The filtered list as a file: all of it, newest first, not this page alone. */
export function ExportMenu({ filter }: { filter: JobFilter }) {
  const [opened, setOpened] = useState(false);
  const payloads = useCan('payloads.view');
  const href = (format: string) => {
    const query = jobsQuery(filter);
    query.set('format', format);
    return `/api/jobs/export?${query}`;
  };
  return (
    <Dropdown
      opened={opened}
      onChange={setOpened}
      label="Export"
      align="end"
      button={
        <Button
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
          aria-expanded={opened}
        >
          Export
        </Button>
      }
    >
      <p className={classes.none}>All that match{payloads ? ', with arguments and results' : ''}</p>
      {(['csv', 'ndjson'] as const).map((format) => (
        <a
          key={format}
          className={classes.item}
          href={href(format)}
          download
          onClick={() => setOpened(false)}
        >
          {format.toUpperCase()}
        </a>
      ))}
    </Dropdown>
  );
}
