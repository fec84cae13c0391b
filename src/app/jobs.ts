/** Something to do now and then; `run` is a function of nothing but the clock and the store. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  run(): Promise<unknown>;
}

/** How often the same failure of a job that runs every second is reported. */
const AGAIN_MS = 60_000;

/**
 * Runs each job on its own rhythm, never twice at once. A failure is tried again, and reported when it
 * is another than before or has gone on for a minute.
 */
export function startJobs(
  jobs: readonly Job[],
  report: (error: unknown, job: string) => void,
): () => Promise<void> {
  const running = new Map<string, Promise<unknown>>();
  const timers = jobs.map((job) => {
    let failing: { readonly words: string; readonly runs: number } | null = null;
    const failed = (error: unknown): void => {
      const words = String(error);
      const runs = failing?.words === words ? failing.runs + 1 : 0;
      failing = { words, runs };
      if ((runs * job.everyMs) % AGAIN_MS < job.everyMs) report(error, job.name);
    };
    const timer = setInterval(() => {
      if (running.has(job.name)) return;
      const run = job
        .run()
        .then(() => (failing = null), failed)
        .finally(() => running.delete(job.name));
      running.set(job.name, run);
    }, job.everyMs);
    timer.unref();
    return timer;
  });
  return async () => {
    timers.forEach(clearInterval);
    await Promise.allSettled(running.values());
  };
}
