import { CopyButton } from '@/components/ui/copy-button';
import type { DataFileDetail } from '@/plugins/data-sources/file-queries';
import classes from './file-content.module.css';

const WHY_NOT = {
  binary: 'This is not a text, so its content is not shown.',
  large: 'This has more than 1 MB, so its content is not shown.',
} as const;

/** The content of a text, whole; for any other file, why it is not shown. */
export function FileContent({ content }: { content: DataFileDetail['content'] }) {
  if (content.kind !== 'text') return <p className={classes.quiet}>{WHY_NOT[content.kind]}</p>;
  if (content.text === '') return <p className={classes.quiet}>The file is empty.</p>;
  return (
    <section className={classes.block} aria-label="Content">
      <div className={classes.copy}>
        <CopyButton text={content.text} label="Copy the content" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre className={classes.text} tabIndex={0}>
        {content.text}
      </pre>
    </section>
  );
}
