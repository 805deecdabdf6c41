import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { rowsOf } from '../inventory/fieldRows.js';
import type { Fields } from '../inventory/lines.js';
import { toServer, toStations } from '../inventory/messageFields.js';
import { shapes as inventoryShapes } from '../inventory/shapes.js';
import { protocolVersion } from '../protocol/messages.js';
import { clientMessage } from '../protocol/schema.js';
import { permissions } from '../queue/roles.js';
import { inventory } from '../texts/en/inventory.js';
import { TypeShapes, type Shape } from './typeShapes.js';

const messages = new URL('../protocol/messages.ts', import.meta.url);

/** All types of the wire, as the code has them. */
function typesOfTheWire(): Readonly<Record<string, Shape>> {
  const types = new TypeShapes();
  for (const name of ['ClientMessage', 'ServerMessage']) types.add(messages, name);
  return types.defs;
}

/** What the inventory says of a field for which the code needs no words. */
const meaningsOf = (fields: Fields | undefined): Readonly<Record<string, string>> =>
  fields === undefined
    ? {}
    : Object.fromEntries(rowsOf(fields, 'en').map(({ field, meaning }) => [field, meaning]));

/** Every message, as JSON Schema: from the server what its types say, to the server what it checks. */
export function protocolSchema(): object {
  const { ClientMessage: _, ...defs } = typesOfTheWire();
  const { $schema, ...toServerSchema } = z.toJSONSchema(clientMessage);
  return {
    $schema,
    title: `beo's protocol, version ${protocolVersion}`,
    description:
      'A text frame in either direction. To the server: unknown fields are refused. From the server: ignore what you do not know.',
    anyOf: [{ $ref: '#/$defs/ToServer' }, { $ref: '#/$defs/ServerMessage' }],
    $defs: { ToServer: toServerSchema, ...defs },
  };
}

/** The tables of docs/protocol.md. */
export function protocolTables(): string {
  const defs = typesOfTheWire();
  const used = new Set<string>();
  const type = (shape: Shape): string => typeOf(shape, (name) => used.add(name));
  const table = (shape: Shape, meanings: Readonly<Record<string, string>>): string => {
    const rows = Object.entries(shape.properties ?? {}).filter(([name]) => name !== 'type');
    if (rows.length === 0) return 'No further fields.';
    return [
      '| field | type | |',
      '|---|---|---|',
      ...rows.map(([name, field]) => {
        const optional = shape.required?.includes(name) ? '' : '?';
        return `| \`${name}\`${optional} | ${type(field)} | ${cell(field.description ?? meanings[name] ?? '')} |`;
      }),
    ].join('\n');
  };
  const titled = (level: number, name: string, shape: Shape, body: string): string =>
    [`${'#'.repeat(level)} ${name}`, ...(shape.description ? [cell(shape.description)] : []), body].join(
      '\n\n',
    );
  const message = (shape: Shape, meanings: Readonly<Record<string, Fields>>): string => {
    const name = String(shape.properties?.type?.const);
    return titled(3, name, shape, table(shape, meaningsOf(meanings[name])));
  };
  const inherits = (name: string, shape: Shape): string | undefined =>
    name === 'ServerMessage' ? shape.description : undefined;
  const membersOf = (name: string): readonly Shape[] =>
    (defs[name]?.anyOf ?? []).flatMap((one) => {
      const named = one.$ref === undefined ? one : defs[one.$ref.replace('#/$defs/', '')];
      if (!named) return [];
      return named.anyOf ? named.anyOf.map((each) => described(each, inherits(name, named))) : [named];
    });
  const variants = (name: string, key: 'type' | 'name'): string =>
    membersOf(name)
      .map((shape) => {
        const { [key]: word, ...fields } = shape.properties ?? {};
        return { word: String(word?.const), fields, shape };
      })
      .map(({ word, fields, shape }) => {
        const list = Object.entries(fields).map(
          ([field, of]) => `\`${field}\`${shape.required?.includes(field) ? '' : '?'} ${type(of)}`,
        );
        return `| \`${word}\` | ${list.join('<br>')} | ${cell(sayingOf(name, word, shape))} |`;
      })
      .join('\n');
  const sections = [
    `## To the server\n\n${membersOf('ClientMessage')
      .map((shape) => message(shape, toServer))
      .join('\n\n')}`,
    `## Commands\n\nWhat an \`ask\` may hold, and which roles may ask it.\n\n| \`type\` | fields | |\n|---|---|---|\n${variants('Command', 'type')}`,
    `## From the server\n\n${membersOf('ServerMessage')
      .map((shape) => message(shape, toStations))
      .join('\n\n')}`,
    `## Events\n\nWhat an entry says has happened.\n\n| \`type\` | fields | |\n|---|---|---|\n${variants('Event', 'type')}`,
    `## Refusals\n\nA name, and what a sentence about it needs; V3 and the like are rules of [SPEC.md](../src/queue/SPEC.md).\n\n| \`name\` | with | |\n|---|---|---|\n${variants('Refusal', 'name')}`,
  ];
  return [...sections, `## Shapes\n\n${shapesSection(defs, used, table, type)}`].join('\n\n');
}

