import { describe, expect, it } from 'vitest';
import { activities, catalogue, concernOf, readCatalogue, selectableConcerns } from './catalogue.js';
import { routeFor } from './routes.js';
import { catalogueFile, routingFile, type Annex } from './shipped.js';

const entriesIn = (annex: Annex) => catalogueFile.entries.filter((row) => row[annex].present).length;

describe('the catalogue', () => {
  it('[R78] holds all rows of the concept: 21 of Anlage 1, 19 of Anlage 3, 17 of Anlage 5', () => {
    expect([entriesIn('reception'), entriesIn('frontOffice'), entriesIn('teamLead')]).toEqual([21, 19, 17]);
    expect(catalogue.entries).toHaveLength(32);
    expect(catalogue.groups.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('keeps every title and task to the letter', () => {
    for (const row of catalogueFile.entries) {
      expect(concernOf(row.id)).toMatchObject({
        seedId: row.seedId,
        group: row.group,
        kind: row.kind,
        title: row.title,
        tasks: {
          reception: row.reception.tasks,
          frontOffice: row.frontOffice.tasks,
          teamLead: row.teamLead.tasks,
        },
      });
    }
    expect(concernOf('3.2')?.title).toBe(
      'Bearbeitung / Prüfung / Bewilligung / Ablehnung von Weiterbewilligungsanträgen',
    );
    expect(concernOf('6.3')?.title).toBe('Erledigung von Aufgaben außerhalb des SG II');
    expect(concernOf('3.4b')).toMatchObject({ seedId: '3.4' });
    expect(concernOf('6.1')?.tasks.reception).toContain(
      'Ortsabwesenheit (Rückmeldung): Historienvermerk, Wv erstellen. Bei  nicht rechtzeitiger Rückmeldung Weiterleitung an pAp',
    );
  });

  it('[R18] offers 21 concerns to choose from', () => {
    expect(selectableConcerns()).toHaveLength(21);
    expect(selectableConcerns().every(({ kind }) => kind === 'customer')).toBe(true);
  });

  it('[R108] has three activities without a visitor', () => {
    expect(activities().map(({ id }) => id)).toEqual(['4.1', '4.2', '4.3']);
  });

  it.each([
    ['3.13', 'reception', ['reception']],
    ['3.2', 'reception', ['reception', 'medium']],
    ['6.3', 'medium', ['medium']],
    ['2.2', 'medium', ['medium', 'high']],
    ['1.6', 'high', ['high']],
  ] as const)('[R168] puts %s on level %s', (id, level, levels) => {
    expect(concernOf(id)).toMatchObject({ level, levels });
  });

  it('knows nothing of ids that the concept lacks', () => {
    expect(concernOf('3.12')).toBeUndefined();
    expect(concernOf('')).toBeUndefined();
  });

  it('[R128] takes a row more without a line of code', () => {
    const [row] = catalogueFile.entries;
    const [rules] = routingFile.concerns;
    if (!row || !rules) throw new Error('the shipped papers are empty');
    const more = {
      ...catalogueFile,
      entries: [...catalogueFile.entries, { ...row, id: '7.1', title: 'Neues' }],
    };
    const default7 = {
      id: '7.1/default',
      when: {},
      destination: 'EINGANGSZONE',
      mode: 'QUEUE',
      condition: '',
    } as const;
    const moreRules = {
      ...routingFile,
      concerns: [...routingFile.concerns, { ...rules, id: '7.1', selectable: true, routes: [default7] }],
    };
    const extended = readCatalogue(more, moreRules);
    expect(concernOf('7.1', extended)).toMatchObject({ title: 'Neues', selectable: true });
    expect(selectableConcerns(extended)).toHaveLength(22);
    expect(routeFor('7.1', {}, moreRules)).toMatchObject({ rule: '7.1/default', way: 'ticket' });
  });
});
