import { Button, Checkbox } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { chosenColumns, jobColumns } from '@/components/job/job-columns';
import { Dropdown } from '@/components/ui/dropdown';
import classes from './dropdown-list.module.css';

interface ColumnMenuProps {
  /** The chosen keys; none: the usual columns. */
  columns: readonly string[];
  onChange: (columns: string[]) => void;
}

/** Chooses the columns, which the address keeps. */
export function ColumnMenu({ columns, onChange }: ColumnMenuProps) {
  const [opened, setOpened] = useState(false);
  const shown = chosenColumns(columns).map(({ key }) => key);
  const toggle = (key: string) =>
    onChange(shown.includes(key) ? shown.filter((other) => other !== key) : [...shown, key]);
  return (
    <Dropdown
      opened={opened}
      onChange={setOpened}
      label="Columns"
      align="end"
      button={
        <Button
          variant="default"
          leftSection={<IconColumns3 size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
          aria-expanded={opened}
        >
          Columns
        </Button>
      }
    >
      <div className={classes.dropdown}>
        <ul className={classes.list}>
          {jobColumns
            .filter(({ key }) => key !== 'name')
            .map(({ key, header }) => (
              <li key={key}>
                <Checkbox
                  className={classes.item}
                  label={header}
                  checked={shown.includes(key)}
                  onChange={() => toggle(key)}
                />
              </li>
            ))}
        </ul>
        {columns.length === 0 ? null : (
          <Button variant="subtle" color="gray" fullWidth onClick={() => onChange([])}>
            The usual ones
          </Button>
        )}
      </div>
    </Dropdown>
  );
}
