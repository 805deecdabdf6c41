/** Tells of a vector whether it is a combination of those given: whoever knows their values can compute its value. */
export function spanOf(vectors: readonly (readonly number[])[]): (vector: readonly number[]) => boolean {
  const basis: { readonly pivot: number; readonly vector: readonly number[] }[] = [];
  const reduce = (vector: readonly number[]): number[] => {
    const rest = [...vector];
    for (const { pivot, vector: base } of basis) {
      const times = rest[pivot] ?? 0;
      if (times !== 0) base.forEach((value, i) => (rest[i] = (rest[i] ?? 0) - times * value));
    }
    return rest.map((value) => (Math.abs(value) < 1e-9 ? 0 : value));
  };
  for (const vector of vectors) {
    const rest = reduce(vector);
    const pivot = rest.findIndex((value) => value !== 0);
    const factor = rest[pivot];
    if (factor !== undefined) basis.push({ pivot, vector: rest.map((value) => value / factor) });
  }
  return (vector) => reduce(vector).every((value) => value === 0);
}
