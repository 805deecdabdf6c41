import type { deskStates as german } from '../de/deskStates.js';

export const deskStates: typeof german = {
  free: 'free',
  contact: 'in contact',
  caseWork: 'case work',
  activity: 'other activity',
  reinforcement: 'reinforcement',
  pause: 'break',
  closed: 'closed',
};
