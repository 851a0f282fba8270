/** Sorts before every id. */
export const NIL_ID = '00000000-0000-0000-0000-000000000000';

/** The least uuid version 7 of a time: ids below it were made earlier. So an age is a range of the primary key. */
export function firstIdAt(at: Date): string {
  const ms = at.getTime().toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`;
}
