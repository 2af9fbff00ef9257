/**
 * Judges bodies by Discord's published schema, where the development material is at hand. The sandbox has checks of its own; this
 * finds what they let through and the schema does not. Where the file is missing nothing is judged.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Sandbox } from '../../sandbox/index.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly uniqueItems?: boolean;
  readonly maxProperties?: number;
}

interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly requestBody?: {
              readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
            };
          }
        >
      >
    >
  >;
}

const FILE = new URL('../../../shared/discord/openapi.json', import.meta.url);
const api: OpenApi | null = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as OpenApi) : null;

/** Whether there is a schema to judge by. */
export const hasSchema = api !== null;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const resolve = (schema: Schema): Schema => {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.split('/').at(-1) ?? '';
  return resolve(api?.components.schemas[name] ?? {});
};

const isType: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  // The API takes integers as strings.
  integer: (value) => Number.isInteger(value) || (typeof value === 'string' && /^-?\d+$/.test(value)),
  array: Array.isArray,
  object: isObject,
};

/** Of a union of components or options, the member that has this value's `type`. */
const memberOf = (members: readonly Schema[], value: unknown): Schema | undefined => {
  if (!isObject(value) || value.type === undefined) return undefined;
  return members.find((member) => resolve(member).properties?.type?.enum?.includes(value.type));
};

const judgeUnion = (members: readonly Schema[], value: unknown, path: string): string[] => {
  const member = memberOf(members, value);
  if (member !== undefined) return judge(member, value, path);
  const verdicts = members.map((one) => judge(one, value, path));
  return verdicts.reduce((best, one) => (one.length < best.length ? one : best), verdicts[0] ?? []);
};

/** What the schema has against this value: `embeds.0.title: longer than 256`. */
export const judge = (reference: Schema, value: unknown, path = ''): string[] => {
  const schema = resolve(reference);
  const against: string[] = [];
  const add = (what: string) => against.push(`${path}: ${what}`);
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (types !== undefined && !types.some((type) => isType[type]?.(value))) {
    add(`is no ${types.join(' or ')}`);
    return against;
  }
  if (value === null && types?.includes('null')) return against;
  if (schema.const !== undefined && schema.const !== value) add(`is not ${String(schema.const)}`);
  if (schema.enum !== undefined && !schema.enum.includes(value)) add(`is none of ${schema.enum.join(', ')}`);
  for (const part of schema.allOf ?? []) against.push(...judge(part, value, path));
  const union = schema.oneOf ?? schema.anyOf;
  if (union !== undefined) against.push(...judgeUnion(union, value, path));
  if (typeof value === 'string') {
    if (value.length > (schema.maxLength ?? Infinity)) add(`longer than ${schema.maxLength}`);
    if ([...value].length < (schema.minLength ?? 0)) add(`shorter than ${schema.minLength}`);
    if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
      add(`not like ${schema.pattern}`);
  }
  if (types?.includes('integer') || types?.includes('number')) {
    if (Number(value) < (schema.minimum ?? -Infinity)) add(`less than ${schema.minimum}`);
    if (Number(value) > (schema.maximum ?? Infinity)) add(`more than ${schema.maximum}`);
  }
  if (Array.isArray(value)) {
    if (value.length > (schema.maxItems ?? Infinity)) add(`more than ${schema.maxItems} items`);
    if (value.length < (schema.minItems ?? 0)) add(`fewer than ${schema.minItems} items`);
    if (schema.uniqueItems && new Set(value).size < value.length) add('the same twice');
    const { items } = schema;
    if (items !== undefined) against.push(...value.flatMap((one, n) => judge(items, one, `${path}.${n}`)));
  }
  if (isObject(value)) {
    for (const name of schema.required ?? []) if (value[name] === undefined) add(`without ${name}`);
    const { additionalProperties: others } = schema;
    for (const [name, one] of Object.entries(value)) {
      const known = schema.properties?.[name];
      if (known !== undefined && one !== undefined) against.push(...judge(known, one, `${path}.${name}`));
      else if (isObject(others)) against.push(...judge(others, one, `${path}.${name}`));
    }
  }
  return against;
};

/** `/channels/:channel/messages` and `/channels/{channel_id}/messages` are one path. */
const shapeOf = (path: string): string => path.replaceAll(/:\w+|\{\w+\}/g, '*');

const shapes = new Map(Object.entries(api?.paths ?? {}).map(([path, methods]) => [shapeOf(path), methods]));

/** The schema of a route's body, as the sandbox names routes. Discord lists a webhook's `@original` apart. */
const bodySchema = (method: string, route: string): Schema | undefined =>
  shapes.get(shapeOf(route))?.[method.toLowerCase()]?.requestBody?.content['application/json']?.schema;

/** Gathers what the schema has against the bodies that this sandbox takes, from now on. */
export const watchBodies = (sandbox: Sandbox): (() => readonly string[]) => {
  const against: string[] = [];
  sandbox.rest.onRequest(({ method, route, body, status }) => {
    const schema =
      route === null || body === undefined || status >= 300 ? undefined : bodySchema(method, route);
    if (schema === undefined) return;
    const problems = judge(schema, body);
    if (problems.length > 0) against.push(`${method} ${route} ${problems.join('; ')}`);
  });
  return () => against;
};
