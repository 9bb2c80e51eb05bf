// What one audit rule found: its status, how hard it is, and who or what offends.
import { all, type Status } from '../frame/index.ts';

export type AuditLevel = 'hard' | 'soft';

export interface Outcome {
  readonly status: Status;
  /** Of an unmet outcome: hard blocks the submission, soft asks for an explanation. */
  readonly level: AuditLevel;
  readonly subjects: readonly string[];
}

export function outcome(level: AuditLevel, status: Status, subjects: readonly string[] = []): Outcome {
  return { level, status, subjects: [...new Set(subjects)] };
}

/** All parts must hold; the offenders are the names of those that do not. */
export function allOf(level: AuditLevel, parts: readonly (readonly [name: string, status: Status])[]): Outcome {
  const offenders = parts.filter(([, status]) => status === 'unmet').map(([name]) => name);
  return outcome(level, all(...parts.map(([, status]) => status)), offenders);
}

/** One demand blocks, a stricter one only asks for an explanation. */
export function hardThenSoft(hard: Status, soft: Status): Outcome {
  return outcome(hard === 'unmet' ? 'hard' : 'soft', all(hard, soft));
}
