import type { activities as german } from '../de/activities.js';

export const activities: typeof german = {
  '4.1': 'Data maintenance (4.1)',
  '4.2': 'Release of benefits (4.2)',
  '4.3': 'Post and files (4.3)',
  reinforcement: 'Reinforcing the reception',
};
