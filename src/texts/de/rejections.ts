import type { By, DeskAnswer, Role } from '../../queue/events.js';
import type { Label } from '../../protocol/messages.js';
import { countdown } from '../countdown.js';
import { formatDay } from '../format.js';
import { routing } from './routing.js';

/** "desk/1" as people call it, where the site's own label is not at hand. */
const placeName = (by: By): string =>
  by === 'lead' ? 'Die Teamleitung' : by.replace('desk/', 'Platz ').replace('reception/', 'Empfang ');

const roles: Readonly<Record<Role, string>> = {
  reception: 'den Empfang',
  desk: 'den Platz',
  lead: 'die Teamleitung',
  display: 'die Anzeige',
};

/** A destination as people call it; one that this version does not know stays as it came. */
const placeToConsult = (destination: string): string =>
  Object.entries(routing.destinations).find(([id]) => id === destination)?.[1] ?? destination;

const list = (known: readonly string[]): string => known.join(', ');

/** What happened and what to try, for every refusal. */
export const rejections = {
  // the domain
  notAllowed: () => 'Das darf diese Rolle nicht. Zuständig ist eine andere Stelle oder die Teamleitung.',
  notYourDesk: ({ desk }: { desk: string }) => `Das betrifft Platz ${desk}. Hier geht nur der eigene Platz.`,
  dayClosed: ({ day }: { day: string }) =>
    `Der Tag ${formatDay(day, 'de')} ist abgeschlossen. Morgen geht es weiter.`,
  outsideOpeningHours: () =>
    'Außerhalb der Öffnungszeiten. Die Teamleitung kann mit --after-hours einlassen.',
  unknownConcern: ({ concern }: { concern: string }) =>
    `Das Anliegen ${concern} gibt es hier nicht. Die Liste zeigt beo checkin.`,
  unknownRule: ({ concern, rule }: { concern: string | null; rule: string }) =>
    `Die Regel ${rule} gehört nicht zum Anliegen ${concern ?? '–'}.`,
  unknownDesk: ({ desk }: { desk: string }) =>
    `Platz ${desk} gibt es hier nicht. Die Plätze zeigt beo settings.`,
  unknownReception: ({ place }: { place: string }) =>
    `Den Empfangsplatz ${place} gibt es hier nicht. Die Plätze zeigt beo settings.`,
  unknownTicket: ({ number }: { number: string }) => `Die Nummer ${number} gibt es heute nicht.`,
  unknownVisit: ({ visit }: { visit: string }) => `Die Vorsprache ${visit} gibt es heute nicht.`,
  unknownReason: ({ reason, known }: { reason: string; known: readonly string[] }) =>
    `Der Grund „${reason}“ ist nicht vorgesehen. Möglich: ${list(known)}.`,
  unknownActivity: ({ activity, known }: { activity: string; known: readonly string[] }) =>
    `Die Tätigkeit „${activity}“ ist nicht vorgesehen. Möglich: ${list(known)}.`,
  unknownDestination: ({ destination }: { destination: string }) =>
    `Die Stelle „${destination}“ ist nicht bekannt.`,
  unknownHandout: () => 'Das steht nicht auf der Liste der Unterlagen dieses Anliegens.',
  ticketOfAnotherDay: ({ ticketId }: { ticketId: string }) =>
    `${ticketId} gehört zu einem anderen Tag oder einem anderen Standort.`,
  noEntranceZone: () => 'Dieser Standort hat keine Eingangszone. Bitte einen Termin geben oder weiterleiten.',
  identityNotChecked: () => 'Erst die Identität prüfen und bestätigen, dann einbuchen.',
  consultationMissing: ({ destination }: { destination: string }) =>
    `Erst Rücksprache halten (${placeToConsult(destination)}) und bestätigen, dann einbuchen.`,
  notSettledHere: ({ concern }: { concern: string }) =>
    `Das Anliegen ${concern} darf der Empfang nicht abschließen.`,
  notForEntranceZone: ({ concern }: { concern: string }) =>
    `Das Anliegen ${concern} gehört nicht in die Warteschlange.`,
  teamMissing: () => 'Bitte das Team angeben: 703 oder 704.',
  reasonMissing: ({ known }: { known: readonly string[] }) =>
    `Außer der Reihe geht es nur mit Grund. Möglich: ${list(known)}.`,
  destinationMissing: () => 'Bitte angeben, wohin: welche Stelle?',
  timeInFuture: () => 'Die Zeit liegt in der Zukunft. Bitte die tatsächliche Zeit angeben.',
  timeOfAnotherDay: ({ day }: { day: string }) =>
    `Die Zeit liegt nicht am ${formatDay(day, 'de')}. Nacherfassen geht nur am selben Tag.`,
  timeBeforeLastEvent: () => 'Die Zeit liegt vor dem letzten Ereignis dieser Nummer.',
  nobodyWaiting: () => 'Niemand wartet.',
  nobodyForThisDesk: ({ waiting }: { waiting: number }) =>
    `${waiting} warten, aber niemand, den dieser Platz bedienen darf.`,
  deskStillBusy: ({ desk, number }: { desk: string; number: string }) =>
    `An Platz ${desk} ist noch ${number} offen. Erst abschließen, parken oder zurücknehmen.`,
  deskNotFree: ({ desk }: { desk: string }) =>
    `Platz ${desk} ist in Pause oder in einer anderen Tätigkeit. Erst wieder öffnen.`,
  deskHasNoTicket: ({ desk }: { desk: string }) => `An Platz ${desk} ist gerade niemand. Erst aufrufen.`,
  deskAlready: ({ desk }: { desk: string }) => `Platz ${desk} ist schon in diesem Zustand.`,
  ticketNotWaiting: ({ number }: { number: string }) => `${number} wartet gerade nicht.`,
  ticketNotCalled: ({ number }: { number: string }) => `${number} ist nicht im Aufruf.`,
  ticketNotToResume: ({ number }: { number: string }) => `${number} ist weder geparkt noch nicht erschienen.`,
  parkedAtAnotherDesk: ({ number, desk }: { number: string; desk: string }) =>
    `${number} ist an Platz ${desk} geparkt. Dort fortsetzen oder zurück in die Warteschlange geben.`,
  ticketEnded: ({ number }: { number: string }) => `${number} ist schon abgeschlossen.`,
  ticketWasServed: ({ number }: { number: string }) =>
    `${number} hatte schon einen Kontakt und ist keine Doppelbuchung. Statt stornieren: „gegangen“.`,
  sameConcern: ({ concern }: { concern: string }) => `Das Anliegen ist schon ${concern}.`,
  sameDesk: ({ desk }: { desk: string }) => `Der Vorgang ist schon an Platz ${desk}.`,
  recalledTooSoon: ({ waitMs }: { waitMs: number }) =>
    `Gerade erst aufgerufen. Erneut in ${countdown(waitMs)}.`,
  tooEarlyForNoShow: ({ waitMs }: { waitMs: number }) =>
    `Noch ${countdown(waitMs)} warten, dann „nicht erschienen“.`,
  helpAlreadyCalled: () => 'Hilfe ist schon gerufen. Die anderen Plätze sehen es.',
  helpAlreadyAnswered: ({ by }: { by: By }) => `${placeName(by)} kommt schon.`,
  noHelpCalled: ({ from }: { from: By }) => `${placeName(from)} hat gerade keine Hilfe gerufen.`,
  yourOwnSignal: () => 'Den eigenen Hilferuf kann nur ein anderer Platz annehmen.',
  alreadyAsked: () => 'Die Eingangszone ist schon gefragt. Bitte die Antwort abwarten.',
  nothingAsked: ({ from }: { from: By }) => `${placeName(from)} hat gerade keine Frage gestellt.`,
  tooManyDesks: ({ most }: { most: number }) =>
    most === 0
      ? 'Es rufen schon alle Plätze auf.'
      : `So viele weitere Plätze gibt es nicht. Noch ${most === 1 ? 'einer ruft' : `${most} rufen`} nicht auf.`,
  alreadyDecided: ({ answer }: { answer: DeskAnswer }) =>
    `Über weitere Plätze ist schon entschieden: ${answer === 'yes' ? 'ja' : 'nein'}.`,
  nothingToUndo: () => 'Es gibt nichts zurückzunehmen.',
  undoTooLate: () => 'Zurücknehmen geht nur kurz danach. Empfang und Teamleitung können berichtigen.',
  overtaken: () => 'Das ist inzwischen weitergegangen und lässt sich nicht mehr zurücknehmen.',
  ticketsOpen: ({ count }: { count: number }) =>
    `Noch ${count} offen. Erst abschließen, oder den Abschluss mit --force erzwingen.`,
  // the server
  badMessage: ({ problem }: { problem: string }) => `Der Server versteht die Nachricht nicht (${problem}).`,
  protocolMismatch: () =>
    'Dieses Programm und der Server haben verschiedene Versionen. Bitte beide gleich aktualisieren.',
  unknownSite: ({ site, known }: { site: string; known: readonly string[] }) =>
    `Den Standort „${site}“ gibt es auf diesem Server nicht. Bekannt: ${list(known)}.`,
  siteMissing: ({ known }: { known: readonly string[] }) =>
    `Bitte den Standort angeben: --site ${known.join(' | ')}.`,
  unknownPlace: ({ place, known }: { place: string; known: readonly string[] }) =>
    `Den Platz „${place}“ gibt es hier nicht. Bekannt: ${list(known)}.`,
  placeMissing: ({ known }: { known: readonly string[] }) => `Bitte den Platz angeben: ${list(known)}.`,
  stageMissing: () => 'Diese Stelle hat der Standort nicht.',
  tokenMissing: () =>
    'Dieser Server verlangt einen Zugangsschlüssel. Die Administration stellt ihn mit beo token add aus; hier nennt ihn --token-file oder $BEO_TOKEN_FILE.',
  tokenUnknown: () =>
    'Diesen Zugangsschlüssel kennt der Server nicht. Ist er ganz eingetragen? Einen neuen gibt es mit beo token add.',
  tokenExpired: () =>
    'Dieser Zugangsschlüssel ist abgelaufen. Die Administration stellt mit beo token add einen neuen aus.',
  tokenRevoked: () =>
    'Dieser Zugangsschlüssel ist gesperrt. Die Administration stellt mit beo token add einen neuen aus.',
  tokenForAnother: ({ role, site, place }: { role: Role; site: string; place?: string }) =>
    `Dieser Zugangsschlüssel gilt nur für ${roles[role]}${place === undefined ? '' : ` ${place}`} am Standort ${site}.`,
  placeTaken: ({ place }: { place: string }) => `An Platz ${place} ist schon jemand angemeldet.`,
  takenOver: ({ place }: { place: string }) => `Platz ${place} wurde an einem anderen Gerät übernommen.`,
  notForRole: () => 'Das darf diese Verbindung nicht.',
  dayOver: ({ day, today }: { day: string; today: string }) =>
    `Der ${formatDay(day, 'de')} ist vorbei, heute ist der ${formatDay(today, 'de')}. Bitte neu.`,
  storeUnavailable: () =>
    'Der Server kann gerade nicht speichern (Speicher voll oder schreibgeschützt?). Nichts wurde geändert. Bitte noch einmal.',
  storeUnreadable: ({ file }: { file: string }) =>
    `Im Datenverzeichnis ist ${file} nicht lesbar. beo verify sagt, was damit ist.`,
  anotherStore: () =>
    'Dort läuft ein Server auf einem anderen Datenverzeichnis. Starten Sie den richtigen mit beo server.',
  unknownSetting: ({ setting, near }: { setting: string; near?: string }) =>
    `Die Einstellung ${setting} gibt es nicht.${near === undefined ? '' : ` Meinten Sie ${near}?`} Alle zeigt beo settings explain.`,
  badSetting: ({ setting, wrong }: { setting: string; wrong: Label }) =>
    `${setting}: ${wrong.de}. Nichts wurde geändert.`,
  settingOnlyThere: ({ setting }: { setting: string }) =>
    `${setting} lässt sich nur auf dem Rechner des Servers ändern, solange der Server nicht läuft.`,
  settingFixed: ({ setting }: { setting: string }) => `${setting} setzt beo selbst.`,
  deskInUse: ({ desk }: { desk: string }) =>
    `Platz ${desk} ist noch offen. Erst abschließen und den Platz schließen, dann herausnehmen.`,
  inDoubt: () => 'Ungewiss, ob das noch ankam. Bitte den Stand ansehen, bevor Sie es wiederholen.',
  stopping: () => 'Der Server wird gerade beendet. Nichts wurde geändert.',
  // the client
  notConnected: () => 'Keine Verbindung zum Server. Nichts wurde geändert.',
  serverNotTrusted: ({ url, problem }: { url: string; problem: string }) =>
    `Das Zertifikat von ${url} wird nicht anerkannt (${problem}). Die eigene Zertifizierungsstelle nennt --ca oder $BEO_CA.`,
  serverUnreachable: ({ url }: { url: string }) =>
    `Unter ${url} antwortet kein Server. Starten Sie ihn mit beo server, oder nennen Sie ihn mit --server.`,
};
