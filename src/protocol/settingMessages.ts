// To the server, about the settings; the answers are in messages.ts.

/** The lead changes a setting of the site, or asks what the change would be. To send it again changes nothing more. */
export interface ChangeSetting {
  readonly type: 'changeSetting';
  readonly queryId: string;
  /** Where it stands in the site's settings: "queue.letter". */
  readonly path: string;
  /** JSON; left out, the default is in force again. */
  readonly value?: unknown;
  readonly dryRun?: true;
}

/** When a changed setting counts: at once, on the next day, or when the server or the station that reads it starts again. */
export type SettingEffect = 'atOnce' | 'nextDay' | 'serverStart' | 'stationStart';
