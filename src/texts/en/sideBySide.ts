import type { SideBySideTexts } from '../de/sideBySide.js';

export const sideBySide: SideBySideTexts = {
  addressees: (names) => `To: ${names.join(', ')}`,
  baseline: {
    heading: 'Baseline',
    receptionEmployees: 'employees at the reception',
    receptionFte: 'full-time equivalents',
    team: 'attached to team',
  },
  comparedWith: (period, asOf) => `compared with ${period}${asOf && `, ${asOf}`}`,
  heads: {
    pilot: ['pilot', 'period'],
    keydate: (day) => ['key date', day],
    range: (from, to) => [`${from}–`, to],
    difference: ['difference', ''],
    relative: ['', 'in %'],
    noise: ['', 'chance?'],
  },
  perDay: {
    heading: 'Per day with figures',
    days: 'days with figures',
    visits: 'visits a day',
    tickets: 'numbers a day',
    contacts: 'contacts a day',
  },
  points: 'pp',
  noise: {
    within: 'within noise',
    beyond: 'beyond noise',
    unclear: 'cannot be told',
  },
  notes: {
    difference:
      'The difference is the first period minus the second, from values that are not rounded, of shares in percentage points (pp); in % of the second. Rows of "n" have none. What is not shown in one of the periods ("•") has no difference either. Sums of periods of different length differ by their length alone.',
    noise: (days, contacts) =>
      `Noise: Welch's test with days as observations (means and shares as ratios of daily sums, their variance after Cochran), 5% on two sides, from ${days} days in each period. With fewer days the single contacts take their place, from ${contacts}; they depend on each other, so they can only show that a difference is within noise. Otherwise it cannot be told.`,
    improvement:
      'What is within noise, or cannot be told, is evidence neither of an improvement nor of the opposite. Of differences by chance alone, too, about one in twenty shows as beyond. Rows without a word are not tested and are no evidence either.',
    overlap:
      'The periods have days in common. Then there are no differences: they would be those of the other days, which may be too few to be shown.',
  },
  sites: {
    title: 'Beo report, sites side by side',
    site: (id, title) => `${id}: ${title}`,
    note: 'Each site has a column of its own; nothing is added up across sites.',
  },
};
