import type { Role } from '../../queue/events.js';

const list = (known: readonly string[]): string => known.join(', ');

/** Who a token is for. */
const whose = ({ role, place }: { role: Role; place: string | null }): string =>
  ({
    reception: `Empfangsplatz ${place}`,
    desk: `Platz ${place}`,
    lead: 'die Teamleitung',
    display: 'die Anzeige',
  })[role];

const commandOf = { reception: 'checkin', desk: 'desk', lead: 'stats', display: 'display' } as const;

/** `beo token`: what stations show to be let in. */
export const tokens = {
  description: 'Zugangsschlüssel der Arbeitsplätze ausstellen, auflisten, sperren',
  action: 'add, list oder revoke',
  subject: 'add: reception, desk, lead oder display; revoke: die Kennung',
  place: 'add: Platz (1) oder Empfangsplatz (E1)',
  expires: 'gültig bis zu diesem Tag (2027-01-31) oder so lange (90d, 12w, 1y); sonst ein Jahr',
  out: 'in diese neue Datei schreiben (nur für das eigene Konto lesbar) statt auf den Bildschirm',
  after: `Sobald ein Schlüssel ausgestellt ist, verlangt der Server ab seinem nächsten Start von jedem Arbeitsplatz einen. Befehle auf
dem Rechner des Servers, unter demselben Konto, brauchen keinen.
Beispiele:
  beo token add desk 1 --out platz1.token
  beo token add display --expires 2027-01-31
  beo token list
  beo token revoke 3f9c0a1b2d4e`,
  made: ({
    id,
    until,
    site,
    ...scope
  }: {
    id: string;
    until: string;
    site: string;
    role: Role;
    place: string | null;
  }) => `Zugangsschlüssel ${id} für ${whose(scope)} am Standort ${site}, gültig bis ${until}.`,
  shownOnce: () =>
    'Er wird nur jetzt gezeigt. Am Arbeitsplatz in eine Datei legen, die nur dessen Konto lesen darf (chmod 600).',
  written: ({ file }: { file: string }) =>
    `Er steht in ${file} und nirgends sonst. Die Datei auf sicherem Weg an den Arbeitsplatz bringen.`,
  use: ({ role, place }: { role: Role; place: string | null }) =>
    `Dort: beo ${commandOf[role]}${role === 'desk' ? ` ${place}` : ''} --server wss://RECHNER:7717 --token-file DATEI`,
  fromNextStart: () =>
    'Der laufende Server hat ohne Schlüssel begonnen und verlangt sie erst nach einem Neustart.',
  none: () => 'Kein Zugangsschlüssel ist ausgestellt.',
  columns: ['Kennung', 'Rolle', 'Platz', 'Standort', 'ausgestellt', 'gültig bis', 'Zustand'],
  states: { valid: 'gültig', expired: 'abgelaufen', revoked: 'gesperrt' },
  revoked: ({ id }: { id: string }) =>
    `Zugangsschlüssel ${id} ist gesperrt. Wer damit angemeldet ist, wird getrennt.`,
  badRole: ({ word, known }: { word: string; known: readonly string[] }) =>
    `Für wen? „${word}“ gibt es nicht. Möglich: ${list(known)}.`,
  noPlaceFor: ({ role }: { role: Role }) => `${role} hat keinen Platz; bitte ohne ihn aufrufen.`,
  unknownPlace: ({
    role,
    place,
    known,
  }: {
    role: Role;
    place: string | undefined;
    known: readonly string[];
  }) =>
    place === undefined
      ? `Welcher Platz? Bekannt für ${role}: ${list(known) || '–'}.`
      : `Den Platz „${place}“ gibt es für ${role} nicht. Bekannt: ${list(known) || '–'}.`,
  badExpiry: ({ word }: { word: string }) =>
    `„${word}“ ist weder ein künftiger Tag wie 2027-01-31 noch eine Dauer wie 90d, 12w oder 1y.`,
  idMissing: () => 'Welcher Schlüssel? Die Kennungen zeigt beo token list.',
  unknownToken: () => 'Einen Zugangsschlüssel mit dieser Kennung gibt es nicht. Alle zeigt beo token list.',
};
