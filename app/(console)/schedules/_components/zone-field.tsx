import { TextInput } from '@mantine/core';
import dynamic from 'next/dynamic';
import { BELOW, type ZoneFieldProps, zoneWords } from './zone-words';

/** Chooses a time zone. A list that is searched weighs much and is fetched when it is first wanted. */
export const ZoneField = dynamic<ZoneFieldProps>(() => import('./zone-select'), {
  ssr: false,
  loading: () => <TextInput {...zoneWords} inputWrapperOrder={[...BELOW]} disabled />,
});
