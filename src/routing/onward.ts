/** Where a desk of the entrance zone may send a visitor on when the concern can't be finished there (R19, R29, R35). */
import { routeFor } from './routes.js';
import { routingFile, type Destination, type RoutingFile } from './shipped.js';

/** Outcomes of a contact that must name a destination. */
export type OnwardOutcome = 'appointment' | 'forwarded';

const known: Readonly<Record<Destination, true>> = {
  EMPFANG: true,
  EINGANGSZONE: true,
  SACHBEARBEITUNG: true,
  SSEL: true,
  FACHASSISTENZ: true,
  BUT_TEAM: true,
  PAP: true,
  TEAMLEITUNG: true,
  TEAMLEITUNG_ORIGINAER: true,
  FAKOL: true,
  ZUSTAENDIGE_STELLE: true,
  TERMIN_INHABER: true,
  ANDERE_BEHOERDE: true,
  AUSSENDIENST: true,
};

/** Every destination, the routing table's own first. */
export const destinations: readonly Destination[] = Object.keys(known) as Destination[];

export function isDestination(name: string): name is Destination {
  return Object.hasOwn(known, name);
}

const modeOf: Readonly<Record<OnwardOutcome, string>> = { appointment: 'APPOINTMENT', forwarded: 'FORWARD' };

/** Open to every concern: appointments are made "in der Vermittlung und in der Leistungsgewährung" (ch. 3), talks are put through to whoever is responsible. */
const always: Readonly<Record<OnwardOutcome, readonly Destination[]>> = {
  appointment: ['SACHBEARBEITUNG', 'PAP'],
  forwarded: ['ZUSTAENDIGE_STELLE', 'PAP'],
};

/**
 * Destinations to propose for a concern, likeliest first: the table of the entrance zone, then the concern's own rules (a desk
 * may find out what the reception could not know), then those open to every concern.
 */
export function onwardDestinations(
  concernId: string,
  outcome: OnwardOutcome,
  from: RoutingFile = routingFile,
): readonly Destination[] {
  const mode = modeOf[outcome];
  const inMode = (rows: readonly { readonly mode: string; readonly destination: Destination }[]) =>
    rows.filter((row) => row.mode === mode).map((row) => row.destination);
  const onward = (id: string) => inMode(from.frontOfficeOnward.filter((row) => row.id === id));
  const rules = inMode(from.concerns.find(({ id }) => id === concernId)?.routes ?? []);
  return [...new Set([...onward(concernId), ...rules, ...onward('*'), ...always[outcome]])];
}

/** Who gets the documents that the reception takes for a concern (R73): where its rules lead in the house, else the case workers. */
export function documentsGoTo(concernId: string | null, destination: Destination): Destination {
  const usual = concernId === null ? destination : routeFor(concernId, {}).destination;
  const elsewhere = [destination, usual].find((place) => place !== 'EMPFANG' && place !== 'EINGANGSZONE');
  return elsewhere ?? 'SACHBEARBEITUNG';
}
