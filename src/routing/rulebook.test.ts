import { describe, expect, it } from 'vitest';
import { rulebook } from './rulebook.js';

describe('the rulebook of the queue', () => {
  it('lets only customers’ concerns be booked', () => {
    const selectable = ['3.2', '4.1', '1.1', '9.9'].filter((concern) => rulebook.isSelectable(concern));
    expect(selectable).toEqual(['3.2']);
  });

  it('[R13] knows which concerns the reception can settle', () => {
    expect(rulebook.leadsTo('3.2', 'settled')).toBe(true);
    expect(rulebook.leadsTo('3.13', 'settled')).toBe(false);
    expect(rulebook.leadsTo('4.1', 'settled')).toBe(false);
  });

  it('takes as a hand-out only what the concern’s list says', () => {
    expect(rulebook.isHandout('3.1', 'Flyer Maßarbeit')).toBe(true);
    expect(rulebook.isHandout('3.3', 'Flyer Maßarbeit')).toBe(false);
    expect(rulebook.isHandout('3.1', 'Frau M., Az. 4711')).toBe(false);
    expect(rulebook.isHandout(null, 'Flyer Maßarbeit')).toBe(false);
  });

  it('finds a route by concern and rule', () => {
    expect(rulebook.route('3.6', '3.6/ez')).toMatchObject({ way: 'ticket', consultFirst: 'SACHBEARBEITUNG' });
    expect(rulebook.route('3.6', '3.7/default')).toBeUndefined();
    expect(rulebook.route(null, 'G1')).toMatchObject({ way: 'forwarded' });
  });
});
