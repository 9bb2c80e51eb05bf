// Every job of the product: each module adds its list here.
import { jobs as accounts } from '#modules/accounts/jobs.ts';
import type { Job } from '#platform/jobs/job.ts';

export const jobs: readonly Job[] = [...accounts];
