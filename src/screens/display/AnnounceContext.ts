import { createContext } from 'react';
import type { Announcement } from './announcement.js';

/** Sounds or speaks an announcement; resolves when it is over, also when it failed. Never rejects. */
export type Announce = (announcement: Announcement) => Promise<void>;

/** What the display announces with beside the terminal's bell; null for nothing. */
export const AnnounceContext = createContext<Announce | null>(null);
