// One line of the audit trail and its digest: what is hashed, in which form, never depends on how the database stores it.
import { sm3 } from '../crypto/digest.ts';

export interface TrailLine {
  readonly root: string;
  /** Consecutive from 1 within the root. */
  readonly seq: string;
  readonly at: string;
  readonly account: string;
  readonly name: string;
  readonly office: string;
  readonly sentence: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: unknown;
  readonly previous: string;
}

/** The link before the first line of a root. */
export const genesis = (root: string): string => sm3(`kechuang trail of ${root}`);

/** Text that PostgreSQL gives back as it got it: no NUL, no half of a surrogate pair. */
export const storable = (text: string): string => Buffer.from(text.replaceAll('\0', '�'), 'utf8').toString('utf8');

/** The value as JSON would carry it: dates and big integers as text, undefined left out, keys in order. */
export function canonical(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return storable(value);
  if (typeof value === 'number') return Number.isFinite(value) ? (Object.is(value, -0) ? 0 : value) : null;
  if (value === undefined || value === null || typeof value === 'boolean') return value ?? null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object') return null;
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(
    entries
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [storable(String(key)), canonical(item)] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}

export const hashOf = (line: TrailLine): string =>
  sm3(
    JSON.stringify([
      line.root,
      line.seq,
      line.at,
      line.account,
      line.name,
      line.office,
      line.sentence,
      line.subjectKind,
      line.subjectId,
      canonical(line.detail),
      line.previous,
    ]),
  );
