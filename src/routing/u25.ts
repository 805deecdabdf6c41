/** Age rule for moving requests of persons under 25 ("U25", R133). The birth date is looked at and dropped, never stored. */

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Whether a person born on that day is under 25 on the other. Days are YYYY-MM-DD.
 * The 25th year is completed with the end of the day before the 25th birthday (§§ 187(2), 188(2) BGB), so nobody is under 25
 * on that birthday. Born on 29 February, it is completed with 28 February: the missing day sorts right behind it.
 * @throws RangeError if one of them is not written as a day.
 */
export function isUnder25(born: string, on: string): boolean {
  for (const day of [born, on]) if (!dayPattern.test(day)) throw new RangeError(`not a day: ${day}`);
  const birthday = `${Number(born.slice(0, 4)) + 25}${born.slice(4)}`;
  return on < birthday;
}
