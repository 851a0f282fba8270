import classes from './audit.module.css';
import { type Change, changesOf } from './changes';

const MOST_CHARACTERS = 120;

/** What a write changed, each value as it was and as it is. */
export function AuditChanges({ before, after }: { before: unknown; after: unknown }) {
  const changes = changesOf(before, after);
  if (changes.length === 0) return null;
  return (
    <ul className={classes.changes} aria-label="Changes">
      {changes.map((change) => (
        <li key={change.name}>
          <span className={classes.name}>{change.name}</span> <Sides change={change} />
        </li>
      ))}
    </ul>
  );
}

function Sides({ change: { before, after } }: { change: Change }) {
  if (before === null) return <Value text={after ?? ''} />;
  return (
    <>
      <del className={classes.old}>
        <Value text={before} />
      </del>
      {after === null ? null : (
        <>
          <span className={classes.arrow} aria-hidden>
            {' → '}
          </span>
          <Value text={after} />
        </>
      )}
    </>
  );
}

function Value({ text }: { text: string }) {
  if (text.length <= MOST_CHARACTERS) return text;
  return <span title={text}>{text.slice(0, MOST_CHARACTERS)}…</span>;
}
