import classes from './copy.module.css';
import { CopyButton } from './copy-button';

/** The first and last characters of an id: enough to tell two apart by eye. */
export const shortId = (id: string): string => (id.length <= 16 ? id : `${id.slice(0, 8)}…${id.slice(-4)}`);

/** An id in monospace, shortened, whole on hover, with a button that copies the whole. */
export function ShortId({ id, copy = true }: { id: string; copy?: boolean }) {
  return (
    <span className={classes.id}>
      <code title={id}>{shortId(id)}</code>
      {copy ? <CopyButton text={id} label="Copy the id" /> : null}
    </span>
  );
}
