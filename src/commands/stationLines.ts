import type { Role } from '../queue/events.js';
import type { SiteSettings } from '../server/settings.js';
import { textsFor, type Language } from '../texts/texts.js';

/** A station of a site, and how it is started. */
export interface StationLine {
  /** What the office calls it: "Platz 1". */
  readonly station: string;
  readonly role: Role;
  /** Id of the desk or of the reception's place; null for roles without one. */
  readonly place: string | null;
  readonly line: string;
}

export interface StationsOf {
  readonly site: string;
  readonly settings: SiteSettings;
  /** Whether the store has other sites, so that every station has to name its own. */
  readonly isOneOfSeveral: boolean;
  readonly server: string;
  /** Whether each station shows a token, from the file of {@link tokenFileOf}. */
  readonly withTokens: boolean;
  /** Of the screens. */
  readonly language: Language;
}

/** The name of the file for a station's token: "desk-1.token". */
export const tokenFileOf = ({ role, place }: Pick<StationLine, 'role' | 'place'>): string =>
  `${place === null ? role : `${role}-${place}`}.token`;

/** The line for every station of a site: each place of the reception, each desk, a display and the lead. */
export function stationLines(of: StationsOf): StationLine[] {
  const { site, settings, isOneOfSeveral, server, withTokens, language } = of;
  const words = textsFor(language).setup;
  const started = (
    station: string,
    command: string,
    who: Pick<StationLine, 'role' | 'place'>,
  ): StationLine => {
    const line = [
      `beo ${command} --server ${server}`,
      ...(isOneOfSeveral ? [`--site ${site}`] : []),
      ...(withTokens ? [`--token-file ${tokenFileOf(who)}`] : []),
      ...(language === 'de' ? [] : [`--lang ${language}`]),
    ].join(' ');
    return { station, ...who, line };
  };
  return [
    ...Object.entries(settings.receptions).map(([place, { label }]) =>
      started(label[language], `checkin --place ${place}`, { role: 'reception', place }),
    ),
    ...Object.entries(settings.desks).map(([desk, { label }]) =>
      started(label[language], `desk ${desk}`, { role: 'desk', place: desk }),
    ),
    started(words.display, 'display', { role: 'display', place: null }),
    started(words.lead, 'stats', { role: 'lead', place: null }),
  ];
}

/** The line that starts the server at an address; on this machine alone where there are no tokens. */
export function serverLine(address: string, { data, withTokens }: ServerStart): string {
  const { protocol, port } = new URL(address);
  const isEncrypted = protocol === 'wss:';
  const used = port === '' ? (isEncrypted ? '443' : '80') : port;
  return [
    'beo server',
    ...(data === undefined ? [] : [`--data ${data}`]),
    ...(withTokens ? ['--host 0.0.0.0'] : []),
    ...(withTokens && used !== '7717' ? [`--port ${used}`] : []),
    ...(withTokens && isEncrypted ? ['--tls-cert cert.pem --tls-key key.pem'] : []),
  ].join(' ');
}

interface ServerStart {
  readonly data: string | undefined;
  readonly withTokens: boolean;
}
