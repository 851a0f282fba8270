import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import classes from './data-table.module.css';

interface PagerProps {
  /** Address of the page of newer records; null where there is none. */
  newer: string | null;
  older: string | null;
  /** What the two ways are called, for lists in another order than by time. */
  words?: readonly [newer: string, older: string];
  children: ReactNode;
}

/** The foot of a paged list: what is shown, and the way to both sides. */
export function Pager({ newer, older, words = ['Newer', 'Older'], children }: PagerProps) {
  return (
    <nav className={classes.pager} aria-label="Pages">
      <span className="number">{children}</span>
      {newer || older ? (
        <span className={classes.buttons}>
          <Step href={newer} label={words[0]} left={<IconChevronLeft size={14} aria-hidden />} />
          <Step href={older} label={words[1]} right={<IconChevronRight size={14} aria-hidden />} />
        </span>
      ) : null}
    </nav>
  );
}

function Step(props: { href: string | null; label: string; left?: ReactNode; right?: ReactNode }) {
  const { href, label, left, right } = props;
  if (href === null) {
    return (
      <Button variant="default" disabled leftSection={left} rightSection={right}>
        {label}
      </Button>
    );
  }
  return (
    <LinkButton href={href} leftSection={left} rightSection={right}>
      {label}
    </LinkButton>
  );
}
