import { z } from 'zod';
import { settingsSchema } from './settingsSchema.js';

/** A setting as the schema has it. */
export interface SettingField {
  /** 'sites.*.queue.letter'; a star stands for a name that the office chooses. */
  readonly path: string;
  /** The schema's own words; none of a setting that a group describes as a whole. */
  readonly meaning?: string;
  readonly default?: unknown;
}

/** The part of a JSON schema that says what may stand where. */
interface Node {
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
}

/** Every setting that `settings.json` may hold, read from the schema that checks it, in its order. */
export function settingFields(): SettingField[] {
  const schema = z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' });
  return fieldsIn(schema as Node, '');
}

function fieldsIn(node: Node, path: string): SettingField[] {
  const named = Object.entries(node.properties ?? {}).flatMap(([name, part]) =>
    fieldAt(part, path === '' ? name : `${path}.${name}`),
  );
  const { additionalProperties: each, items } = node;
  return [
    ...named,
    ...(typeof each === 'object' ? fieldsIn(each, `${path}.*`) : []),
    ...(items ? fieldsIn(items, path) : []),
    ...(node.anyOf ?? []).flatMap((part) => fieldsIn(part, path)),
  ];
}

const fieldAt = (node: Node, path: string): SettingField[] => [
  {
    path,
    ...(node.description === undefined ? {} : { meaning: node.description }),
    ...(node.default === undefined ? {} : { default: node.default }),
  },
  ...fieldsIn(node, path),
];
