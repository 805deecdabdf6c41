import { checkSettings, type SiteSettings } from '../server/settings.js';

const label = (text: string) => ({ de: text, en: text });

/** The desks that the measures work at, by id. At a site without a reception they check in themselves. */
export const deskIds: readonly string[] = Array.from({ length: 64 }, (_, i) => String(i + 1));

export const siteId = 'bench';

/** `settings.json` of the measured office; its clock stands near noon, so that no midnight falls into a measure. */
export const settingsContent = {
  version: 1,
  // The measures come from one address, and ask as fast as they can.
  network: { connections: 10_000, connectionsPerAddress: 10_000, messagesPerSecond: 1_000_000 },
  sites: {
    [siteId]: {
      name: 'Bench',
      zone: zoneWithNoonNow(),
      alwaysOpen: true,
      receptions: {},
      desks: Object.fromEntries(deskIds.map((id) => [id, { label: label(`Platz ${id}`) }])),
      destinations: {},
      deviationReasons: [{ code: 'health', ...label('Health') }],
      transferReasons: [{ code: 'desk', ...label('Wrong desk') }],
    },
  },
};

/** The site as the server reads it, with every default. */
export const site: SiteSettings = readSite();

function readSite(): SiteSettings {
  const checked = checkSettings(settingsContent);
  const read = 'settings' in checked ? checked.settings.sites[siteId] : undefined;
  if (!read) throw new Error(`the bench's settings are wrong: ${JSON.stringify(checked)}`);
  return read;
}

/** POSIX turns the sign round: Etc/GMT-2 is two hours ahead of UTC. */
function zoneWithNoonNow(): string {
  const hoursBehindNoon = 12 - new Date().getUTCHours();
  return `Etc/GMT${hoursBehindNoon > 0 ? '-' : '+'}${Math.abs(hoursBehindNoon)}`;
}
