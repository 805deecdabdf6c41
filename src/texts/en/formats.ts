import type { FormatTexts } from '../de/formats.js';

export const formats: FormatTexts = {
  shades: ([low = '', middle = '', high = '', highest = '']) =>
    `${low} up to 25%, ${middle} up to 50%, ${high} up to 75% of the highest number, ${highest} above.`,
  units: {
    count: 'count',
    seconds: 'seconds',
    minutes: 'minutes',
    hours: 'hours',
    share: 'share',
    rate: 'ratio',
    fte: 'FTE',
  },
  csv: {
    section: 'section',
    row: 'row',
    column: 'column',
    value: 'value',
    unit: 'unit',
    n: 'n',
    text: 'text',
  },
  subject: { report: 'Report', site: 'site', period: 'period', heading: 'title' },
  hidden: 'may not be shown',
  nothing: 'no value',
  rough: 'from few contacts',
  total: 'total',
  worksheets: { grids: 'Criteria', counts: 'Counts', notes: 'Notes' },
  page: { before: 'Page ', between: ' of ' },
  contents: 'Contents',
  tints: 'Share of the highest number:',
  upTo: (share) => `up to ${share}`,
};
