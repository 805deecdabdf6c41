import type { DeskAnswer } from '../queue/events.js';
import { adviceNow, extraDesksOf } from '../staffing/adviceNow.js';
import { textsFor } from '../texts/texts.js';
import { askOnce, withConnection } from './connect.js';
import { describeOutcome } from './describe.js';
import { Failure } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import { outcomeOf } from './outcome.js';
import { printOutcome } from './print.js';

/** `beo extra-desks yes|no`: the lead's answer to the advice of this moment to open more desks. */
export async function runExtraDesks(answer: DeskAnswer, options: Globals): Promise<void> {
  const language = languageOf(options);
  await withConnection(options, { role: 'lead' }, async (connection, { day, site }) => {
    const advice = adviceNow(day, connection.now(), site);
    const extraDesks = advice ? extraDesksOf(advice) : 0;
    if (extraDesks === 0) {
      throw new Failure('noExtraDesks', textsFor(language).failures.noExtraDesks());
    }
    const entry = await askOnce(connection, { type: 'decideExtraDesks', answer, extraDesks }, options);
    const outcome = outcomeOf(entry, day);
    printOutcome(outcome, options.json ?? false, () => describeOutcome(outcome, site, language));
  });
}
