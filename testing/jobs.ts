// Runs the jobs of a test at once, also those meant for later.
import type { Services } from '../platform/http/context.ts';
import type { Job } from '../platform/jobs/job.ts';
import { runDueJobs } from '../platform/jobs/worker.ts';

/** Runs all jobs that are due at `until` (default: the services' own clock) until none is left. */
export async function runJobs(services: Services, jobs: readonly Job[], until: Date = services.now()): Promise<void> {
  for (;;) {
    const moved = await services.database.withOwner(async (client) => {
      const { rowCount } = await client.query(
        'update graphile_worker._private_jobs set run_at = now() where run_at <= greatest($1::timestamptz, now()) and attempts < max_attempts',
        [until],
      );
      return rowCount ?? 0;
    });
    if (moved === 0) return;
    await runDueJobs(services, jobs);
  }
}
