import type { ObjectRef } from '../object-ref';
import { registry } from '../registry';

/** The record a job is about, as the console names it. */
export interface JobObject {
  type: string;
  id: string;
  /** The word for its type, such as `Data source`; the type itself where no plugin here knows it. */
  label: string;
  /** Its own name; null when it has none, is gone, or could not be found just now. */
  name: string | null;
  /** Its page in the console, where it has one. */
  url: string | null;
}

const KEPT_MS = 10_000;
const MOST_KEPT = 2_000;

// Lists are read again every second while jobs run; the names of what they are about hardly change.
const kept = new Map<string, { object: Promise<JobObject>; until: number }>();

/** The records behind some references, by `type:id`. */
export async function describeObjects(refs: readonly ObjectRef[]): Promise<ReadonlyMap<string, JobObject>> {
  const now = Date.now();
  if (kept.size > MOST_KEPT) kept.clear();
  const found = new Map<string, Promise<JobObject>>();
  for (const ref of refs) {
    const key = `${ref.type}:${ref.id}`;
    const known = kept.get(key);
    const object = known && known.until > now ? known.object : lookUp(ref);
    if (object !== known?.object) kept.set(key, { object, until: now + KEPT_MS });
    found.set(key, object);
  }
  const described = await Promise.all([...found].map(async ([key, object]) => [key, await object] as const));
  return new Map(described);
}

async function lookUp({ type, id }: ObjectRef): Promise<JobObject> {
  const known = (await registry()).findObjectType(type);
  // A plugin's own mistake, or a record that is gone, must not take the list of jobs with it.
  const record = await known?.find(id).catch(() => null);
  const name = record && 'name' in record && typeof record.name === 'string' ? record.name : null;
  return { type, id, label: known?.label ?? type, name, url: record ? (known?.url?.(id) ?? null) : null };
}
