/** Processor time of the whole process that some work takes, ms: what others do at the time hardly shows. */
export function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return since(before);
}

/** As {@link cpuOf}, of work that ends later. */
export async function cpuOfAsync(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Processor time of some work for each input: the median of so many rounds, after one that is not counted. */
export function cpuOfEach<T>(
  inputs: readonly T[],
  rounds: number,
  work: (input: T) => unknown,
): readonly number[] {
  for (const input of inputs) work(input);
  const taken = inputs.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [at, input] of inputs.entries()) taken[at]?.push(cpuOf(() => work(input)));
  return taken.map((values) => percentile(values, 0.5));
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Resident memory once what nobody holds any more is given back, bytes. */
export function residentMemory(): number {
  for (let round = 0; round < 4; round++) globalThis.gc?.();
  return process.memoryUsage.rss();
}
