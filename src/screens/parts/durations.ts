/** "0:12", "75:03": minutes and seconds, cut to whole seconds. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whole minutes, cut. */
export const wholeMinutes = (ms: number): number => Math.max(0, Math.floor(ms / 60_000));
