// What of signed reports is open to anyone, and until when.
import { sql, type Transaction } from 'kysely';
import { notFound } from '#platform/refusal.ts';
import { type Composed, type ReportKind, reportKinds } from '../model/writer/shapes.ts';
import type { WorkRow } from './work.ts';

export interface ReleasedReport {
  readonly report: string;
  readonly title: string;
  readonly year: number;
  readonly kindName: string;
  readonly signedOn: string;
  readonly releasedOn: string;
  /** Day by whose end the figures were known. */
  readonly known: string;
  readonly text: Pick<Composed, 'title' | 'blocks'>;
}

type Row = Omit<ReleasedReport, 'kindName' | 'text'> & { kind: ReportKind };

const shown = sql`report, title, year, kind, to_char(signed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "signedOn",
  released_on::text as "releasedOn", known::text as known`;

const named = ({ kind, ...row }: Row): Omit<ReleasedReport, 'text'> => ({ ...row, kindName: reportKinds[kind] });

/** Newest year first. */
export async function listReleased(db: Transaction<unknown>, root: string): Promise<Omit<ReleasedReport, 'text'>[]> {
  const { rows } = await sql<Row>`select ${shown} from reports.release
    where root = ${root} and withdrawn_why is null order by year desc, released_on desc, report limit 200`.execute(db);
  return rows.map(named);
}

export async function releasedReport(db: Transaction<unknown>, root: string, report: string): Promise<ReleasedReport> {
  const { rows } = await sql<Row & { frozen: Composed }>`select ${shown}, frozen from reports.release
    where root = ${root} and report = ${report}::uuid and withdrawn_why is null`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('这份工作报告');
  const { frozen, ...rest } = row;
  return { ...named(rest), text: { title: frozen.title, blocks: frozen.blocks } };
}

export async function isReleased(db: Transaction<unknown>, report: string): Promise<boolean> {
  const { rows } = await sql`select 1 from reports.release where report = ${report}::uuid and withdrawn_why is null`.execute(db);
  return rows.length > 0;
}

interface By {
  readonly account: string;
  readonly name: string;
  readonly today: string;
}

/** A report that was withdrawn before is released again as it was signed. */
export async function release(db: Transaction<unknown>, row: WorkRow, by: By): Promise<void> {
  await sql`
    insert into reports.release (report, root, region, year, kind, title, frozen, known, digest, signed_at, released_on, released_by, released_by_name)
    select id, root, region, year, kind, title, frozen, known, digest, signed_at, ${by.today}::date, ${by.account}::uuid, ${by.name}
    from reports.work where id = ${row.id}::uuid and status = 'signed'
    on conflict (report) do update set released_on = excluded.released_on, released_by = excluded.released_by,
      released_by_name = excluded.released_by_name, withdrawn_why = null`.execute(db);
}

export async function withdraw(db: Transaction<unknown>, report: string, why: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update reports.release set withdrawn_why = ${why} where report = ${report}::uuid and withdrawn_why is null`.execute(db);
  return numAffectedRows === 1n;
}
