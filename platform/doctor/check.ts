// One check of the doctor: what was looked at, what was found, what to do about it.
export type Level = 'ok' | 'warn' | 'bad' | 'skipped';

export interface Finding {
  readonly check: string;
  readonly level: Level;
  readonly message: string;
  /** What to do; absent when all is well. */
  readonly remedy?: string;
}

export interface Check {
  readonly name: string;
  run(): Promise<Omit<Finding, 'check'>>;
}

/** Runs the checks one after the other; one that fails to run is a finding itself. */
export async function runChecks(checks: readonly Check[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    try {
      findings.push({ check: check.name, ...(await check.run()) });
    } catch (error) {
      findings.push({ check: check.name, level: 'bad', message: error instanceof Error ? error.message : String(error) });
    }
  }
  return findings;
}
