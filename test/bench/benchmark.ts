/** One measured number. */
export interface Figure {
  readonly name: string
  /** How many of whatever the benchmark counts: cards, guests, updates. */
  readonly n: number
  readonly value: number
  readonly unit: string
}

export interface BenchmarkOptions {
  readonly full: boolean
  /** Where the scripts of the file's threads lie. */
  readonly threadsFolder: string
  readonly report: (figure: Figure) => void
  /** Shows a text that sums up figures, where people read them. */
  readonly tell: (text: string) => void
}

export interface Benchmark {
  /**
   * Measures and reports figures as they come. Within a minute without `full`; with it, all sizes. What it
   * makes it takes away again.
   */
  run(options: BenchmarkOptions): Promise<void>
}

/** The middle of some numbers; 0 for none. */
export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** The value that `share` percent of the numbers do not exceed; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0
}

/** ms that `work` took, for each of `times` runs. */
export async function timed(times: number, work: () => unknown): Promise<number[]> {
  const spent: number[] = []
  for (let run = 0; run < times; run++) {
    const start = performance.now()
    await work()
    spent.push(performance.now() - start)
  }
  return spent
}
