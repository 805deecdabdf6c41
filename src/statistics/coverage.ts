import { isoWeekOf } from './calendar.js';

/** Which days a figure of a period may be computed from. */
export interface Coverage {
  /** Days whose sum is shown; those of one block only together. */
  readonly blocks: readonly (readonly string[])[];
  /** Contacts in the period. */
  readonly n: number;
  /** Of these, the contacts that are left out because their days may not be shown. */
  readonly withheld: number;
  /** Whether the period has a part only of days that are shown together. */
  readonly isCut: boolean;
  /** False: nothing may be shown but n. */
  readonly isShown: boolean;
}

/** Says of a row and a period, both days included, what may be shown. */
export type Release = (row: string, from: string, to: string) => Coverage;

/**
 * Whether a figure of a period may be shown: it has no day without those it is shown together with, and within one week
 * it leaves none out.
 */
export const mayBeShown = (
  {
    withheld,
    isCut,
    hasBlocks,
  }: { readonly withheld: number; readonly isCut: boolean; readonly hasBlocks: boolean },
  from: string,
  to: string,
): boolean => !isCut && (withheld === 0 || (hasBlocks && isoWeekOf(from) !== isoWeekOf(to)));
