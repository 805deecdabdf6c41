import { describe, expect, test } from 'vitest';
import { adviseDesks, type Load } from '../../staffing/deskAdvice.js';
import { minimumStaffing } from '../../staffing/desksNow.js';
import { fakeOffice } from '../../testing/fakeConnection.js';
import { leadSceneOf } from '../../testing/leadScene.js';
import { minutes, plainDesk } from '../../testing/officeDay.js';
import type { Language } from '../../texts/language.js';
import { adviceHint, minimumHint } from './adviceText.js';

/** S01 at 08:21, a fourth place being there: 11 have come, 4 wait, 3 desks serve for 10 minutes each. */
const morning: Load = {
  waiting: 4,
  desks: 3,
  arrivalsPerHour: 11,
  meanServiceTime: minutes(10),
  targetTime: minutes(15),
  mostDesks: 4,
};

const hint = (load: Partial<Load>, language: Language = 'de') => {
  const whole = { ...morning, ...load };
  return adviceHint(leadSceneOf(fakeOffice(), { language }), { ...adviseDesks(whole), load: whole });
};

describe('the advice in one line', () => {
  test('S01 at 08:21: 16:40 and 12:30 minutes, rounded up', () => {
    expect(hint({})).toEqual({
      tone: 'act',
      text: '! Noch 1 Platz öffnen: der Nächste wartet sonst 17 min, mit 4 Plätzen 13 min',
    });
    expect(hint({}, 'en').text).toBe('! Open 1 more desk: else the next waits 17 min, with 4 desks 13 min');
  });

  test.each<[string, Partial<Load>]>([
    // 25 an hour are a load of 4.17, too much for four; C(5) = 0.620, so 7.4 minutes.
    [
      '! Noch 2 Plätze öffnen: je Stunde kommen 25, bearbeitet werden höchstens 18',
      { arrivalsPerHour: 25, waiting: 1, mostDesks: 6 },
    ],
    // 16 an hour are a load of 2.67: C(3) = 0.798 and C(4) = 0.378, so 23.9 and 2.8 minutes.
    [
      '! Noch 1 Platz öffnen: im Mittel sonst 24 min Wartezeit, mit 4 Plätzen 3 min',
      { arrivalsPerHour: 16, waiting: 1 },
    ],
    ['! Noch 1 Platz öffnen: keiner ruft auf', { desks: 0, waiting: 0, arrivalsPerHour: 1 }],
    ['! Alle 3 Plätze sind offen: der Nächste wartet 17 min, Ziel 15 min', { mostDesks: 3 }],
    [
      '! Alle 3 Plätze sind offen: je Stunde kommen 24, bearbeitet werden höchstens 18',
      { mostDesks: 3, waiting: 1, arrivalsPerHour: 24 },
    ],
    [
      '! Alle 3 Plätze sind offen: im Mittel 24 min Wartezeit, Ziel 15 min',
      { mostDesks: 3, waiting: 1, arrivalsPerHour: 16 },
    ],
    ['! Der einzige Platz ist offen: der Nächste wartet 50 min, Ziel 15 min', { desks: 1, mostDesks: 1 }],
    [
      '↑ Ein Platz kann schließen: mit 2 Plätzen wartet der Nächste 2 min',
      { waiting: 0, arrivalsPerHour: 4 },
    ],
    ['✓ 3 Plätze genügen: der Nächste wartet 7 min', { waiting: 1 }],
    ['✓ Ein Platz genügt: der Nächste wartet 2 min', { desks: 1, waiting: 0, arrivalsPerHour: 1 }],
  ])('%s', (text, load) => {
    expect(hint(load).text).toBe(text);
  });

  test('fits beside the frame of 80 columns with two digits everywhere', () => {
    for (const language of ['de', 'en'] as const)
      expect(hint({ desks: 9, waiting: 17, mostDesks: 12 }, language).text.length).toBeLessThanOrEqual(78);
  });
});

test('the minimum staffing is a word, not a colour alone (R84)', () => {
  const office = fakeOffice({ rules: { desks: { 1: plainDesk, 2: plainDesk } } });
  const light = (minimum: number, language: Language = 'de') => {
    const staffing = minimumStaffing(office.day, minimum);
    return staffing && minimumHint(leadSceneOf(office, { language }), staffing);
  };
  office.ask('desk/1', { type: 'openDesk', desk: '1' });
  expect(light(1)).toEqual({ tone: 'quiet', text: '✓ Mindestbesetzung 1 erreicht: 1 offen' });
  expect(light(2.5)).toEqual({ tone: 'act', text: '! Mindestbesetzung 2,5 unterschritten: 1 offen' });
  expect(light(2.5, 'en')?.text).toBe('! Below minimum staffing 2.5: 1 open');
  office.ask('desk/2', { type: 'startActivity', desk: '2', activity: 'training' });
  expect(light(2)).toEqual({ tone: 'may', text: '! Mindestbesetzung 2: 1 offen, 2 besetzt' });
});
