import type { FieldMeanings } from '../texts/de/fieldMeanings.js';
import type { BoardCall, Label, SiteView } from '../protocol/messages.js';
import type { Day, DeskState, Desk, ReceptionVisit, Ticket } from '../queue/day.js';
import type { Booking, Entry, Marks, Outcome, SettledConcern } from '../queue/events.js';
import type { Rules } from '../queue/rules.js';
import type { DailyFigures } from '../statistics/figures.js';
import type { PeriodKind } from '../statistics/period.js';
import type { Stage } from '../statistics/presence.js';
import type { Tally } from '../statistics/tally.js';

/*
 * A line for every field, demanded by the compiler. A table of lines has the keys of the type whose fields it lists, no
 * more and no fewer; a field that may be missing has a question mark. So a new field of an event, a figure or a message
 * does not build before somebody has said what it is.
 */

/** What a field says about whom. */
export type Reference = keyof FieldMeanings;

/** What a field is: a key of the texts. */
export type Meaning = { [R in Reference]: keyof FieldMeanings[R] & string }[Reference];

/** Shapes that stand in several places and have one table of their own. */
export interface Shapes {
  readonly entry: Entry;
  readonly booking: Booking;
  readonly marks: Marks;
  readonly settledConcern: SettledConcern;
  readonly rules: Rules;
  readonly figures: DailyFigures;
  readonly tally: Tally;
  readonly day: Day;
  readonly ticket: Ticket;
  readonly receptionVisit: ReceptionVisit;
  readonly desk: Desk;
  readonly site: SiteView;
  readonly label: Label;
  readonly boardCall: BoardCall;
}

export type ShapeName = keyof Shapes;

type Leaf = string | number | boolean | null | undefined;

/** What is left of a field's type when lists are opened; never for plain values and lists of them. */
type Opened<V> = V extends Leaf ? never : V extends readonly (infer Item)[] ? Opened<Item> : V;

/** The name of a shape that has just this type. */
type NameOf<T> = {
  [N in ShapeName]: [T] extends [Shapes[N]] ? ([Shapes[N]] extends [T] ? N : never) : never;
}[ShapeName];

/** Names by which something is kept, as against fields of its own. */
type KeptBy = Outcome | DeskState | PeriodKind | Stage;

type IsMap<T> = string extends keyof T ? true : [keyof T] extends [KeptBy] ? true : false;

type Inside<T> = [T] extends [never]
  ? unknown
  : [NameOf<T>] extends [never]
    ? { readonly of: FieldsOf<T> }
    : { readonly as: NameOf<T> };

type Line<T, M> = [T] extends [never]
  ? M
  : [NameOf<T>] extends [never]
    ? IsMap<T> extends true
      ? { readonly is: M; readonly by: Meaning } & Inside<Opened<T[keyof T]>>
      : { readonly is: M } & Inside<T>
    : { readonly is: M; readonly as: NameOf<T> };

/** Keys that any member of a union has. */
type AllKeys<U> = U extends unknown ? keyof U : never;
type In<U, K> = U extends unknown ? (K extends keyof U ? U[K] : never) : never;
type MayMiss<U, K> = U extends unknown
  ? K extends keyof U
    ? Pick<Partial<U>, K> extends Pick<U, K>
      ? true
      : false
    : true
  : never;

/** A line for every field of a type, of a union of types for those of any member. */
export type FieldsOf<T, Except = never> = {
  readonly [K in Exclude<AllKeys<T>, Except>]: Line<
    Opened<In<T, K>>,
    true extends MayMiss<T, K> ? `${Meaning}?` : Meaning
  >;
};

/** A table of lines for every member of a union, by the field that tells them apart. */
export type TablesOf<U, Tag extends keyof U> = {
  readonly [N in U[Tag] & string]: FieldsOf<Extract<U, Readonly<Record<Tag, N>>>, Tag>;
};

/** What all tables look like to whoever reads them. */
export interface Fields {
  readonly [field: string]: AnyLine;
}

export type AnyLine =
  | string
  | {
      readonly is: string;
      readonly by?: Meaning;
      readonly of?: Fields;
      readonly as?: ShapeName;
    };
