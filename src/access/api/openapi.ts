import { z } from 'zod';
import type { Action } from '../permissions.js';
import { CSRF_HEADER } from './caller.js';
import type { Endpoint } from './endpoint.js';

type Node = Readonly<Record<string, unknown>>;

/** What is told of the API as a whole. */
export interface ApiAbout {
  readonly title: string;
  readonly version: string;
}

const PROBLEM = z
  .object({
    type: z.string(),
    title: z.string().describe('what a person reads'),
    status: z.int(),
    instance: z.string(),
    errors: z.array(z.object({ place: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

/**
 * The OpenAPI 3.1 document of these endpoints, from the schemas they parse and answer with. A schema
 * with a name (`.meta({ id })`) is a component; others stand where they are used.
 */
export function openApi(endpoints: readonly Endpoint[], about: ApiAbout): Node {
  const components = new Map<string, Node>();
  const schema = (of: z.ZodType, io: 'input' | 'output'): Node => schemaOf(components, of, io);
  const paths: Record<string, Record<string, Node>> = {};
  for (const one of endpoints) {
    paths[one.path] = { ...paths[one.path], [one.method]: operation(one, schema) };
  }
  return {
    openapi: '3.1.1',
    info: about,
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-shuzhi-staff' },
        csrf: { type: 'apiKey', in: 'header', name: CSRF_HEADER },
      },
    },
  };
}

/** Whether it may be sent again under the same key. */
const isOnce = ({ method, needs, secretAnswer }: Endpoint): boolean =>
  method !== 'get' && needs !== null && !secretAnswer;

const IDEMPOTENCY_KEY: Node = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'sent again under the same key within a day, it is done once and answered the same',
  schema: { type: 'string', maxLength: 255 },
};

type SchemaFrom = (of: z.ZodType, io: 'input' | 'output') => Node;

function operation(one: Endpoint, schema: SchemaFrom): Node {
  const { tag, summary, needs, body } = one;
  return {
    operationId: operationId(one),
    tags: [tag],
    summary,
    ...(needs === null ? { security: [] } : { security: securityOf(one), 'x-needs': needs }),
    parameters: [
      ...parameters(one.params, 'path', schema),
      ...parameters(one.query, 'query', schema),
      ...(isOnce(one) ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(body ? { requestBody: { required: true, content: json(schema(body, 'input')) } } : {}),
    responses: responses(one, schema),
  };
}

/** `post /staff/{id}/lock` → `postStaffByIdLock`. */
const operationId = ({ method, path }: Endpoint): string =>
  method +
  path
    .split(/[/-]/)
    .filter(Boolean)
    .map((part) => part.replace(/^\{(\w+)\}$/, (_, name: string) => `by-${name}`))
    .flatMap((part) => part.split('-'))
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');

const securityOf = ({ method }: Endpoint): readonly Node[] => [
  { bearer: [] },
  method === 'get' ? { cookie: [] } : { cookie: [], csrf: [] },
];

function parameters(
  of: z.ZodType | undefined,
  place: 'path' | 'query',
  schema: SchemaFrom,
): readonly Node[] {
  if (!of) return [];
  const { properties = {}, required = [] } = schema(of, 'input') as {
    properties?: Record<string, Node>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, its]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: its,
  }));
}

const json = (schema: Node): Node => ({ 'application/json': { schema } });

function responses(one: Endpoint, schema: SchemaFrom): Node {
  const good = one.answer
    ? { description: 'done', content: json(schema(one.answer, 'output')) }
    : { description: 'done' };
  const problem = {
    description: 'refused',
    content: { 'application/problem+json': { schema: schema(PROBLEM, 'output') } },
  };
  const refusals = [
    ...(one.params || one.query || one.body ? [400] : []),
    ...(one.needs === null ? [] : [401, 403]),
    ...(one.relation ? [404] : []),
    ...(isOnce(one) ? [409, 422] : []),
    ...(one.refusals ?? []),
  ];
  return Object.fromEntries([
    [one.status ?? (one.answer ? 200 : 204), good],
    ...[...new Set(refusals)].map((status) => [status, problem]),
  ]) as Node;
}

const REFERENCE = '#/$defs/';

/** The JSON Schema of one schema; named ones in it move to `components` and are referred to. */
function schemaOf(components: Map<string, Node>, of: z.ZodType, io: 'input' | 'output'): Node {
  const made = z.toJSONSchema(of, { io, unrepresentable: 'any', override: plainly }) as Node;
  const { $schema: _, $defs = {}, ...own } = referring(made);
  for (const [name, its] of Object.entries($defs as Record<string, Node>)) {
    const known = components.get(name);
    if (known && JSON.stringify(known) !== JSON.stringify(its)) {
      throw new Error(`two schemas of the API are called ${name}`);
    }
    components.set(name, its);
  }
  return own;
}

/** Without the pattern that a date's format says already, nor the bounds of every whole number. */
function plainly({ jsonSchema: its }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (its.format === 'date-time') delete its.pattern;
  if (its.minimum === Number.MIN_SAFE_INTEGER) delete its.minimum;
  if (its.maximum === Number.MAX_SAFE_INTEGER) delete its.maximum;
}

const referring = (schema: Node): Node =>
  JSON.parse(JSON.stringify(schema).replaceAll(`"${REFERENCE}`, '"#/components/schemas/')) as Node;

/** Every action some endpoint stands behind. */
export const needed = (endpoints: readonly Endpoint[]): ReadonlySet<Action> =>
  new Set(endpoints.flatMap(({ needs }) => (needs === null ? [] : [needs])));
