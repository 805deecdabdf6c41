import { useEffect, useState } from 'react';
import type { Days } from '../../statistics/combine.js';
import { sameWeekdaysBefore } from '../../statistics/sameWeekday.js';
import { useStation } from '../parts/ScreenContext.js';

const none: Days = [];

/** The figures of the same weekday of the weeks before, asked for once a day; none as long as they are not known. */
export function useWeekdaysBefore(day: string): Days {
  const { line } = useStation();
  const [known, setKnown] = useState<{ readonly of: string; readonly days: Days } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const learn = async (): Promise<void> => {
      const answers = await Promise.all(sameWeekdaysBefore(day).map((each) => line.figures(each, each)));
      const days = answers.flatMap((answer) => ('rejection' in answer ? [] : answer));
      if (isWanted) setKnown({ of: day, days });
    };
    void learn();
    return () => {
      isWanted = false;
    };
  }, [line, day]);
  return known?.of === day ? known.days : none;
}
