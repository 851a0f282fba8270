import { Button, TextInput } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FILTER_LABELS, type FilterKey } from '@/components/job/filter-parts';
import { parseObject } from '@/lib/jobs/job-filter';
import type { Facet, JobFacets } from '@/lib/jobs/queries/job-facets';
import { JOB_REASONS } from '@/lib/jobs/status';
import classes from './dropdown-list.module.css';

const MOST_SHOWN = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is typed where there is nothing to choose from. */
const typed: Partial<
  Record<FilterKey, { placeholder: string; fits: (text: string) => boolean; wrong: string }>
> = {
  object: {
    placeholder: 'data_sources.source:42',
    fits: (text) => parseObject(text) !== null,
    wrong: 'Expected type:id',
  },
  again: { placeholder: 'The id of a job', fits: (text) => UUID.test(text), wrong: 'Expected a whole id' },
  fingerprint: {
    placeholder: 'As the page of a failed job has it',
    fits: (text) => text.length > 0,
    wrong: 'Expected a fingerprint',
  },
};

interface FilterValueProps {
  field: FilterKey;
  facets: JobFacets | undefined;
  onBack: () => void;
  onChoose: (value: string) => void;
}

/** Chooses the value of one field: from a list, or typed. */
export function FilterValue({ field, facets, onBack, onChoose }: FilterValueProps) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const [wrong, setWrong] = useState('');
  const rule = typed[field];
  const words = text.trim().toLowerCase();
  const found = choicesOf(field, facets).filter(
    ({ key, label }) => label.toLowerCase().includes(words) || key.toLowerCase().includes(words),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!rule) {
      const [first] = found;
      if (first) onChoose(first.key);
    } else if (rule.fits(text.trim())) onChoose(text.trim());
    else setWrong(rule.wrong);
  };
  return (
    <form method="post" onSubmit={submit}>
      <button type="button" className={classes.back} onClick={onBack} aria-label="Back to the fields">
        <IconChevronLeft size={14} aria-hidden /> {FILTER_LABELS[field]}
      </button>
      <TextInput
        ref={input}
        aria-label={FILTER_LABELS[field]}
        placeholder={rule?.placeholder ?? 'Find…'}
        value={text}
        error={wrong}
        maxLength={200}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setWrong('');
        }}
      />
      {rule ? (
        <Button type="submit" mt={8} fullWidth>
          Filter
        </Button>
      ) : (
        <ul className={classes.list}>
          {found.slice(0, MOST_SHOWN).map(({ key, label }) => (
            <li key={key}>
              <button type="button" className={classes.item} title={key} onClick={() => onChoose(key)}>
                {label}
              </button>
            </li>
          ))}
          {found.length === 0 ? <li className={classes.none}>Nothing is called this</li> : null}
        </ul>
      )}
    </form>
  );
}

function choicesOf(field: FilterKey, facets: JobFacets | undefined): Facet[] {
  switch (field) {
    case 'queue':
      return (facets?.queues ?? []).map((queue) => ({ key: queue, label: queue }));
    case 'reason':
      return Object.entries(JOB_REASONS).map(([key, label]) => ({ key, label }));
    case 'runner':
      return facets?.runners ?? [];
    case 'user':
      return facets?.users ?? [];
    case 'schedule':
      return facets?.schedules ?? [];
    case 'worker':
      return facets?.workers ?? [];
    default:
      return [];
  }
}
