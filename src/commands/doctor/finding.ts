import type { Texts } from '../../texts/texts.js';

export type Verdict = 'ok' | 'warning' | 'problem';

type FindingTexts = Texts['doctor']['findings'];

export type FindingName = keyof FindingTexts;

export type Check = keyof Texts['doctor']['checks'];

/** What a finding's sentence needs. */
type Needs<N extends FindingName> = Parameters<FindingTexts[N]['says']>;

/** What ends within this time wants somebody's attention, ms. */
export const soonMs = 21 * 86_400_000;

/** One thing that was looked at. */
export interface Finding {
  readonly check: Check;
  readonly verdict: Verdict;
  /** For programs; stays the same over languages and versions. */
  readonly name: FindingName;
  readonly message: string;
  /** What to do about it; every finding that is not in order has one. */
  readonly fix?: string;
}

/** Findings whose texts say what to do. */
type Fixable = {
  [N in FindingName]: FindingTexts[N] extends { readonly fix: string } ? N : never;
}[FindingName];

/** Findings of one check, in the person's language. */
export class Notes {
  readonly findings: Finding[] = [];
  readonly #check: Check;
  readonly #texts: FindingTexts;

  constructor(check: Check, { doctor }: Texts) {
    this.#check = check;
    this.#texts = doctor.findings;
  }

  ok<N extends FindingName>(name: N, ...needs: Needs<N>): void {
    this.#add('ok', name, needs);
  }

  warning<N extends Fixable>(name: N, ...needs: Needs<N>): void {
    this.#add('warning', name, needs);
  }

  problem<N extends Fixable>(name: N, ...needs: Needs<N>): void {
    this.#add('problem', name, needs);
  }

  #add(verdict: Verdict, name: FindingName, needs: readonly unknown[]): void {
    const texts: { readonly says: (...needs: never) => string; readonly fix?: string } = this.#texts[name];
    const says = texts.says as (...needs: readonly unknown[]) => string;
    const { fix } = texts;
    const message = says(...needs);
    this.findings.push({
      check: this.#check,
      verdict,
      name,
      message,
      ...(fix === undefined || verdict === 'ok' ? {} : { fix }),
    });
  }
}
