import { day, desk, receptionVisit, ticket } from './dayFields.js';
import { booking, entry, marks, rules, settledConcern } from './eventFields.js';
import { figures, tally } from './figureFields.js';
import type { Fields, ShapeName } from './lines.js';
import { boardCall, label, site } from './siteFields.js';

/** The table of every shape that stands in several places. */
export const shapes: Readonly<Record<ShapeName, Fields>> = {
  entry,
  booking,
  marks,
  settledConcern,
  rules,
  figures,
  tally,
  day,
  ticket,
  receptionVisit,
  desk,
  site,
  label,
  boardCall,
};
