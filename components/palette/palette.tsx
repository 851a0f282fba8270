'use client';

import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useEffect, useState } from 'react';
import { KeyHint } from '@/components/keyboard/key-hint';
import { holdKeys } from '@/components/keyboard/use-shortcut';
import { paletteOptions } from '@/lib/palette/query-options';
import { rankEntries } from '@/lib/palette/rank';
import { entriesOf, type PaletteEntry, type PaletteThing } from '@/lib/palette/thing';
import classes from './palette.module.css';
import { PaletteOption } from './palette-option';
import { recentChoices, rememberChoice } from './recent-choices';

const LIST_ID = 'palette-list';
const MOST_SHOWN = 40;
const idOf = (at: number) => `palette-option-${at}`;

const [store, spotlight] = createSpotlight();

export interface PaletteProps {
  /** Counts up: each new number opens the palette. */
  opening: number;
  /** Known without asking: the pages of the console. */
  pages: readonly PaletteThing[];
  /** Does what an entry's verb says. */
  onVerb: (entry: PaletteEntry) => void;
}

/** Go anywhere, do anything, by its name: a field over a list, worked by keys alone or by touch. */
export default function Palette({ opening, pages, onVerb }: PaletteProps) {
  const router = useRouter();
  const { opened, selected } = useSpotlight(store);
  const [text, setText] = useState('');
  useEffect(() => {
    if (opening === 0) return;
    spotlight.open();
    store.updateState((state) => ({ ...state, selected: 0, listId: LIST_ID }));
  }, [opening]);
  // Closed before its field had the focus, it gives the keys back all the same.
  useEffect(() => (opened ? () => holdKeys(false) : undefined), [opened]);
  const { entries, isPending, error } = useEntries(pages, text, opened);
  const at = Math.min(Math.max(selected, 0), entries.length - 1);
  const choose = (entry: PaletteEntry) => {
    rememberChoice(entry);
    spotlight.close();
    if (entry.verb) onVerb(entry);
    else router.push(entry.thing.href);
  };
  return (
    <Spotlight.Root
      store={store}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      size={640}
      centered={false}
      radius="md"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{ duration: 100, transition: 'fade' }}
      aria-label="Command palette"
      classNames={{ content: classes.content }}
    >
      <Spotlight.Search
        classNames={{ input: classes.search }}
        placeholder="Go to a page, find a job, pause a queue…"
        aria-label="Search or command"
        leftSection={<IconSearch size={17} stroke={1.7} aria-hidden />}
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={LIST_ID}
        aria-autocomplete="list"
        aria-activedescendant={at < 0 ? undefined : idOf(at)}
        maxLength={200}
        onFocus={() => holdKeys(false)}
      />
      <div id={LIST_ID} className={classes.list} role="listbox" aria-label="What can be chosen">
        {entries.map((entry, place) => (
          <PaletteOption
            key={entry.key}
            entry={entry}
            id={idOf(place)}
            selected={place === at}
            onChoose={choose}
          />
        ))}
      </div>
      <p role="status" className={entries.length === 0 ? classes.note : 'visually-hidden'}>
        {sayingOf(entries.length, isPending, error)}
      </p>
      <div className={classes.foot} aria-hidden>
        <span>
          <KeyHint keys="ArrowUp" />
          <KeyHint keys="ArrowDown" /> to choose
        </span>
        <span>
          <KeyHint keys="Enter" /> to open or do it
        </span>
        <span>
          <KeyHint keys="Escape" /> to close
        </span>
      </div>
    </Spotlight.Root>
  );
}

function useEntries(pages: readonly PaletteThing[], text: string, opened: boolean) {
  const asked = useDeferredValue(text.trim());
  const query = useQuery({
    ...paletteOptions(asked),
    enabled: opened,
    placeholderData: keepPreviousData,
  });
  const recent = recentChoices();
  const known = [...pages, ...(query.data ?? [])].flatMap(entriesOf);
  // What was done lately is offered again only while it can be done; a page may be gone to whatever is found.
  const places = recent.filter(({ key, verb }) => !verb && known.every((entry) => entry.key !== key));
  const recentKeys = recent.map(({ key }) => key);
  const all = asked === '' ? [...places, ...pages.flatMap(entriesOf)] : [...known, ...places];
  return {
    entries: rankEntries(all, text, recentKeys).slice(0, MOST_SHOWN),
    isPending: query.isPending || query.isPlaceholderData,
    error: query.error,
  };
}

function sayingOf(count: number, isPending: boolean, error: Error | null): string {
  if (count > 0) return count === 1 ? 'One match' : `${count} matches`;
  if (isPending) return 'Looking…';
  return error ? error.message : 'Nothing is called that';
}
