import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { actionLabel, targetLabel } from '@/components/audit/audit-words';
import { type AuditWindow, NO_USER } from '@/lib/audit/audit-filter';
import { auditFacetsOptions } from '@/lib/audit/query-options';
import type { AuditParams } from '../search-params';
import classes from './audit-filters.module.css';
import { LazyText } from './lazy-text';
import { Moment } from './moment';

const WINDOWS: { value: AuditWindow; label: string }[] = [
  { value: '1h', label: 'In the last hour' },
  { value: '24h', label: 'In the last 24 hours' },
  { value: '7d', label: 'In the last 7 days' },
  { value: '30d', label: 'In the last 30 days' },
];

interface AuditFiltersProps {
  params: AuditParams;
  onChange: (part: Partial<AuditParams>) => void;
  onClear: () => void;
}

/** Narrows the audit by who, what, to what and when. */
export function AuditFilters({ params, onChange, onClear }: AuditFiltersProps) {
  const { data } = useQuery(auditFacetsOptions());
  const users = (data?.users ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const { user, action, type, target, time, from, to } = params;
  return (
    <search className={classes.bar}>
      <NativeSelect
        className={classes.select}
        aria-label="User"
        data={[
          { value: '', label: 'Anybody' },
          ...withChosen([...users, { value: NO_USER, label: 'Nobody signed in' }], user),
        ]}
        value={user ?? ''}
        onChange={({ currentTarget }) => onChange({ user: currentTarget.value || null })}
      />
      <NativeSelect
        className={classes.select}
        aria-label="Action"
        data={[
          { value: '', label: 'Any action' },
          ...withChosen(
            (data?.actions ?? []).map((value) => ({ value, label: actionLabel(value) })),
            action,
          ),
        ]}
        value={action ?? ''}
        onChange={({ currentTarget }) => onChange({ action: currentTarget.value || null })}
      />
      <NativeSelect
        className={classes.select}
        aria-label="Target"
        data={[
          { value: '', label: 'Any target' },
          ...withChosen(
            (data?.targetTypes ?? []).map((value) => ({ value, label: targetLabel(value) })),
            type,
          ),
        ]}
        value={type ?? ''}
        onChange={({ currentTarget }) => onChange({ type: currentTarget.value || null, target: null })}
      />
      {type ? (
        <LazyText
          key={type}
          label="Id of the target"
          placeholder={type === 'queue' ? 'Name of the queue' : 'Its id'}
          value={target ?? ''}
          onChange={(text) => onChange({ target: text || null })}
        />
      ) : null}
      <NativeSelect
        className={classes.select}
        aria-label="Time"
        data={[{ value: '', label: 'Any time' }, ...WINDOWS]}
        value={time ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ time: (currentTarget.value || null) as AuditWindow | null, from: null, to: null })
        }
      />
      <Moment label="From" value={from} onChange={(from) => onChange({ from, time: null })} />
      <Moment label="To" value={to} onChange={(to) => onChange({ to, time: null })} />
      {user || action || type || time || from || to ? (
        <Button variant="subtle" onClick={onClear}>
          Clear
        </Button>
      ) : null}
    </search>
  );
}

/** What the address asks for stays chosen, also when nothing in the audit is called so. */
function withChosen(data: { value: string; label: string }[], chosen: string | null) {
  if (!chosen || data.some(({ value }) => value === chosen)) return data;
  return [...data, { value: chosen, label: chosen }];
}
