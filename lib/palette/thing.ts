import type { JobStatus } from '@/lib/jobs/status';

/** What can be done to a thing from the palette, in the order in which it is offered. */
export type PaletteVerb =
  | 'data_source.sync'
  | 'schedule.run'
  | 'schedule.pause'
  | 'schedule.resume'
  | 'queue.pause'
  | 'queue.resume';

export type PaletteKind = 'page' | 'queue' | 'schedule' | 'data source' | 'runner' | 'worker' | 'job';

/** Something with a page of its own, as the palette lists it. */
export interface PaletteThing {
  kind: PaletteKind;
  /** What a verb needs to find it: an id, or a queue's name. */
  id: string;
  label: string;
  /** Tells it from others of the same name; found by as well. */
  detail: string;
  href: string;
  status?: JobStatus;
  /** What the asker may do to it now. */
  verbs: PaletteVerb[];
}

const verbWords: Record<PaletteVerb, (name: string) => string> = {
  'data_source.sync': (name) => `Sync now: ${name}`,
  'schedule.run': (name) => `Run now: ${name}`,
  'schedule.pause': (name) => `Pause schedule ${name}`,
  'schedule.resume': (name) => `Resume schedule ${name}`,
  'queue.pause': (name) => `Pause queue ${name}`,
  'queue.resume': (name) => `Resume queue ${name}`,
};

/** One line of the palette: a place to go to, or something to do to a thing. */
export interface PaletteEntry {
  /** Unique among entries, and the same tomorrow. */
  key: string;
  label: string;
  thing: PaletteThing;
  verb: PaletteVerb | null;
}

/** The lines that a thing gives: its page first, then what can be done to it. */
export function entriesOf(thing: PaletteThing): PaletteEntry[] {
  const key = `${thing.kind}:${thing.id}`;
  return [
    { key, label: thing.label, thing, verb: null },
    ...thing.verbs.map((verb) => ({
      key: `${key}:${verb}`,
      label: verbWords[verb](thing.label),
      thing,
      verb,
    })),
  ];
}
