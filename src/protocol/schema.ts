import { z } from 'zod';
import type { ClientMessage } from './messages.js';

// Bounds keep a frame small and its texts inert; no field holds free text.
const code = z.string().regex(/^[\p{L}\p{N}_./-]{1,64}$/u);
const item = z.string().min(1).max(200);
const instant = z.number().int().nonnegative().max(8.64e15);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const role = z.enum(['reception', 'desk', 'lead', 'display']);
const team = z.enum(['703', '704', 'unknown']);
const yes = z.literal(true);
const place = z.union([
  z.literal('lead'),
  z.templateLiteral([z.enum(['desk', 'reception']), '/', z.string().regex(/^[A-Za-z0-9_-]{1,32}$/)]),
]);

const marks = z.strictObject({
  assisted: z.exactOptional(yes),
  interpreter: z.exactOptional(yes),
  confidential: z.exactOptional(yes),
  urgent: z.exactOptional(code),
  team: z.exactOptional(team),
});

const settledOnTheWay = z.strictObject({ concern: code, rule: code });

const ending = {
  outcome: z.exactOptional(
    z.enum(['settled', 'appointment', 'forwarded', 'evidenceRequested', 'fieldVisit', 'abandoned']),
  ),
  destination: z.exactOptional(code),
  concern: z.exactOptional(code),
  furtherConcerns: z.exactOptional(z.array(code).max(5)),
  consulted: z.exactOptional(z.boolean()),
  papInformed: z.exactOptional(z.boolean()),
  masterData: z.exactOptional(z.boolean()),
};

const ofDesk = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), desk: code });

const command = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('checkIn'),
    concern: code.nullable(),
    rule: code,
    marks: z.exactOptional(marks),
    alsoSettled: z.exactOptional(z.array(settledOnTheWay).max(5)),
    visit: z.exactOptional(z.strictObject({ desk: code, calledAt: instant, finishedAt: instant })),
    identityChecked: z.exactOptional(z.boolean()),
    consulted: z.exactOptional(z.boolean()),
    openedAt: z.exactOptional(instant),
    handouts: z.exactOptional(z.array(item).max(10)),
    copies: z.exactOptional(z.boolean()),
    documents: z.exactOptional(code),
    masterData: z.exactOptional(z.boolean()),
    occurredAt: z.exactOptional(instant),
    afterHours: z.exactOptional(z.boolean()),
  }),
  z.strictObject({ type: z.literal('mark'), number: code, marks }),
  z.strictObject({ type: z.literal('leave'), number: code }),
  z.strictObject({ type: z.literal('correct'), visit: code, concern: code }),
  z.strictObject({ type: z.literal('cancel'), visit: code }),
  z.strictObject({
    type: z.literal('call'),
    desk: code,
    number: z.exactOptional(code),
    reason: z.exactOptional(code),
  }),
  ofDesk('recall'),
  ofDesk('withdraw'),
  ofDesk('start'),
  z.strictObject({ type: z.literal('finish'), desk: code, occurredAt: z.exactOptional(instant), ...ending }),
  ofDesk('park'),
  z.strictObject({
    type: z.literal('resume'),
    number: code,
    desk: z.exactOptional(code),
    toQueue: z.exactOptional(z.boolean()),
  }),
  z.strictObject({ type: z.literal('requeue'), desk: code, nextConcern: code, ...ending }),
  z.strictObject({ type: z.literal('transfer'), desk: code, reason: code, toDesk: z.exactOptional(code) }),
  ofDesk('noShow'),
  ofDesk('openDesk'),
  ofDesk('closeDesk'),
  ofDesk('pause'),
  z.strictObject({
    type: z.literal('startActivity'),
    desk: code,
    activity: code,
    team: z.exactOptional(team),
  }),
  z.strictObject({ type: z.literal('callHelp') }),
  z.strictObject({ type: z.literal('answerHelp'), from: place }),
  z.strictObject({ type: z.literal('endHelp'), from: z.exactOptional(place) }),
  z.strictObject({ type: z.literal('askZone') }),
  z.strictObject({ type: z.literal('answerZone'), from: place, answer: z.enum(['yes', 'no']) }),
  z.strictObject({ type: z.literal('dropQuestion') }),
  z.strictObject({
    type: z.literal('decideExtraDesks'),
    answer: z.enum(['yes', 'no']),
    extraDesks: z.number().int().positive(),
  }),
  z.strictObject({ type: z.literal('undo') }),
  z.strictObject({ type: z.literal('closeDay'), force: z.exactOptional(z.boolean()) }),
]);

/** Every message that a client may send. Unknown fields are refused, so that nothing slips in beside them. */
export const clientMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    protocol: z.number().int(),
    site: z.exactOptional(code),
    role,
    place: z.exactOptional(code),
    claim: z.exactOptional(z.enum(['ask', 'take'])),
    screen: z.exactOptional(z.uuid()),
    store: z.exactOptional(z.string().max(64)),
    token: z.exactOptional(z.string().max(200)),
    epoch: z.exactOptional(z.string().max(64)),
    afterSeq: z.exactOptional(z.number().int().nonnegative()),
  }),
  z.strictObject({ type: z.literal('ask'), askId: z.uuid(), day, command }),
  z.strictObject({
    type: z.literal('query'),
    queryId: z.uuid(),
    from: day,
    to: day,
    at: z.exactOptional(instant),
  }),
  z.strictObject({
    type: z.literal('changeSetting'),
    queryId: z.uuid(),
    path: z.string().min(1).max(200),
    value: z.exactOptional(z.unknown().refine((value) => isFlat(value, 10))),
    dryRun: z.exactOptional(yes),
  }),
  z.strictObject({ type: z.literal('showing'), numbers: z.array(code).max(200) }),
]) satisfies z.ZodType<ClientMessage>;

/** Whether no more than so many objects and lists stand in one another. */
const isFlat = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((inside) => isFlat(inside, levels - 1)));
