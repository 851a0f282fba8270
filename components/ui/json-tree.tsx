'use client';

import { type MouseEvent, useMemo, useState } from 'react';
import { JsonView, type Props } from 'react-json-view-lite';
import { CopyButton } from './copy-button';
import { type JsonStep, jsonPath, shortened, startsOpen } from './json-path';
import classes from './json-tree.module.css';

const style: Props['style'] = {
  container: classes.tree ?? '',
  basicChildStyle: classes.node ?? '',
  childFieldsContainer: classes.children ?? '',
  label: classes.label ?? '',
  clickableLabel: classes.label ?? '',
  nullValue: classes.nothing ?? '',
  undefinedValue: classes.nothing ?? '',
  numberValue: classes.number ?? '',
  stringValue: classes.string ?? '',
  booleanValue: classes.boolean ?? '',
  otherValue: classes.nothing ?? '',
  punctuation: classes.punctuation ?? '',
  expandIcon: classes.closed ?? '',
  collapseIcon: classes.open ?? '',
  collapsedContent: classes.folded ?? '',
  quotesForFieldNames: false,
  stringifyStringValues: true,
  ariaLables: { collapseJson: 'Close', expandJson: 'Open' },
};

/** A value as a tree of its parts; pressing on one tells its path, which can be copied. Strings are text, never markup. */
export default function JsonTree({ value, label }: { value: object; label: string }) {
  const [path, setPath] = useState('');
  const shown = useMemo(() => shortened(value) as object, [value]);
  const point = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target instanceof Element) setPath(jsonPath(stepsTo(event.target, event.currentTarget)));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: pressing on a part is a shorter way to what the raw view offers by keyboard. */}
      <div className={classes.scroll} onClick={point}>
        <JsonView data={shown} style={style} shouldExpandNode={startsOpen} aria-label={label} />
      </div>
      <div className={classes.path}>
        {path === '' ? (
          <span>Press on a part for its path</span>
        ) : (
          <>
            <code>{path}</code>
            <CopyButton text={path} label="Copy the path" />
          </>
        )}
      </div>
    </>
  );
}

/** The way from the tree's root to an element in it: the library tells no path, but its nodes stand inside each other. */
function stepsTo(target: Element, root: Element): JsonStep[] {
  const steps: JsonStep[] = [];
  for (
    let node = target.closest('[role="treeitem"]');
    node && root.contains(node);
    node = node.parentElement?.closest('[role="treeitem"]') ?? null
  ) {
    const list = node.parentElement;
    if (list?.getAttribute('role') !== 'group') break;
    const label = [...node.children].find((child) => child.classList.contains(classes.label ?? ''));
    const name = label?.textContent?.replace(/:$/, '').replace(/^""$/, '');
    steps.unshift(name ?? [...list.children].indexOf(node));
  }
  return steps;
}
