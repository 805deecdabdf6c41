import { describe, expect, test } from 'vitest';
import { exampleSite } from '../testing/startedServer.js';
import { isChange, planChange, type PlannedChange } from './settingChange.js';

const content = { version: 1, sites: { herford: exampleSite() } };

const plan = (path: string, ...value: readonly unknown[]) =>
  planChange(
    content,
    ['sites', 'herford', ...path.split('.')],
    value.length > 0 ? { value: value[0] } : undefined,
  );

function planned(path: string, ...value: readonly unknown[]): PlannedChange {
  const change = plan(path, ...value);
  if ('rejection' in change) throw new Error(JSON.stringify(change.rejection));
  return change;
}

const siteIn = ({ content: changed }: PlannedChange) =>
  (changed as { readonly sites: { readonly herford: Readonly<Record<string, unknown>> } }).sites.herford;

describe('the change of a setting', () => {
  test('writes what was said and leaves the rest of the file as it is', () => {
    const change = planned('queue.letter', 'B');
    expect(change).toMatchObject({ path: 'sites.herford.queue.letter', before: 'E', after: 'B' });
    expect(siteIn(change)).toEqual({ ...exampleSite(), queue: { letter: 'B' } });
    expect(change.settings.sites.herford?.queue).toMatchObject({ letter: 'B', undoWithinSeconds: 60 });
    expect(content.sites.herford).toEqual(exampleSite());
  });

  test('adds a desk, changes a part of it, and takes it away again', () => {
    const desk = { label: { de: 'Platz 5', en: 'Desk 5' } };
    const added = planned('desks.5', desk);
    expect(added).not.toHaveProperty('before');
    expect(added.after).toMatchObject({ ...desk, room: '', confidential: false });
    const label = planChange(added.content, ['sites', 'herford', 'desks', '5', 'label', 'de'], {
      value: 'Ecke',
    });
    expect(label).toMatchObject({ before: 'Platz 5', after: 'Ecke' });
    const gone = planChange(added.content, ['sites', 'herford', 'desks', '5'], undefined);
    expect(gone).toMatchObject({ content });
    expect(gone).not.toHaveProperty('after');
  });

  test('changes, adds and takes away items of a list', () => {
    const { desks, frequentConcerns } = planned('frequentConcerns.1', '6.1').settings.sites.herford ?? {};
    expect(Object.keys(desks ?? {})).toEqual(['1', '2', '3']);
    expect(frequentConcerns?.slice(0, 3)).toEqual(['3.2', '6.1', '3.1']);
    expect(planned('hiddenConcerns.0', '3.7').after).toBe('3.7');
    expect(siteIn(planned('openingHours.mon.1')).openingHours).toMatchObject({
      mon: [{ from: '08:00', to: '12:00' }],
    });
    expect(siteIn(planned('desks.1.skills.0', '6')).desks).toMatchObject({ '1': { skills: ['6'] } });
  });

  test('makes the first desk of a site that had none', () => {
    const { desks: _, ...site } = exampleSite();
    const desk = { label: { de: 'Platz 1', en: 'Desk 1' } };
    const change = planChange({ version: 1, sites: { herford: site } }, ['sites', 'herford', 'desks', '1'], {
      value: desk,
    });
    expect(change).toMatchObject({ content: { sites: { herford: { desks: { '1': desk } } } } });
  });

  test('of one part of a default keeps the other part', () => {
    expect(planned('pilot.from', '2015-07-01').settings.sites.herford?.pilot).toEqual({
      from: '2015-07-01',
      to: '2015-12-31',
    });
  });

  test('of a group counts when the last of what it changes does', () => {
    expect(planned('queue', { recallGapSeconds: 6 }).effect).toBe('atOnce');
    expect(planned('queue', { recallGapSeconds: 6, letter: 'B' }).effect).toBe('nextDay');
    expect(planned('zone', 'Europe/London').effect).toBe('serverStart');
  });

  test('back to the default is none where the default was in force', () => {
    expect(isChange(planned('queue.letter'))).toBe(false);
    expect(isChange(planned('queue.letter', 'E'))).toBe(false);
    expect(isChange(planned('pilot.from'))).toBe(false);
    expect(siteIn(planned('pilot.from'))).toEqual(exampleSite());
    expect(isChange(planned('alwaysOpen'))).toBe(true);
    expect(planned('alwaysOpen')).toMatchObject({ before: true, after: false });
  });
});

test.each<[string, readonly unknown[], object]>([
  ['queue.leter', ['B'], { name: 'unknownSetting', setting: 'queue.leter', near: 'queue.letter' }],
  ['letter', ['B'], { name: 'unknownSetting', setting: 'letter', near: 'queue.letter' }],
  ['desks.1.lable', ['B'], { name: 'unknownSetting', setting: 'desks.1.lable', near: 'desks.1.label' }],
  ['__proto__', [{}], { name: 'unknownSetting', setting: '__proto__' }],
  ['desks.__proto__.room', ['1'], { name: 'badSetting' }],
  ['desks.1', [JSON.parse('{"__proto__":{}}')], { name: 'unknownSetting', setting: 'desks.1.__proto__' }],
  ['constructor.prototype', [1], { name: 'unknownSetting', setting: 'constructor' }],
  ['queue.letter', ['I'], { name: 'badSetting', setting: 'queue.letter' }],
  ['queue.letter', [null], { name: 'badSetting', setting: 'queue.letter' }],
  ['name', [], { name: 'badSetting', setting: 'name' }],
  ['hiddenConcerns.7', ['3.7'], { name: 'unknownSetting', setting: 'hiddenConcerns.7' }],
  ['desks.7.room', ['12'], { name: 'badSetting', setting: 'desks.7.label' }],
  [
    'desks.1',
    [{ label: { de: 'x', en: 'y' }, colour: 1 }],
    { name: 'badSetting', setting: 'desks.1.colour' },
  ],
])('%s to %j is refused', (path, value, rejection) => {
  expect(plan(path, ...value)).toMatchObject({ rejection });
});

test('what beo sets itself is nobody’s to change', () => {
  for (const path of ['version', 'revision']) {
    expect(planChange(content, [path], { value: 7 })).toEqual({
      rejection: { name: 'settingFixed', setting: path },
    });
  }
});
