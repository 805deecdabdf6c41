import type { settingsCommand as german } from '../de/settingsCommand.js';

export const settingsCommand: typeof german = {
  description: 'show, check, explain and change the settings',
  action: 'show, check, explain, set, unset or log',
  path: 'setting (queue.letter, desks.5); for check the file to be checked',
  value: 'new value: a word or JSON',
  dryRun: 'only show what would change',
  after: `Examples:
  beo settings explain queue
  beo settings set queue.noShowAfterSeconds 240
  beo settings set openingHours.fri '[{"from":"08:00","to":"12:00"}]'
  beo settings set desks.5 '{"label":{"de":"Platz 5","en":"Desk 5"}}'
  beo settings unset desks.5
unset brings the default back. While a server runs the team lead changes through it, and it counts at once; else the file
is changed. Every change is in beo settings log, with the value before and after.`,
  notYet: ({ store }) => `There are no settings in ${store} yet; this is the example.`,
  right: ({ file, sites }) => `${file} is right (sites: ${sites.join(', ')}).`,
  allowed: 'allowed',
  default: 'default',
  noDefault: 'none, may be left out',
  required: 'none, has to be there',
  current: 'now',
  effect: 'counts',
  changedBy: 'changed by',
  changed: ({ path, before, after }) => `${path}: ${before} → ${after}`,
  counts: ({ effect }) => `Counts ${effect}.`,
  wouldCount: ({ effect }) => `Not changed, only checked. Would count ${effect}.`,
  unchanged: ({ path, value }) => `${path} is ${value} already; nothing was changed.`,
  nothing: '(nothing)',
  by: { lead: 'team lead', machine: 'machine' },
  noChanges: 'No change is on record.',
};
