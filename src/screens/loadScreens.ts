import type { ComponentType } from 'react';
import type { ScreenName } from './choice.js';

/** The screens that are loaded. */
export type Screens = Readonly<Partial<Record<ScreenName, ComponentType>>>;

const loads: Readonly<Record<ScreenName, () => Promise<ComponentType>>> = {
  checkin: async () => (await import('./checkin/CheckInScreen.js')).CheckInScreen,
  desk: async () => (await import('./desk/DeskScreen.js')).DeskScreen,
  statistics: async () => (await import('./statistics/StatisticsScreen.js')).StatisticsScreen,
  display: async () => (await import('./display/DisplayScreen.js')).DisplayScreen,
};

export const everyScreen: readonly ScreenName[] = ['checkin', 'desk', 'statistics', 'display'];

/** A station that stays what it is loads its own screen and no other. */
export const loadScreens = async (names: readonly ScreenName[]): Promise<Screens> =>
  Object.fromEntries(await Promise.all(names.map(async (name) => [name, await loads[name]()] as const)));
