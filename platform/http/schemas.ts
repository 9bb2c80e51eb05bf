// Schemas as Fastify, the validators and the documentation need them: shared ones by name, bodies closed to unknown keys.
import { isDeepStrictEqual } from 'node:util';
import fastJsonStringify, { type AnySchema } from 'fast-json-stringify';
import type { TSchema } from 'typebox';

export type JsonSchema = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keywords whose value is a map of names to schemas, or a schema, or a list of schemas. */
const MAPS = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);
const SINGLE = new Set([
  'items',
  'additionalProperties',
  'unevaluatedProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'additionalItems',
]);
const LISTS = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems']);

type Step = { readonly keyword: string };

/** Copies a schema with `change` applied to each schema within, from the leaves up. */
function mapSchema(
  schema: unknown,
  change: (schema: Record<string, unknown>, step: Step) => unknown,
  step: Step = { keyword: '' },
): unknown {
  if (!isObject(schema)) return schema;
  const copy: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (MAPS.has(keyword) && isObject(value)) {
      copy[keyword] = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapSchema(item, change, { keyword })]));
    } else if (SINGLE.has(keyword)) {
      copy[keyword] = Array.isArray(value)
        ? value.map((item) => mapSchema(item, change, { keyword }))
        : mapSchema(value, change, { keyword });
    } else if (LISTS.has(keyword) && Array.isArray(value)) {
      copy[keyword] = value.map((item) => mapSchema(item, change, { keyword }));
    } else {
      copy[keyword] = value;
    }
  }
  return change(copy, step);
}

/** Shared schemas by their `$id`; the same name for two different shapes is a mistake found at start. */
export class SharedSchemas {
  readonly #known = new Map<string, JsonSchema>();

  /** Replaces every schema that has an `$id` by a reference to it, and remembers it. */
  hoist(schema: TSchema): JsonSchema {
    return mapSchema(schema, (copy) => {
      const id = copy.$id;
      if (typeof id !== 'string') {
        if (typeof copy.$ref === 'string' && !/[#/]/.test(copy.$ref)) return { ...copy, $ref: `${copy.$ref}#` };
        return copy;
      }
      const known = this.#known.get(id);
      if (known !== undefined && !isDeepStrictEqual(known, copy)) throw new Error(`two different schemas are named ${id}`);
      this.#known.set(id, copy);
      return { $ref: `${id}#` };
    }) as JsonSchema;
  }

  all(): readonly JsonSchema[] {
    return [...this.#known.values()];
  }
}

const isClosedAlready = (copy: Record<string, unknown>): boolean =>
  copy.additionalProperties !== undefined || copy.unevaluatedProperties !== undefined || copy.patternProperties !== undefined;

/**
 * Closes objects to undeclared keys. Parts of an `allOf` and the top of a shared schema stay open, because each sees only its share;
 * the place that uses them is closed instead.
 */
export function closed(schema: JsonSchema): JsonSchema {
  return mapSchema(schema, (copy, { keyword }) => {
    if (keyword === 'allOf' || keyword === 'not' || keyword === 'if' || isClosedAlready(copy)) return copy;
    if (Array.isArray(copy.allOf) || typeof copy.$ref === 'string') return { ...copy, unevaluatedProperties: false };
    if (isObject(copy.properties) && typeof copy.$id !== 'string') return { ...copy, additionalProperties: false };
    return copy;
  }) as JsonSchema;
}

const KNOWN = new Set(
  (
    '$id $ref $defs definitions type properties required additionalProperties patternProperties items prefixItems anyOf oneOf allOf not if then else const enum ' +
    'format pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems uniqueItems minProperties maxProperties nullable'
  ).split(' '),
);

/** Leaves only what a serialiser needs: our own keywords and descriptions would trouble it. */
export function bare(schema: JsonSchema): JsonSchema {
  return mapSchema(schema, (copy) => Object.fromEntries(Object.entries(copy).filter(([keyword]) => KNOWN.has(keyword)))) as JsonSchema;
}

/** Names of the shared schemas that a schema refers to, by itself or through others. */
function referred(schema: unknown, shared: ReadonlyMap<string, JsonSchema>, found: Set<string> = new Set()): ReadonlySet<string> {
  mapSchema(schema, (copy) => {
    const id = typeof copy.$ref === 'string' ? (copy.$ref.split('#')[0] ?? '') : '';
    if (shared.has(id) && !found.has(id)) referred(shared.get(id), shared, found.add(id));
    return copy;
  });
  return found;
}

/**
 * Writers of replies: what the schema declares and nothing more. Each is given only the shared schemas that it refers to, and equal schemas
 * share a writer: with all of them for each reply, a start would take the square of the number of actions.
 */
export class Serializers {
  readonly #shared: ReadonlyMap<string, JsonSchema>;
  readonly #made = new Map<string, (value: unknown) => string>();

  constructor(shared: readonly JsonSchema[]) {
    this.#shared = new Map(shared.map((one) => [String(one.$id), bare(one)]));
  }

  of(schema: JsonSchema): (value: unknown) => string {
    const own = bare(schema);
    const key = JSON.stringify(own);
    const made = this.#made.get(key);
    if (made !== undefined) return made;
    const externals = Object.fromEntries([...referred(own, this.#shared)].map((id) => [id, this.#shared.get(id)]));
    const writer = fastJsonStringify(own as AnySchema, { schema: externals as never });
    this.#made.set(key, writer);
    return writer;
  }
}
