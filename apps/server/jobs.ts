// Every job of the product: each module adds its list here.
import { jobs as accounts } from '#modules/accounts/jobs.ts';
import { caseworkJobs } from '#modules/casework/jobs.ts';
import { correspondenceJobs } from '#modules/correspondence/jobs.ts';
import { registersJobs } from '#modules/registers/jobs.ts';
import type { Job } from '#platform/jobs/job.ts';
import { caseworkSetting, correspondenceSetting, registersSetting } from './settings.ts';

export const jobs: readonly Job[] = [
  ...accounts,
  ...caseworkJobs(caseworkSetting),
  ...correspondenceJobs(correspondenceSetting),
  ...registersJobs(registersSetting),
];
