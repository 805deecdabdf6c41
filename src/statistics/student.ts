/**
 * Probability that a value of Student's t distribution lies at least as far from 0 as `t`, on either side. With
 * t = √df · tan θ the density becomes a power of the cosine (Student 1908), so the tail is a share of
 * ∫ cos^(df − 1) θ dθ from 0 to π/2; both parts by Simpson's rule, exact to more digits than any decision needs.
 */
export function studentTail(t: number, degreesOfFreedom: number): number {
  // From here on it is the normal distribution, and the peak at 0 stays wide enough for the steps.
  const df = Math.min(degreesOfFreedom, 1000);
  const density = (angle: number) => Math.cos(angle) ** (df - 1);
  const edge = Math.atan(Math.abs(t) / Math.sqrt(df));
  const tail = integral(density, edge, Math.PI / 2);
  return tail / (integral(density, 0, edge) + tail);
}

const steps = 400;

/** Simpson's rule. */
function integral(f: (x: number) => number, from: number, to: number): number {
  const width = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let i = 1; i < steps; i += 1) sum += f(from + i * width) * (i % 2 === 0 ? 2 : 4);
  return (sum * width) / 3;
}
