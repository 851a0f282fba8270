import { z } from 'zod';
import type { SchemaNode, SecretSchema } from './mask-secrets';

const read = new WeakMap<z.ZodType, SecretSchema | undefined>();

/** Where a zod schema marks secrets with `.meta({ secret: true })`; undefined when it marks none. */
export function secretSchemaOf(schema: z.ZodType): SecretSchema | undefined {
  if (!read.has(schema)) read.set(schema, readSchema(schema));
  return read.get(schema);
}

function readSchema(schema: z.ZodType): SecretSchema | undefined {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as SchemaNode;
  if (!JSON.stringify(root).includes('"secret":true')) return undefined;
  /** The node itself and what it consists of: references, unions, intersections. */
  const partsOf = (node: SchemaNode, seen = new Set<SchemaNode>()): SchemaNode[] => {
    if (seen.has(node)) return [];
    seen.add(node);
    const target = typeof node.$ref === 'string' ? resolve(root, node.$ref) : undefined;
    const inner = [node.anyOf, node.oneOf, node.allOf].flatMap((list) => (Array.isArray(list) ? list : []));
    return [node, ...[target, ...inner].flatMap((part) => (isNode(part) ? partsOf(part, seen) : []))];
  };
  return {
    root,
    isSecret: (node) => partsOf(node).some((part) => part.secret === true),
    childrenOf: (node, key) =>
      partsOf(node)
        .flatMap((part) => childrenOfPart(part, key))
        .filter(isNode),
  };
}

function childrenOfPart(part: SchemaNode, key: string): unknown[] {
  const { properties, additionalProperties, items, prefixItems } = part;
  if (isNode(properties) && Object.hasOwn(properties, key)) return [properties[key]];
  if (Array.isArray(prefixItems) && prefixItems[Number(key)] !== undefined) return [prefixItems[Number(key)]];
  return [additionalProperties, items];
}

function resolve(root: SchemaNode, ref: string): unknown {
  const steps = ref.replace(/^#\/?/, '').split('/').filter(Boolean);
  return steps.reduce<unknown>(
    (at, step) => (isNode(at) ? at[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined),
    root,
  );
}

const isNode = (value: unknown): value is SchemaNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
