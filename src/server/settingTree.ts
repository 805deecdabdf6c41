import { z } from 'zod';
import type { SettingEffect } from '../protocol/messages.js';
import type { ChangedBy, Form } from './settingWords.js';
import { settingsSchema } from './settingsSchema.js';

/** What may stand at a setting. */
export type Allowed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'switch' }
  | { readonly kind: 'number'; readonly whole: boolean; readonly min?: number; readonly max?: number }
  /** `min` and `max` count characters. */
  | { readonly kind: 'text'; readonly form?: Form; readonly min?: number; readonly max?: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  /** `min` and `max` count items. */
  | { readonly kind: 'list'; readonly of: Allowed; readonly min?: number; readonly max?: number }
  /** Settings with fixed names. */
  | { readonly kind: 'group'; readonly of: readonly string[] }
  /** Things by names that the office chooses, or some of a few. */
  | { readonly kind: 'byName'; readonly form?: Form; readonly names?: readonly string[] }
  | { readonly kind: 'either'; readonly of: readonly Allowed[] };

/** A setting, as the schema that checks it has it. */
export interface SettingNode {
  /** 'sites.*.queue.letter'; a star stands for a name that the office chooses. Items of a list have the list's path. */
  readonly path: string;
  /** The schema's own words; none of a setting that a group describes as a whole. */
  readonly meaning?: string;
  readonly default?: unknown;
  /** Has to be there, for want of a default. */
  readonly isRequired: boolean;
  readonly allowed: Allowed;
  readonly effect: SettingEffect;
  readonly changedBy: ChangedBy;
  /** The settings of a group, by their names. */
  readonly parts: ReadonlyMap<string, SettingNode>;
  /** What stands by each name that the office chooses. */
  readonly each?: SettingNode;
  readonly item?: SettingNode;
}

/** A JSON schema, as far as zod makes use of it, with what our own schema says beside. */
interface Schema {
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly form?: Form;
  readonly effect?: SettingEffect;
  readonly changedBy?: ChangedBy;
}

type Inherited = Pick<SettingNode, 'effect' | 'changedBy'>;

const ofSites: Inherited = { effect: 'atOnce', changedBy: 'lead' };

let tree: SettingNode | undefined;

/** All that `settings.json` may hold. */
export function settingTree(): SettingNode {
  tree ??= nodeOf(
    z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' }) as Schema,
    '',
    ofSites,
  );
  return tree;
}

function nodeOf(schema: Schema, path: string, above: Inherited, isRequired = false): SettingNode {
  const { description, effect = above.effect, changedBy = above.changedBy } = schema;
  // To add or remove a site is more than to change one.
  const passedOn = path === 'sites.*' ? ofSites : { effect, changedBy };
  const inside = insideOf(schema);
  const within = (name: string) => (path === '' ? name : `${path}.${name}`);
  const { additionalProperties: each } = inside;
  return {
    path,
    ...(description === undefined ? {} : { meaning: description }),
    ...(schema.default === undefined ? {} : { default: schema.default }),
    isRequired,
    allowed: allowedBy(schema),
    effect,
    changedBy,
    parts: new Map(
      Object.entries(inside.properties ?? {}).map(([name, part]) => [
        name,
        nodeOf(part, within(name), passedOn, inside.required?.includes(name)),
      ]),
    ),
    ...(typeof each === 'object' ? { each: nodeOf(each, within('*'), passedOn) } : {}),
    ...(inside.items ? { item: nodeOf(inside.items, path, passedOn) } : {}),
  };
}

/** The part of a schema that has more within it: that of a setting that may be null too is one of two. */
const insideOf = (schema: Schema): Schema =>
  schema.anyOf?.find(({ properties, items, additionalProperties }) =>
    Boolean(properties ?? items ?? additionalProperties),
  ) ?? schema;

function allowedBy(schema: Schema): Allowed {
  if (schema.anyOf) return { kind: 'either', of: schema.anyOf.map(allowedBy) };
  if (schema.enum) return { kind: 'choice', of: schema.enum };
  if (schema.const !== undefined) return { kind: 'constant', value: schema.const };
  switch (schema.type) {
    case 'null':
      return { kind: 'nothing' };
    case 'boolean':
      return { kind: 'switch' };
    case 'integer':
    case 'number':
      return {
        kind: 'number',
        whole: schema.type === 'integer',
        ...bounds(schema.minimum, schema.maximum),
      };
    case 'array':
      return {
        kind: 'list',
        of: allowedBy(schema.items ?? {}),
        ...bounds(schema.minItems, schema.maxItems),
      };
    case 'object':
      return allowedInside(schema);
    default:
      return { kind: 'text', ...formOf(schema), ...bounds(schema.minLength, schema.maxLength) };
  }
}

function allowedInside({ properties, propertyNames }: Schema): Allowed {
  if (properties) return { kind: 'group', of: Object.keys(properties) };
  return {
    kind: 'byName',
    ...formOf(propertyNames ?? {}),
    ...(propertyNames?.enum ? { names: propertyNames.enum } : {}),
  };
}

const formOf = ({ form }: Schema): { readonly form?: Form } => (form === undefined ? {} : { form });

const bounds = (min: number | undefined, max: number | undefined) => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined || max === Number.MAX_SAFE_INTEGER ? {} : { max }),
});
