// What the register of parties asks of casework: a party's cases as lines of its life, and their move when it merges into another.
import { sql, type Transaction } from 'kysely';
import { caseStatusNames } from '#kernel/stages/case-state.ts';
import type { PartyMover, TimelineLine, TimelineSource } from '#modules/registry/contract.ts';
import { Refusal } from '#platform/refusal.ts';
import type { CaseworkSetting } from '../setting.ts';
import type { CaseRow } from './tables.ts';

type Lived = Pick<CaseRow, 'id' | 'programme' | 'dossier' | 'number' | 'status' | 'submitted_on' | 'ended_on' | 'updated_at'>;

/** Handed in, and how it ended: what lies between stands in the case itself. */
function linesOf(row: Lived, name: string): TimelineLine[] {
  const href = `/casework/cases/${row.id}`;
  const numbered = row.number === null ? '' : `（${row.number}）`;
  const line = (day: string, says: string): TimelineLine => ({ day, at: `${day}T01:00:00.000Z`, kind: 'case', says, href });
  return [
    ...(row.submitted_on === null ? [] : [line(row.submitted_on, `提交${name}${numbered}`)]),
    ...(row.ended_on === null ? [] : [line(row.ended_on, `${name}${numbered}办结：${caseStatusNames[row.status]}`)]),
  ];
}

/** Drafts are the applicant's own and no part of what others see. */
export function caseTimeline({ catalogue }: CaseworkSetting): TimelineSource {
  const names = new Map(
    catalogue.programmes.flatMap((programme) =>
      programme.dossiers.map((dossier) => [`${programme.id}/${dossier.id}`, dossier.name] as const),
    ),
  );
  return {
    id: 'case',
    name: '办件',
    async lines({ db }, party, limit) {
      const { rows } = await sql<Lived>`
        select id, programme, dossier, number, status, submitted_on, ended_on, updated_at from casework.cases
        where party = ${party}::uuid and submitted_on is not null order by submitted_on desc, id limit ${limit}`.execute(db);
      return rows.flatMap((row) => linesOf(row, names.get(`${row.programme}/${row.dossier}`) ?? row.dossier));
    },
  };
}

async function refuseTwoAlive(db: Transaction<unknown>, from: string, to: string): Promise<void> {
  const { rows } = await sql<{ call: string }>`
    select l.name as call from casework.cases a
    join casework.cases b on b.root = a.root and b.call = a.call and b.dossier = a.dossier and b.about is not distinct from a.about and b.party = ${to}::uuid and b.status in ('draft', 'open', 'correction')
    join casework.call l on l.id = a.call
    where a.party = ${from}::uuid and a.status in ('draft', 'open', 'correction') and (not a.standing or (a.status = 'draft' and b.status = 'draft'))`.execute(
    db,
  );
  if (rows.length === 0) return;
  throw new Refusal('TWO_CASES_ALIVE', `两个主体在“${rows[0]?.call}”都有在办的办件，不能合并。请先办结或撤回其中一件。`, { status: 409 });
}

/** Cases keep their office; what was written down of them stays as it was, only whose they are changes. */
export const caseMover: PartyMover = {
  id: 'casework',
  name: '办件',
  async holding(db, parties) {
    const { rows } = await sql<{ party: string; count: number }>`
      select party, count(*)::int as count from casework.cases where party = any(${parties}::uuid[]) group by party`.execute(db);
    return new Map(rows.map((row) => [row.party, row.count]));
  },
  async move(db, _by, from, to) {
    await refuseTwoAlive(db, from, to.id);
    await sql`update casework.cases set about_party = ${to.id}::uuid where about_party = ${from}::uuid`.execute(db);
    for (const table of ['cases', 'draft', 'board', 'spot_item']) {
      await sql`update casework.${sql.raw(table)} set party = ${to.id}::uuid where party = ${from}::uuid`.execute(db);
    }
  },
};
