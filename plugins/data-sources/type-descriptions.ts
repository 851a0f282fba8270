import { z } from 'zod';
import type { SourceType } from './source-type';
import { listSourceTypes } from './source-types';

/** One parameter of a type, as a form shows it. */
export interface ParameterField {
  name: string;
  /** `secret`: a text that is never shown. */
  kind: 'text' | 'number' | 'switch' | 'choice' | 'secret';
  label: string;
  description: string;
  default: string | number | boolean | null;
  /** The choices, for `choice` alone. */
  choices: string[];
}

/** A source type as a form shows it; plain data. */
export interface SourceTypeDescription {
  key: string;
  label: string;
  description: string;
  urlExample: string;
  fields: ParameterField[];
}

const property = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  description: z.string().default(''),
  default: z.union([z.string(), z.number(), z.boolean()]).nullable().default(null),
  enum: z.array(z.string()).default([]),
  secret: z.boolean().default(false),
});

/** Every registered type with its fields, read from its schema. */
export function describeSourceTypes(): SourceTypeDescription[] {
  return listSourceTypes().map((type) => ({
    key: type.key,
    label: type.label,
    description: type.description,
    urlExample: type.urlExample,
    fields: fieldsOf(type),
  }));
}

function fieldsOf(type: SourceType): ParameterField[] {
  const { properties = {} } = z.toJSONSchema(type.parameters, { io: 'input' });
  return Object.entries(properties).map(([name, raw]) => {
    const known = property.parse(raw);
    const { description, default: start, enum: choices } = known;
    return { name, kind: kindOf(known), label: known.title ?? name, description, default: start, choices };
  });
}

function kindOf({ type, enum: choices, secret }: z.output<typeof property>): ParameterField['kind'] {
  if (secret) return 'secret';
  if (choices.length > 0) return 'choice';
  if (type === 'boolean') return 'switch';
  return type === 'number' || type === 'integer' ? 'number' : 'text';
}
