import { z } from 'zod';

type Json = Record<string, unknown>;

/** What a form of a runner's arguments is made from; plain data, so that the browser needs no schema library. */
export interface ArgsSchema {
  /** JSON Schema of what `enqueue({ args })` takes. */
  schema: Json;
  /** How the form shows what has no control of its own: `{ 'ui:field': 'json' }` at its place. */
  ui: Json;
  /** False: the runner takes no arguments, or none that it declares. */
  declared: boolean;
}

const JSON_FIELD = { 'ui:field': 'json' };
const PLAIN = ['string', 'number', 'integer', 'boolean'];
const WHOLE_NUMBER_LIMIT = Number.MAX_SAFE_INTEGER;

/** Describes a runner's `args` for a form. What no form can show (any, unions, recursion, maps) becomes a field of JSON. */
export function describeArgs(args: z.ZodType | undefined): ArgsSchema {
  if (!args) return { schema: { type: 'object' }, ui: JSON_FIELD, declared: false };
  const made = z.toJSONSchema(args, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const { type, coerce } = zodSchema._zod.def as { type: string; coerce?: boolean };
      // Arguments are JSON: only a date that is made from a text can come in.
      if (type === 'date' && coerce) Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
    },
  }) as Json;
  const { $schema: _, ...rest } = made;
  const schema = plain(rest);
  return { schema, ui: uiOf(schema), declared: true };
}

/** The same schema with titles that read as words, nullable types told in one line, and no limits that say nothing. */
function plain(schema: Json): Json {
  const { anyOf, ...rest } = schema;
  const known = Array.isArray(anyOf) ? anyOf.filter((each) => each.type !== 'null') : [];
  if (Array.isArray(anyOf) && known.length === 1 && known.length < anyOf.length) {
    const inner = plain(known[0]);
    if (PLAIN.includes(String(inner.type)) && !inner.enum && inner.const === undefined)
      return { ...inner, ...rest, type: [inner.type, 'null'] };
  }
  const made: Json = { ...schema };
  if (made.minimum === -WHOLE_NUMBER_LIMIT) delete made.minimum;
  if (made.maximum === WHOLE_NUMBER_LIMIT) delete made.maximum;
  if (isJson(made.items)) made.items = plain(made.items);
  if (isJson(made.properties)) {
    made.properties = Object.fromEntries(
      Object.entries(made.properties).map(([name, property]) => {
        const child = plain(property as Json);
        return [name, { ...child, title: child.title ?? inWords(name) }];
      }),
    );
  }
  return made;
}

/** Where the form needs a field of JSON. */
function uiOf(schema: Json): Json {
  if (isJson(schema.properties) && schema.type === 'object') {
    const fields = Object.entries(schema.properties).map(
      ([name, child]) => [name, uiOf(child as Json)] as const,
    );
    return Object.fromEntries(fields.filter(([, ui]) => Object.keys(ui).length > 0));
  }
  // An object without fields: nothing to fill in.
  if (schema.type === 'object' && schema.additionalProperties === false) return {};
  if (schema.type === 'array' && isJson(schema.items) && !schema.prefixItems) {
    const items = uiOf(schema.items);
    return Object.keys(items).length > 0 ? JSON_FIELD : {};
  }
  const [type, second] = Array.isArray(schema.type) ? schema.type : [schema.type];
  const shown = PLAIN.includes(type) && (second === undefined || second === 'null') && !schema.$ref;
  return shown ? {} : JSON_FIELD;
}

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `dryRun` and `dry_run` → `Dry run`. */
function inWords(name: string): string {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
