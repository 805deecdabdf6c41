import { describe, expect, test } from 'vitest';
import { exampleSite } from '../testing/startedServer.js';
import { checkSettings } from './settings.js';

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
    [{ addressees: { fortnight: [] } }, 'addressees'],
    [{ addressees: { week: ['somebody'] } }, 'addressees.week.0'],
    [{ baseline: { receptionFte: '3,22' } }, 'baseline.receptionFte'],
  ])('%o is told by its path', (changes, path) => {
    expect(paths(changes)).toEqual([`sites.herford.${path}`]);
  });
});
