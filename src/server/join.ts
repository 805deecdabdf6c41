import type { Hello, Refusal } from '../protocol/messages.js';
import type { By, Role } from '../queue/events.js';
import type { Pass } from './admission.js';
import type { Site } from './site.js';

/** A connection that said who it is. */
export interface Joined {
  readonly site: Site;
  readonly role: Role;
  readonly place: string | null;
  readonly by: By;
  /** A screen that stays at its place. */
  readonly claims: boolean;
  /** Which screen it is, across its connections. */
  readonly screen: string | undefined;
  /** By what it was let in. */
  readonly pass: Pass;
}

/** Who a `hello` speaks for, or why it can't. */
export function join(
  hello: Hello,
  pass: Pass,
  sites: ReadonlyMap<string, Site>,
): Joined | { readonly rejection: Refusal } {
  const known = [...sites.keys()];
  if (hello.site === undefined && sites.size > 1) return { rejection: { name: 'siteMissing', known } };
  const name = hello.site ?? known[0] ?? '';
  const site = sites.get(name);
  if (!site) return { rejection: { name: 'unknownSite', site: name, known } };
  const { role } = hello;
  const claims = hello.claim !== undefined;
  const { screen } = hello;
  if (role === 'lead' || role === 'display') {
    return { site, role, place: null, by: role, claims: false, screen, pass };
  }
  const places = role === 'desk' ? site.view.desks : site.view.receptions;
  const ids = places.map(({ id }) => id);
  if (ids.length === 0) return { rejection: { name: 'stageMissing', role } };
  const place = hello.place ?? (ids.length === 1 || role === 'reception' ? ids[0] : undefined);
  if (place === undefined) return { rejection: { name: 'placeMissing', role, known: ids } };
  if (!ids.includes(place)) return { rejection: { name: 'unknownPlace', role, place, known: ids } };
  return { site, role, place, by: `${role}/${place}`, claims, screen, pass };
}
