import { describe, expect, test } from 'vitest';
import { exampleSite } from '../testing/startedServer.js';
import { checkSettings } from './settings.js';
import { rulesOf } from './siteView.js';
import { staffingPlan } from './staffingPlan.js';

const problemsOf = (sites: unknown) => {
  const checked = checkSettings(JSON.parse(JSON.stringify({ version: 1, sites })));
  return 'problems' in checked ? checked.problems.map(({ path }) => path) : [];
};

const desk = { label: { de: 'Platz', en: 'Desk' } };

/** As it comes from a file: `__proto__` is a name like any other there. */
const named = (name: string, content: unknown): unknown =>
  JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(content)}}`);

describe('settings name', () => {
  test.each(['__proto__', 'constructor', 'toString', '..', 'a/b', ''])('no site %j', (name) => {
    const checked = checkSettings({ version: 1, sites: named(name, exampleSite()) });
    expect(checked).toMatchObject({ problems: [{ path: expect.stringMatching(/^sites/) as string }] });
  });

  test.each(['__proto__', 'constructor', 'hasOwnProperty'])('no desk %j', (name) => {
    const sites = { herford: exampleSite({ desks: named(name, desk) }) };
    expect(checkSettings({ version: 1, sites })).toMatchObject({
      problems: [{ path: expect.stringMatching(/^sites\.herford\.desks/) as string }],
    });
  });

  test('no two sites that one folder would hold on some disks', () => {
    expect(problemsOf({ herford: exampleSite(), Herford: exampleSite() })).toEqual(['sites']);
  });

  test.each([
    [
      [
        { from: '08:00', to: '12:00' },
        { from: '11:00', to: '15:00' },
      ],
    ],
    [[{ from: '12:00', to: '12:00' }]],
    [[{ from: '13:00', to: '24:30' }]],
    [[{ from: '8:00', to: '12:00' }]],
  ])('no opening hours %j', (mon) => {
    const [path] = problemsOf({ herford: exampleSite({ openingHours: { mon } }) });
    expect(path).toMatch(/^sites\.herford\.openingHours\.mon/);
  });

  test('opening hours until midnight', () => {
    const mon = [
      { from: '00:00', to: '12:00' },
      { from: '12:00', to: '24:00' },
    ];
    expect(problemsOf({ herford: exampleSite({ openingHours: { mon } }) })).toEqual([]);
  });

  test('no skill and no destination that the catalogue lacks', () => {
    const desks = { '1': { ...desk, skills: ['6', '3.1', '7', '3.1x'] } };
    const destinations = { EMPFANG: { room: '1', phone: '' }, KANTINE: { room: '2', phone: '' } };
    expect(problemsOf({ herford: exampleSite({ desks, destinations }) })).toEqual([
      'sites.herford.desks.1.skills.2',
      'sites.herford.desks.1.skills.3',
      'sites.herford.destinations.KANTINE',
    ]);
  });

  test('no concern that the catalogue lacks', () => {
    expect(problemsOf({ herford: exampleSite({ hiddenConcerns: ['3.7', '9.9'] }) })).toEqual([
      'sites.herford.hiddenConcerns.1',
    ]);
  });
});

describe('a wrong setting is told with what is allowed and what may be meant:', () => {
  const told = (changes: object) => {
    const checked = checkSettings({ version: 1, sites: { herford: { ...exampleSite(), ...changes } } });
    if (!('problems' in checked)) throw new Error('nothing is wrong');
    return checked.problems.map(({ path, problem }) => `${path.replace('sites.herford.', '')} ${problem.de}`);
  };

  test.each([
    [
      { queue: { noShowAfterSeconds: -1 } },
      'queue.noShowAfterSeconds -1 geht nicht; erlaubt: ganze Zahl von 0 bis 86400',
    ],
    [{ queue: { leter: 'E' } }, 'queue.leter gibt es nicht; meinten Sie sites.herford.queue.letter?'],
    [{ letter: 'E' }, 'letter gibt es nicht; meinten Sie sites.herford.queue.letter?'],
    [{ queue: { something: 1 } }, 'queue.something gibt es nicht'],
    [{ name: undefined }, 'name fehlt; erlaubt: Text, 1 bis 60 Zeichen'],
    [{ zone: 'Berlin' }, 'zone "Berlin" geht nicht: keine Zeitzone wie Europe/Berlin'],
    [
      { desks: { '1': { ...desk, confidential: 'ja' } } },
      'desks.1.confidential "ja" geht nicht; erlaubt: true oder false',
    ],
    [
      { desks: { 'Platz 1': desk } },
      'desks.Platz 1 "Platz 1" geht nicht; erlaubt: Kürzel aus höchstens 32 Buchstaben (A bis Z), Ziffern, _ und -',
    ],
    [
      { desks: { '1': { ...desk, skills: '3.2' } } },
      'desks.1.skills "3.2" geht nicht; erlaubt: Liste [ … ]; je Eintrag: Anliegen oder Gruppe des Katalogs wie 3.2 oder 6, oder null',
    ],
    [
      { addressees: { weak: [] } },
      'addressees.weak gibt es nicht; meinten Sie sites.herford.addressees.week?',
    ],
    [
      { pilot: { from: '2015-12-31', to: '2015-06-01' } },
      'pilot {"from":"2015-12-31","to":"2015-06-01"} geht nicht: endet, bevor es beginnt',
    ],
    [{ name: 'x'.repeat(61) }, `name "${'x'.repeat(58)}… geht nicht; erlaubt: Text, 1 bis 60 Zeichen`],
  ])('%j', (changes, sentence) => {
    expect(told(changes)).toEqual([sentence]);
  });
});

