import type { SiteSettings } from '../server/settings.js';
import { textsFor, type Language } from '../texts/texts.js';

/** How a station of a site is started. */
export interface StationLine {
  /** What the office calls it: "Platz 1". */
  readonly station: string;
  readonly line: string;
}

export interface StationsOf {
  readonly site: string;
  readonly settings: SiteSettings;
  /** Whether the store has other sites, so that every station has to name its own. */
  readonly isOneOfSeveral: boolean;
  readonly server: string;
  /** Of the screens. */
  readonly language: Language;
}

/** The line for every station of a site: each place of the reception, each desk, a display and the lead. */
export function stationLines({
  site,
  settings,
  isOneOfSeveral,
  server,
  language,
}: StationsOf): StationLine[] {
  const words = textsFor(language).setup;
  const further = [
    `--server ${server}`,
    ...(isOneOfSeveral ? [`--site ${site}`] : []),
    ...(language === 'de' ? [] : [`--lang ${language}`]),
  ].join(' ');
  const started = (station: string, command: string): StationLine => ({
    station,
    line: `beo ${command} ${further}`,
  });
  return [
    ...Object.entries(settings.receptions).map(([place, { label }]) =>
      started(label[language], `checkin --place ${place}`),
    ),
    ...Object.entries(settings.desks).map(([desk, { label }]) => started(label[language], `desk ${desk}`)),
    started(words.display, 'display'),
    started(words.lead, 'stats'),
  ];
}
