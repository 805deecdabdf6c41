import { describe, expect, test } from 'vitest';
import { waitsIn } from '../statistics/combine.js';
import type { Histogram } from '../statistics/packedSeconds.js';
import { figuresAt, perHour, reportOf } from '../testing/exampleReports.js';
import { playScenario } from '../testing/scenarioDay.js';
import { expectedOf, loadScenario, partOf, scenarioZone as zone } from '../testing/scenarios/load.js';

const played = ['S01', 'S02', 'S03', 'S04', 'S05', 'S07', 'S10a', 'S10b', 'S12', 'S13', 'S14'];

/** The value of rank ⌈n·p⌉ (Hyndman & Fan, type 1), for a look at the histogram behind the quantiles that are printed. */
function nearestRank(histogram: Histogram, p: number): number | undefined {
  const sorted = Array.from(histogram).flatMap((n, second) => Array.from({ length: n }, () => second));
  return sorted[Math.ceil(sorted.length * p) - 1];
}

describe('every scenario gives the figures that an independent calculation gave', () => {
  test.each(played)('%s', (id) => {
    const expected = expectedOf(id);
    const { office, numbers } = playScenario(loadScenario(id));
    const figures = figuresAt(office);
    const report = reportOf([figures]);
    const { waiting, service, tickets } = report;

    expect(tickets.contacts).toBe(expected.contacts);
    expect(tickets.visits).toBe(expected.visits);
    expect(tickets.noShowEvents).toBe(expected.noShowEvents);
    expect(waiting.n).toBe(expected.contacts);
    expect(waiting.sumSeconds).toBe(expected.waitSumSec);
    expect(waiting.meanPerContactSeconds).toBe(expected.waitMeanPerContactSec);
    expect(waiting.meanPerVisitSeconds).toBe(expected.waitMeanPerVisitSec);
    expect(waiting.medianSeconds).toBe(expected.waitMedianSec);
    expect(waiting.p90Seconds).toBeCloseTo(expected.waitP90Type7Sec, 9);
    expect(waiting.maxSeconds).toBe(expected.waitMaxSec);
    expect(nearestRank(waitsIn([figures]).histogram, 0.9)).toBe(expected.waitP90NearestRankSec);
    expect(service.sumSeconds).toBe(expected.serviceSumSec);
    expect(service.meanPerContactSeconds).toBe(expected.serviceMeanPerContactSec);
    expect(service.meanPerVisitSeconds).toBe(expected.serviceMeanPerVisitSec);
    expect(service.medianSeconds).toBe(expected.serviceMedianSec);
    expect(perHour(report, 'arrived')).toEqual(expected.arrivedPerHour);
    expect(perHour(report, 'served')).toEqual(expected.servedPerHour);
    expect(
      Object.fromEntries(
        report.byConcern.map((row) => [
          row.concern,
          {
            contacts: row.contacts,
            waitMeanSec: row.waiting.meanPerContactSeconds,
            serviceMeanSec: row.service.meanPerContactSeconds,
          },
        ]),
      ),
    ).toEqual(expected.byConcern);

    const nameOf = Object.fromEntries(Object.entries(numbers).map(([name, number]) => [number, name]));
    const waits = Object.values(office.day.tickets).flatMap(({ number, contacts }) =>
      contacts.flatMap(({ calledAt, finishedAt, queuedAt }) => {
        if (calledAt === null || finishedAt === null) return [];
        const time = new Date(calledAt).toLocaleTimeString('de-DE', { timeZone: zone });
        return [[`${nameOf[number]}@${time}`, (calledAt - queuedAt) / 1000]];
      }),
    );
    expect(Object.fromEntries(waits)).toEqual(expected.waits);

    for (const [key, value] of Object.entries(partOf(id, 'handComputed'))) {
      expect((expected as unknown as Record<string, unknown>)[key], `${id} ${key}`).toEqual(value);
    }
  });
});