const described = (shape: Shape, description: string | undefined): Shape =>
  description === undefined ? shape : { description, ...shape };

/** Types that have a chapter of their own above. */
const elsewhere = new Set(['ClientMessage', 'ServerMessage', 'Command', 'Event', 'Refusal']);

function shapesSection(
  defs: Readonly<Record<string, Shape>>,
  used: ReadonlySet<string>,
  table: (shape: Shape, meanings: Readonly<Record<string, string>>) => string,
  type: (shape: Shape) => string,
): string {
  const told = new Map<string, string>();
  // A table may name further types.
  for (let before = -1; before !== told.size;) {
    before = told.size;
    for (const name of used) {
      const shape = defs[name];
      if (told.has(name) || elsewhere.has(name) || !shape) continue;
      const { description, ...rest } = shape;
      const inInventory = inventoryShapes[inventoryName(name)];
      const body = shape.properties ? table(rest, meaningsOf(inInventory)) : type(rest);
      told.set(name, [`### ${name}`, ...(description ? [cell(description)] : []), body].join('\n\n'));
    }
  }
  return [...told]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text)
    .join('\n\n');
}

/** Some types are called otherwise in the inventory. */
function inventoryName(name: string): keyof typeof inventoryShapes {
  const own: Readonly<Record<string, string>> = { DailyFigures: 'figures', SiteView: 'site' };
  return (own[name] ?? name.charAt(0).toLowerCase() + name.slice(1)) as keyof typeof inventoryShapes;
}

/** What there is to say of a command, an event or a refusal. */
function sayingOf(kind: string, word: string, { description = '' }: Shape): string {
  if (kind === 'Command') {
    const roles = permissions[word as keyof typeof permissions] ?? [];
    return [description, `Roles: ${roles.join(', ')}.`].filter(Boolean).join(' ');
  }
  if (kind === 'Event') return description || (eventWords[word] ?? '');
  return description || rulesOf(word).join(', ');
}

const specification = readFileSync(new URL('../queue/SPEC.md', import.meta.url), 'utf8');

/** The rules of SPEC.md that name a refusal. */
const rulesOf = (refusal: string): string[] =>
  [...specification.matchAll(/^- \*\*([A-Z]\d+)\*\* (.*)$/gm)].flatMap(([, rule = '', text = '']) =>
    text.includes(`\`${refusal}\``) ? rule : [],
  );

const eventWords: Readonly<Record<string, string>> = inventory.events;

function typeOf(shape: Shape, refer: (name: string) => void): string {
  const type = (one: Shape): string => typeOf(one, refer);
  if (shape.$ref !== undefined) {
    const name = shape.$ref.replace('#/$defs/', '');
    refer(name);
    return `[${name}](#${anchors[name] ?? name.toLowerCase()})`;
  }
  if (shape.const !== undefined) return `\`${JSON.stringify(shape.const)}\``;
  if (shape.enum) return shape.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ');
  if (shape.anyOf) return shape.anyOf.map(type).join(' or ');
  if (shape.type === 'array') return `list of ${type(shape.items ?? {})}`;
  if (shape.additionalProperties) return `${type(shape.additionalProperties)} by name`;
  if (shape.properties) {
    const fields = Object.entries(shape.properties).map(
      ([name, field]) => `\`${name}\`${shape.required?.includes(name) ? '' : '?'} ${type(field)}`,
    );
    return `{ ${fields.join(', ')} }`;
  }
  return shape.type ?? 'any';
}

const anchors: Readonly<Record<string, string>> = {
  Command: 'commands',
  Event: 'events',
  Refusal: 'refusals',
  Rejection: 'refusals',
};

/** A sentence within a table. */
const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);
