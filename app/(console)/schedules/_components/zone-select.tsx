import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { BELOW, type ZoneFieldProps, zoneWords } from './zone-words';

const MOST_SHOWN = 60;

/** The field itself; `ZoneField` fetches it when a cron expression first needs it. */
export default function ZoneSelect({ value, error, onChange }: ZoneFieldProps) {
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((z) => z !== 'UTC')], []);
  return (
    <Select
      {...zoneWords}
      inputWrapperOrder={[...BELOW]}
      data={zones.includes(value) ? zones : [value, ...zones]}
      searchable
      allowDeselect={false}
      limit={MOST_SHOWN}
      nothingFoundMessage="No zone is called this"
      error={error}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
    />
  );
}
