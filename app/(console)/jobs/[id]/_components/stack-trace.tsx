import { partsOfStack, type StackPart } from './stack';
import classes from './stack.module.css';

interface StackTraceProps {
  stack: string;
  /** What stands above it already and need not be said again. */
  message: string;
  /** Closed until somebody opens it. */
  folded?: boolean;
}

/** Where something was thrown: the project's own places in the open, those of Node, libraries and the framework folded away. */
export function StackTrace({ stack, message, folded = false }: StackTraceProps) {
  const parts = partsOfStack(stack, message);
  if (parts.length === 0) return null;
  if (!folded) return <Parts parts={parts} />;
  return (
    <details className={classes.fold}>
      <summary>Where it was thrown</summary>
      <Parts parts={parts} />
    </details>
  );
}

function Parts({ parts }: { parts: readonly StackPart[] }) {
  return (
    <div className={classes.stack}>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stored stack never changes.
        <Part key={at} part={part} />
      ))}
    </div>
  );
}

function Part({ part: { kind, lines } }: { part: StackPart }) {
  if (kind !== 'foreign') return <pre className={classes[kind]}>{lines.join('\n')}</pre>;
  return (
    <details className={classes.fold}>
      <summary>
        {lines.length} {lines.length === 1 ? 'place' : 'places'} in Node, libraries and the framework
      </summary>
      <pre className={classes.foreign}>{lines.join('\n')}</pre>
    </details>
  );
}
