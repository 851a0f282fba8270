import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeArgs } from './args-schema';

const JSON_FIELD = { 'ui:field': 'json' };

/** The description of one field of an object. */
function field(type: z.ZodType): { property: Record<string, unknown>; ui: unknown; required: boolean } {
  const { schema, ui } = describeArgs(z.object({ it: type }));
  const properties = schema.properties as Record<string, Record<string, unknown>>;
  return {
    property: properties.it ?? {},
    ui: ui.it,
    required: ((schema.required ?? []) as string[]).includes('it'),
  };
}

test.each<[string, z.ZodType, Record<string, unknown>]>([
  ['a text', z.string(), { type: 'string' }],
  ['a text with limits', z.string().min(2).max(9), { type: 'string', minLength: 2, maxLength: 9 }],
  ['an address', z.email(), { type: 'string', format: 'email' }],
  ['a date made from a text', z.coerce.date(), { type: 'string', format: 'date-time' }],
  ['a number', z.number().min(0.5).max(2), { type: 'number', minimum: 0.5, maximum: 2 }],
  ['a whole number from 1 on', z.number().int().min(1), { type: 'integer', minimum: 1 }],
  ['a switch', z.boolean(), { type: 'boolean' }],
  ['a choice', z.enum(['full', 'quick']), { type: 'string', enum: ['full', 'quick'] }],
  ['one value', z.literal('only'), { type: 'string', const: 'only' }],
  ['a text that may be null', z.string().nullable(), { type: ['string', 'null'] }],
  ['texts', z.array(z.string()), { type: 'array', items: { type: 'string' } }],
])('%s has a control of its own', (_name, type, expected) => {
  const { property, ui, required } = field(type);
  expect(property).toMatchObject(expected);
  expect(ui).toBeUndefined();
  expect(required).toBe(true);
});

type Tree = { children: Tree[] };
const tree: z.ZodType<Tree> = z.lazy(() => z.object({ children: z.array(tree) }));

test.each<[string, z.ZodType]>([
  ['anything', z.any()],
  ['a map', z.record(z.string(), z.number())],
  ['a union', z.union([z.string(), z.number()])],
  ['a choice by type', z.discriminatedUnion('is', [z.object({ is: z.literal('a') })])],
  ['a pair', z.tuple([z.string(), z.number()])],
  ['a list of anything', z.array(z.unknown())],
  ['a choice that may be null', z.enum(['a', 'b']).nullable()],
  ['what JSON has no word for', z.date()],
])('%s is written as JSON', (_name, type) => {
  expect(field(type).ui).toEqual(JSON_FIELD);
});

test('a recursive schema is written as JSON where it comes back to itself', () => {
  expect(JSON.stringify(describeArgs(z.object({ root: tree })).ui)).toContain('json');
});

test('defaults and descriptions are told, and what has a default may be left out', () => {
  const { property, required } = field(z.boolean().default(true).describe('Read all of it'));
  expect(property).toMatchObject({ default: true, description: 'Read all of it' });
  expect(required).toBe(false);
  expect(field(z.string().optional()).required).toBe(false);
});

test('names are told in words, a title of its own wins', () => {
  expect(field(z.string()).property.title).toBe('It');
  const { schema } = describeArgs(
    z.object({ dryRun: z.boolean(), max_files: z.number().meta({ title: 'Most' }) }),
  );
  expect(schema.properties).toMatchObject({ dryRun: { title: 'Dry run' }, max_files: { title: 'Most' } });
});

test('the input of a transformation is asked for, not its output', () => {
  expect(field(z.string().transform((text) => text.length)).property).toMatchObject({ type: 'string' });
});

test('objects within objects keep their fields', () => {
  const { property, ui } = field(z.object({ deep: z.object({ any: z.unknown() }) }));
  expect(property).toMatchObject({ type: 'object', properties: { deep: { type: 'object' } } });
  expect(ui).toEqual({ deep: { any: JSON_FIELD } });
});

test('without a schema the arguments are JSON, and what declares none says so', () => {
  expect(describeArgs(undefined)).toMatchObject({ declared: false, ui: JSON_FIELD });
  expect(describeArgs(z.union([z.object({ a: z.string() }), z.object({ b: z.string() })])).ui).toEqual(
    JSON_FIELD,
  );
});
