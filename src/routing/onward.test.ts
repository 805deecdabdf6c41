import { describe, expect, it } from 'vitest';
import { selectableConcerns } from './catalogue.js';
import { documentsGoTo, destinations, isDestination, onwardDestinations } from './onward.js';
import { routingFile } from './shipped.js';

describe('destinations', () => {
  it('are the twelve of the routing table and two that only a desk may name', () => {
    expect(destinations).toEqual([
      ...Object.keys(routingFile.destinations),
      'ANDERE_BEHOERDE',
      'AUSSENDIENST',
    ]);
    expect(destinations).toHaveLength(14);
  });

  it('are told from other words', () => {
    expect(isDestination('PAP')).toBe(true);
    expect(isDestination('pap')).toBe(false);
    expect(isDestination('constructor')).toBe(false);
  });
});

describe('sending on from a desk', () => {
  it.each(selectableConcerns().map(({ id }) => id))(
    '[R19] [R29] from %s there is an appointment in case work and in placement, and somebody to forward to',
    (concern) => {
      expect(onwardDestinations(concern, 'appointment')).toEqual(
        expect.arrayContaining(['SACHBEARBEITUNG', 'PAP']),
      );
      expect(onwardDestinations(concern, 'forwarded')).toEqual(
        expect.arrayContaining(['ZUSTAENDIGE_STELLE', 'PAP']),
      );
    },
  );

  it('[R149] proposes what the table says of the concern first', () => {
    expect(onwardDestinations('2.1', 'forwarded')[0]).toBe('ANDERE_BEHOERDE');
    expect(onwardDestinations('3.1', 'appointment')[0]).toBe('ZUSTAENDIGE_STELLE');
    expect(onwardDestinations('6.1', 'appointment')[0]).toBe('PAP');
  });

  it('takes the table’s word before the rules’', () => {
    const row = { id: '3.7', destination: 'TEAMLEITUNG', mode: 'APPOINTMENT' } as const;
    const from = { ...routingFile, frontOfficeOnward: [row] };
    expect(onwardDestinations('3.7', 'appointment', from)).toEqual(['TEAMLEITUNG', 'SACHBEARBEITUNG', 'PAP']);
  });

  it('knows the places that the concern’s own rules lead to', () => {
    expect(onwardDestinations('3.9', 'appointment')).toContain('SSEL');
    expect(onwardDestinations('5', 'appointment')).toContain('BUT_TEAM');
    expect(onwardDestinations('1.7', 'appointment')).toContain('TEAMLEITUNG_ORIGINAER');
  });

  it('names no place twice and never the two filters themselves', () => {
    for (const { id } of selectableConcerns()) {
      for (const outcome of ['appointment', 'forwarded'] as const) {
        const proposed = onwardDestinations(id, outcome);
        expect(new Set(proposed).size).toBe(proposed.length);
        expect(proposed).not.toContain('EMPFANG');
        expect(proposed).not.toContain('EINGANGSZONE');
      }
    }
  });
});

describe('[R73] documents taken at the reception', () => {
  it.each([
    ['3.2', 'EMPFANG', 'SACHBEARBEITUNG'],
    ['3.2', 'EINGANGSZONE', 'SACHBEARBEITUNG'],
    ['3.9', 'SSEL', 'SSEL'],
    ['5', 'EMPFANG', 'BUT_TEAM'],
    ['6.1', 'EMPFANG', 'PAP'],
    [null, 'TERMIN_INHABER', 'TERMIN_INHABER'],
  ] as const)('of %s, routed to %s, are for %s', (concern, destination, expected) => {
    expect(documentsGoTo(concern, destination)).toBe(expected);
  });
});
