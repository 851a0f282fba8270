import { Button } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { FILTER_LABELS, type FilterKey } from '@/components/job/filter-parts';
import { Dropdown } from '@/components/ui/dropdown';
import type { JobFacets } from '@/lib/jobs/queries/job-facets';
import type { JobsParams } from '../search-params';
import classes from './dropdown-list.module.css';
import { FilterValue } from './filter-value';

const KEYS = Object.keys(FILTER_LABELS) as FilterKey[];

interface AddFilterProps {
  facets: JobFacets | undefined;
  onAdd: (part: Partial<JobsParams>) => void;
}

/** Chooses a field, then its value. */
export function AddFilter({ facets, onAdd }: AddFilterProps) {
  const [opened, setOpened] = useState(false);
  const [field, setField] = useState<FilterKey | null>(null);
  const toggle = (open: boolean) => {
    setOpened(open);
    setField(null);
  };
  return (
    <Dropdown
      opened={opened}
      onChange={toggle}
      label="Add a filter"
      button={
        <Button
          variant="default"
          leftSection={<IconFilterPlus size={14} aria-hidden />}
          onClick={() => toggle(!opened)}
          aria-expanded={opened}
        >
          Filter
        </Button>
      }
    >
      <div className={classes.dropdown}>
        {field ? (
          <FilterValue
            field={field}
            facets={facets}
            onBack={() => setField(null)}
            onChoose={(value) => {
              onAdd({ [field]: value });
              toggle(false);
            }}
          />
        ) : (
          <ul className={classes.list}>
            {KEYS.map((key) => (
              <li key={key}>
                <button type="button" className={classes.item} onClick={() => setField(key)}>
                  {FILTER_LABELS[key]}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dropdown>
  );
}