describe('what reports say beside their figures', () => {
  const paths = (changes: object) => problemsOf({ herford: { ...exampleSite(), ...changes } });

  test('the example names what the concept does', () => {
    const checked = checkSettings({ version: 1, sites: { herford: exampleSite() } });
    if (!('settings' in checked)) throw new Error('the example is wrong');
    const { pilot, keyDates, baseline, addressees } = checked.settings.sites.herford ?? {};
    expect(baseline).toEqual({ receptionEmployees: 5, receptionFte: 3.22, team: '704', figures: [] });
    expect(pilot).toEqual({ from: '2015-06-01', to: '2015-12-31' });
    expect(keyDates?.map(({ to }) => to)).toEqual(['2015-09-30', '2015-12-31']);
    expect(addressees?.week?.map(({ de }) => de)).toEqual([
      'Bereichsleitung Leistungsgewährung',
      'Teamleitung der Zentralen Organisationseinheit (ZOE)',
    ]);
    expect(addressees?.keydate?.map(({ de }) => de)).toEqual(['Geschäftsführung']);
  });

  test.each([
    [{ pilot: { from: '2027-02-30', to: '2027-07-31' } }, 'pilot.from'],
    [{ pilot: { from: '2027-07-31', to: '2027-02-01' } }, 'pilot'],
    [{ keyDates: [] }, 'keyDates'],
    [
      {
        keyDates: [
          { from: '2027-01-01', to: '2027-03-31' },
          { from: '2027-03-31', to: '2027-06-30' },
        ],
      },
      'keyDates',
    ],
    [{ addressees: { fortnight: [] } }, 'addressees.fortnight'],
    [{ addressees: { week: ['somebody'] } }, 'addressees.week.0'],
    [{ baseline: { receptionFte: '3,22' } }, 'baseline.receptionFte'],
  ])('%o is told by its path', (changes, path) => {
    expect(paths(changes)).toEqual([`sites.herford.${path}`]);
  });
});

describe('settings for reports', () => {
  const duty = { weekdays: ['thu'], from: '15:30', to: '17:30' };

  test('no late duty of a desk that the site lacks, twice on a weekday, or backwards', () => {
    const of = (...lateDuty: unknown[]) =>
      problemsOf({ herford: exampleSite({ desks: { '1': desk }, lateDuty }) });
    expect(of({ ...duty, desks: ['1'] })).toEqual([]);
    expect(of({ ...duty, desks: ['1', '9'] })).toEqual(['sites.herford.lateDuty.0.desks.1']);
    expect(of(duty, { ...duty, weekdays: ['mon', 'thu'] })).toEqual(['sites.herford.lateDuty']);
    expect(of({ ...duty, to: '15:00' })).toEqual(['sites.herford.lateDuty.0']);
  });

  test('no goal beyond a share, and no plan for a day that does not exist', () => {
    const staffing = { entranceZone: { planned: { someday: { am: 3, pm: 2 } } } };
    expect(problemsOf({ herford: exampleSite({ goals: { noShow: 5 } }) })).toEqual([
      'sites.herford.goals.noShow',
    ]);
    expect(problemsOf({ herford: exampleSite({ staffing }) })).toEqual([
      expect.stringMatching(/^sites\.herford\.staffing\.entranceZone\.planned/),
    ]);
  });

  test('a plan is places over the opening hours of each half day; who has none has the least that the concept names', () => {
    const openingHours = {
      mon: [
        { from: '08:00', to: '12:30' },
        { from: '13:30', to: '15:30' },
      ],
      fri: [{ from: '08:00', to: '12:00' }],
    };
    const staffing = {
      fullTimeHours: 40,
      entranceZone: { planned: { mon: { am: 3, pm: 2 }, tue: { am: 3, pm: 3 }, fri: { am: 2, pm: 2 } } },
    };
    const checked = checkSettings({
      version: 1,
      sites: { herford: exampleSite({ openingHours, staffing }) },
    });
    if (!('settings' in checked)) throw new Error('the settings are right');
    const { herford } = checked.settings.sites;
    if (!herford) throw new Error('there is a Herford');
    const hour = 3_600_000;
    expect(staffingPlan(herford)).toEqual({
      fullDayMs: 8 * hour,
      stages: {
        reception: { minimumFte: 1.5, plannedMs: null },
        // Monday: three for four hours, two for two and a half.
        entranceZone: { minimumFte: 2.5, plannedMs: [17, 0, 0, 0, 8, 0, 0].map((hours) => hours * hour) },
      },
    });
  });

  test('a late duty is a rule of its weekdays alone', () => {
    const checked = checkSettings({
      version: 1,
      sites: { herford: exampleSite({ lateDuty: [{ ...duty, desks: null }] }) },
    });
    if (!('settings' in checked)) throw new Error('the settings are right');
    const { herford } = checked.settings.sites;
    if (!herford) throw new Error('there is a Herford');
    expect(rulesOf(herford, '2015-06-11').lateDuty).toEqual({
      from: Date.parse('2015-06-11T15:30:00+02:00'),
      to: Date.parse('2015-06-11T17:30:00+02:00'),
      desks: null,
    });
    expect(rulesOf(herford, '2015-06-12')).not.toHaveProperty('lateDuty');
  });
});
