import { describe, expect, it } from 'vitest';
import { checklistFor } from './checklist.js';

describe('the checklist', () => {
  it('[R134] names hand-outs with their condition, copies and records', () => {
    expect(checklistFor('3.1', {})).toEqual({
      handouts: [
        { item: 'Vordrucke', condition: 'bei Bedarf' },
        { item: 'Flyer Maßarbeit', condition: '' },
      ],
      copies: [],
      records: ['Anliegensklärung'],
      followUps: [],
    });
    expect(checklistFor('3.9', {}).copies).toEqual([
      'Anfertigung von Kopien (Lohnabrechnungen, Arbeitsverträge)',
    ]);
  });

  it('[R142] adds follow-ups whichever way the visitor goes', () => {
    const wanted = [
      { kind: 'Historienvermerk', system: 'VerBIS', to: 'PAP' },
      { kind: 'Wv (unterminiert)', system: 'VerBIS', to: 'PAP' },
    ];
    expect(checklistFor('3.10', { vermittlungsrelevant: true }).followUps).toEqual(wanted);
    const queued = { vermittlungsrelevant: true, beratungsbedarf: true };
    expect(checklistFor('3.10', queued).followUps).toEqual(wanted);
    expect(checklistFor('3.10', { beratungsbedarf: true }).followUps).toEqual([]);
  });

  it('[R147] takes a question left open for a no', () => {
    const back = { ortsabwesenheitRueckmeldung: true };
    expect(checklistFor('6.1', back)).toEqual(checklistFor('6.1', { ...back, verspaetet: false }));
    expect(checklistFor('6.1', back).followUps).toHaveLength(2);
    expect(checklistFor('6.1', { ...back, verspaetet: true }).followUps).toEqual([]);
  });

  it('is empty for an unknown concern', () => {
    expect(checklistFor('9.9', {})).toEqual({ handouts: [], copies: [], records: [], followUps: [] });
  });
});
