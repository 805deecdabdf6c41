/** Does a round so many times, one after the other, and keeps what each gave. */
export async function rounds<T>(count: number, round: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let i = 0; i < count; i += 1) all.push(await round());
  return all;
}
