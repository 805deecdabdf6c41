/**
 * Makes the settings of one version those of the next. Pure, and never in need of what is not in the settings: it runs at
 * every read until a server has started on the store once.
 */
export type Migration = (settings: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/**
 * The steps from version 1 on, in order: the first makes version 2. `version` itself is set by whoever runs them.
 * The version of the settings is the store's. Rows and figures need no step: readers of figures know their older versions
 * (`statistics/olderFigures.ts`), and rows live for two weeks.
 */
export const migrations: readonly Migration[] = [];

/** The version of the stores that this program writes. */
export const storeVersion = 1 + migrations.length;

/** The version that a settings file's content names; undefined if it names none that there ever was. */
export function versionOf(content: unknown): number | undefined {
  if (!isRecord(content)) return undefined;
  const { version } = content;
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : undefined;
}

/** The content of a settings file as one of today's version; what is of no older version stays as it is. */
export function currentSettings(content: unknown, steps = migrations): unknown {
  const version = versionOf(content);
  if (version === undefined || !isRecord(content)) return content;
  return steps
    .slice(version - 1)
    .reduce<Readonly<Record<string, unknown>>>(
      (settings, migrate, i) => ({ ...migrate(settings), version: version + i + 1 }),
      content,
    );
}

const isRecord = (content: unknown): content is Readonly<Record<string, unknown>> =>
  typeof content === 'object' && content !== null && !Array.isArray(content);
