import file from './scenarios.json' with { type: 'json' };

/** What happened in a scenario, in its order; at equal instants completions, then check-ins, then calls. */
export interface ScenarioEvent {
  /** ISO 8601 with the offset of the office's clock. */
  readonly at: string;
  readonly type: string;
  readonly ticket?: string;
  readonly desk?: string;
  readonly concern?: string;
  readonly rule?: string;
  readonly consulted?: string;
  readonly outcome?: string;
  readonly activity?: string;
  readonly reason?: string;
  readonly assist?: boolean;
  readonly interpreter?: boolean;
  /** Local times 'HH:mm' of a contact at the reception. */
  readonly start?: string;
  readonly end?: string;
  /** Local time 'HH:mm:ss' at which a station that was cut off could send it. */
  readonly sentAgainAt?: string;
}

export interface Scenario {
  readonly id: string;
  readonly date: string;
  readonly events: readonly ScenarioEvent[];
}

/** The figures that a scenario's event log must lead to, by an independent calculation; times in seconds. */
export interface Expected {
  readonly contacts: number;
  readonly visits: number;
  readonly noShowEvents: number;
  readonly waitSumSec: number;
  readonly serviceSumSec: number;
  readonly waitMeanPerContactSec: number;
  readonly waitMeanPerVisitSec: number;
  readonly waitMedianSec: number;
  readonly waitP90Type7Sec: number;
  readonly waitP90NearestRankSec: number;
  readonly waitMaxSec: number;
  readonly serviceMeanPerContactSec: number;
  readonly serviceMeanPerVisitSec: number;
  readonly serviceMedianSec: number;
  readonly byConcern: Readonly<
    Record<
      string,
      { readonly contacts: number; readonly waitMeanSec: number; readonly serviceMeanSec: number }
    >
  >;
  /** Wait by ticket and time of its call: "T5@08:48:00". */
  readonly waits: Readonly<Record<string, number>>;
  readonly arrivedPerHour: Readonly<Record<string, number>>;
  readonly servedPerHour: Readonly<Record<string, number>>;
}

type Loaded = (typeof file)['scenarios'][number];

export const scenarioZone = file.meta.timezone;

const byId = (id: string): Loaded => {
  const found = file.scenarios.find((scenario) => scenario.id === id);
  if (!found) throw new Error(`no scenario ${id}`);
  return found;
};

/** A scenario that tells a day by its events. */
export function loadScenario(id: string): Scenario {
  const { date, events } = byId(id);
  if (!date || !events) throw new Error(`scenario ${id} has no events`);
  return { id, date, events };
}

export const expectedOf = (id: string): Expected => byId(id).expected as unknown as Expected;

/** A part of a scenario's file by name, such as "handComputed", "extra" or "live". */
export const partOf = (id: string, part: string): Readonly<Record<string, unknown>> =>
  (byId(id) as unknown as Record<string, Readonly<Record<string, unknown>>>)[part] ?? {};
