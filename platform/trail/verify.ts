// Walks a root's audit trail from its first line to its sealed head and names the first link that does not hold.
import { sql, type Transaction } from 'kysely';
import type { Database } from '../db/database.ts';
import { sealOf } from './chain.ts';
import { genesis, hashOf, type TrailLine } from './line.ts';

export type BreakKind = 'missing' | 'edited' | 'reordered' | 'relinked' | 'truncated' | 'head' | 'seal';

export interface TrailBreak {
  readonly kind: BreakKind;
  /** Number of the first line that does not hold. */
  readonly seq: string;
  readonly message: string;
}

export interface TrailVerdict {
  readonly root: string;
  /** Lines that hold, counted from the first. */
  readonly lines: number;
  readonly holds: boolean;
  /** Digest of the last line that holds: to be kept elsewhere. */
  readonly last: string;
  readonly broken: TrailBreak | null;
}

interface StoredLine {
  seq: string;
  at: string;
  account: string;
  name: string;
  office: string;
  sentence: string;
  subject_kind: string;
  subject_id: string;
  detail: string;
  previous: string;
  hash: string;
}

/** Instants are written with milliseconds; microseconds that appear later are a change like any other. */
const instant = (stored: string): string => stored.replace(/(\.\d{3})000Z$/, '$1Z');

function lineOf(root: string, row: StoredLine, seq = row.seq): TrailLine {
  return {
    root,
    seq,
    at: instant(row.at),
    account: row.account,
    name: row.name,
    office: row.office,
    sentence: row.sentence,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    detail: JSON.parse(row.detail),
    previous: row.previous,
  };
}

/** A line that was moved still holds under its old number; look for that number nearby. */
function formerNumber(root: string, row: StoredLine): bigint | undefined {
  const seq = BigInt(row.seq);
  for (let step = 1n; step <= 500n; step++) {
    for (const candidate of [seq - step, seq + step]) {
      if (candidate > 0n && hashOf(lineOf(root, row, String(candidate))) === row.hash) return candidate;
    }
  }
  return undefined;
}

function judge(root: string, row: StoredLine, expected: bigint, previous: string): TrailBreak | undefined {
  const seq = String(expected);
  if (BigInt(row.seq) !== expected) {
    const last = BigInt(row.seq) - 1n;
    return { kind: 'missing', seq, message: last > expected ? `第 ${seq} 至 ${last} 条缺失，已被删除。` : `第 ${seq} 条缺失，已被删除。` };
  }
  if (hashOf(lineOf(root, row)) !== row.hash) {
    const former = formerNumber(root, row);
    return former === undefined
      ? { kind: 'edited', seq, message: `第 ${seq} 条的内容与记录时不符，已被改动。` }
      : { kind: 'reordered', seq, message: `第 ${seq} 条原为第 ${former} 条，顺序已被调换。` };
  }
  if (row.previous !== previous) return { kind: 'relinked', seq, message: `第 ${seq} 条与前一条不衔接，其中之一已被替换。` };
  return undefined;
}

interface Head {
  seq: string;
  hash: string;
  seal: string;
}

function judgeHead(root: string, head: Head | undefined, count: bigint, last: string, key: Buffer | undefined): TrailBreak | undefined {
  const seq = String(count);
  if (head === undefined) return count === 0n ? undefined : { kind: 'head', seq, message: '链尾记录缺失，无法确认末尾是否完整。' };
  if (BigInt(head.seq) > count) {
    return { kind: 'truncated', seq: String(count + 1n), message: `第 ${count + 1n} 条起至第 ${head.seq} 条缺失，末尾已被截去。` };
  }
  if (BigInt(head.seq) < count || head.hash !== last) return { kind: 'head', seq, message: '链尾记录与最后一条不符，其中之一已被改动。' };
  if (key !== undefined && head.seal !== sealOf(key, root, head.seq, head.hash)) {
    return { kind: 'seal', seq, message: '链尾封签与本系统密钥不符：记录可能被整体重写，或密钥文件已更换。' };
  }
  return undefined;
}

/** The same within a transaction that is open already: the bounds must let it see the whole trail of the root. */
export async function verifyWithin(db: Transaction<unknown>, root: string, key: Buffer | undefined): Promise<TrailVerdict> {
  const lines = sql<StoredLine>`
    select seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, account::text, name, office, sentence,
           subject_kind, subject_id, detail::text, previous, hash
    from platform.trail where root = ${root} order by trail.seq`;
  let count = 0n;
  let previous = genesis(root);
  const verdict = (broken: TrailBreak | undefined): TrailVerdict => ({
    root,
    lines: Number(count),
    holds: broken === undefined,
    last: previous,
    broken: broken ?? null,
  });
  for await (const { rows } of db.getExecutor().stream<StoredLine>(lines.compile(db), 2000)) {
    for (const row of rows) {
      const broken = judge(root, row, count + 1n, previous);
      if (broken !== undefined) return verdict(broken);
      count += 1n;
      previous = row.hash;
    }
  }
  const { rows } = await sql<Head>`select seq::text, hash, seal from platform.trail_head where root = ${root}`.execute(db);
  return verdict(judgeHead(root, rows[0], count, previous, key));
}

/** Checks the whole chain of a root in one snapshot, while others go on writing. Without the key the seal is not checked. */
export function verifyTrail(database: Database, root: string, key?: Buffer): Promise<TrailVerdict> {
  return database.withSystem(root, (db) => verifyWithin(db, root, key), { readOnly: true, statementMs: 600_000 });
}

/** Roots that have a trail, as far as the database account may see. */
export function trailRoots(database: Database): Promise<string[]> {
  return database.withOwner(async (client) => {
    const { rows } = await client.query<{ root: string }>('select root from platform.trail_head order by root');
    return rows.map((row) => row.root);
  });
}
