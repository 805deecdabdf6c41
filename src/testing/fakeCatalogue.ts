import type { Catalogue, RouteFacts } from '../queue/decision.js';

const concerns = ['1.7', '2.1', '3.1', '3.2', '3.6', '3.7', '3.9', '3.10', '6.1', '6.3'];
const destinations = ['EMPFANG', 'EINGANGSZONE', 'SACHBEARBEITUNG', 'TEAMLEITUNG', 'PAP', 'TERMIN_INHABER'];

const route = (way: RouteFacts['way'], destination: string, more: Partial<RouteFacts> = {}): RouteFacts => ({
  way,
  destination,
  identityCheck: false,
  inform: [],
  ...more,
});

/** Every concern also has a rule "<concern>/ticket"; the two without a slash need no concern. */
const routes: Readonly<Record<string, RouteFacts>> = {
  appointment: route('forwarded', 'TERMIN_INHABER'),
  information: route('settled', 'EMPFANG'),
  '1.7/complaint': route('appointment', 'TEAMLEITUNG', { inform: ['TEAMLEITUNG'] }),
  '3.2/complete': route('settled', 'EMPFANG', { identityCheck: true }),
  '3.6/advance': route('appointment', 'SACHBEARBEITUNG', { consultFirst: 'SACHBEARBEITUNG' }),
  '6.1/sickNote': route('settled', 'EMPFANG'),
  '6.1/talk': route('forwarded', 'PAP'),
};

/** A catalogue of ten concerns, just large enough for each rule of the domain to have something to say. */
export const fakeCatalogue: Catalogue = {
  isSelectable: (concern) => concerns.includes(concern),
  isDestination: (destination) => destinations.includes(destination),
  isHandout: (concern, item) => concern === '3.1' && item === 'Hauptantrag',
  leadsTo: (concern, way) =>
    (way === 'ticket' && concern !== '6.1') ||
    Object.entries(routes).some(([rule, found]) => found.way === way && rule.startsWith(`${concern}/`)),
  route(concern, rule) {
    if (concern === null) return rule.includes('/') ? undefined : routes[rule];
    if (!concerns.includes(concern) || !rule.startsWith(`${concern}/`)) return undefined;
    return rule === `${concern}/ticket` ? route('ticket', 'EINGANGSZONE') : routes[rule];
  },
};
