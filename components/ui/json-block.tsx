import { CopyButton } from './copy-button';
import classes from './json-block.module.css';

const SHOWN_CHARS = 50_000;

/** A value as indented JSON with a button that copies the whole; very long ones are shown in part and say so. */
export function JsonBlock({ value, label }: { value: unknown; label: string }) {
  const text = JSON.stringify(value, null, 2) ?? 'null';
  return (
    <section className={classes.block} aria-label={label}>
      <div className={classes.copy}>
        <CopyButton text={text} label={`Copy ${label}`} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre className={classes.text} tabIndex={0}>
        {text.slice(0, SHOWN_CHARS)}
      </pre>
      {text.length > SHOWN_CHARS ? (
        <p className={classes.cut}>
          The first {SHOWN_CHARS.toLocaleString('en-GB')} of {text.length.toLocaleString('en-GB')} characters.
          Copying takes all.
        </p>
      ) : null}
    </section>
  );
}
