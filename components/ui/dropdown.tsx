'use client';

import { useClickOutside, useFocusTrap, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import classes from './dropdown.module.css';

const EDGE_PX = 8;

interface DropdownProps {
  /** The button that opens and closes it. */
  button: ReactNode;
  /** What it offers, for those who hear it. */
  label: string;
  opened: boolean;
  onChange: (opened: boolean) => void;
  /** At which end of the button it stands; it is moved where the screen is too narrow for that. */
  align?: 'start' | 'end';
  children: ReactNode;
}

/**
 * A panel under a button. It takes the focus and keeps it; Escape, a press outside and a press on the button close it.
 * Much lighter than a popover that can stand anywhere, which a list's tools don't need.
 */
export function Dropdown({ button, label, opened, onChange, align = 'start', children }: DropdownProps) {
  const place = useClickOutside(() => opened && onChange(false));
  const panel = useRef<HTMLDivElement>(null);
  const panelAndTrap = useMergedRef(panel, useFocusTrap(opened));
  useLayoutEffect(() => {
    if (!opened || !panel.current) return;
    const { left, right } = panel.current.getBoundingClientRect();
    const beyond = Math.max(0, right + EDGE_PX - document.documentElement.clientWidth);
    panel.current.style.translate = `${Math.max(EDGE_PX - left, -beyond)}px`;
  }, [opened]);
  // Where a choice has closed it, its own focus is gone with it.
  const wasOpened = useRef(false);
  useLayoutEffect(() => {
    if (wasOpened.current && !opened && document.activeElement === document.body)
      place.current?.querySelector('button')?.focus({ preventScroll: true });
    wasOpened.current = opened;
  }, [opened, place]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !opened) return;
    event.stopPropagation();
    onChange(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the Escape of what stands in it.
    <span ref={place} className={classes.place} onKeyDown={onKeyDown}>
      {button}
      {opened ? (
        <div
          ref={panelAndTrap}
          role="dialog"
          aria-label={label}
          className={classes.panel}
          data-align={align}
          tabIndex={-1}
        >
          {children}
        </div>
      ) : null}
    </span>
  );
}
