/** The value that a share of the samples does not exceed (nearest rank, so always a sample that was measured). */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) return Number.NaN;
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.ceil(Math.min(Math.max(share, 0), 1) * sorted.length);
  return sorted[Math.max(rank, 1) - 1]!;
}

export interface Spread {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** The spread of samples, in their own unit. */
export function spreadOf(samples: readonly number[]): Spread {
  return {
    count: samples.length,
    p50: percentile(samples, 0.5),
    p95: percentile(samples, 0.95),
    p99: percentile(samples, 0.99),
    max: percentile(samples, 1),
  };
}

/** Instants of arrivals at a rate, as strangers arrive: independent of each other (a Poisson process), in milliseconds from the start. */
export function arrivals(perSecond: number, seconds: number, random: () => number): number[] {
  const at: number[] = [];
  for (let ms = gap(perSecond, random()); ms < seconds * 1000; ms += gap(perSecond, random())) at.push(ms);
  return at;
}

const gap = (perSecond: number, random: number): number => (-Math.log(1 - random) / perSecond) * 1000;
