'use client';

import { Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';
import type { ArgsSchema } from '@/lib/runners/args-schema';
import classes from './args-form.module.css';

export interface ArgsFormProps {
  /** What `describeArgs` made of the runner's schema. */
  args: ArgsSchema;
  value: Record<string, unknown>;
  onChange: (value: Record<string, unknown>) => void;
  /** Called with true while a field holds a text that is no JSON: nothing should be sent then. */
  onBroken?: (broken: boolean) => void;
  /** What the server refused: `fields` of a failure; those that begin with `args` are shown at their fields. */
  errors?: Readonly<Record<string, string>>;
  disabled?: boolean;
}

const FIELD_HEIGHT = 52;
const SWITCH_HEIGHT = 20;
const FIELD_GAP = 14;
const GeneratedForm = dynamic(() => import('./generated-form'), { ssr: false, loading: () => <Waiting /> });

/** The arguments of a runner as a form made from its schema. Stands inside another form, which sends it. */
export function ArgsForm(props: ArgsFormProps) {
  if (props.args.declared && fieldsOf(props.args) === 0 && Object.keys(props.args.ui).length === 0)
    return <p className={classes.help}>This runner takes no arguments.</p>;
  return (
    <div style={{ minHeight: leastHeight(props.args) }}>
      <GeneratedForm {...props} />
    </div>
  );
}

/** What its fields take at the least, in pixels: kept free from the start, so that nothing below moves far when they come. */
function leastHeight({ schema }: ArgsSchema): number {
  const properties = Object.values(schema.properties ?? {}) as { type?: unknown }[];
  const heights = properties.map(({ type }) => (type === 'boolean' ? SWITCH_HEIGHT : FIELD_HEIGHT));
  return Math.max(
    FIELD_HEIGHT,
    heights.reduce((sum, height) => sum + height + FIELD_GAP, -FIELD_GAP),
  );
}

const fieldsOf = ({ schema }: ArgsSchema): number => Object.keys(schema.properties ?? {}).length;

function Waiting() {
  return <Skeleton height={FIELD_HEIGHT} aria-label="Loading the arguments" role="status" />;
}
