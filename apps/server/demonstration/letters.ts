// What offices wrote in the demonstration: this year's papers of cases that were sent back, taken in or signed, and the morning's digests.
import { sql, type Transaction } from 'kysely';
import { catalogue } from '#catalogue/index.ts';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import { type CaseMove, loadDigests, loadDocuments } from '#modules/correspondence/contract.ts';
import { correspondenceSetting } from '../settings.ts';

interface Moved {
  readonly id: string;
  readonly number: string;
  readonly party: string;
  readonly party_name: string;
  readonly region: string;
  readonly submitted_on: string | null;
  readonly due_on: string | null;
  readonly status: string;
  readonly programme: string;
  readonly dossier: string;
  readonly event: CaseEvent;
}

/** Moves of this year that a firm holds a paper of; a refusal would have to name what was not met on its day. */
async function moves(db: Transaction<unknown>, root: string, today: string): Promise<CaseMove[]> {
  const { rows } = await sql<Moved>`
    select c.id, c.number, c.party, c.party_name, c.region, c.submitted_on, c.due_on, c.status, c.programme, c.dossier,
      jsonb_build_object('seq', e.seq, 'verb', e.verb, 'stage', e.stage, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'day', e.day, 'data', e.data,
        'actor', jsonb_build_object('id', e.actor, 'name', e.actor_name, 'officeKind', e.office_kind, 'officeName', e.office_name)) as event
    from casework.event e join casework.cases c on c.id = e.case_id
    where e.root = ${root} and e.day >= ${`${today.slice(0, 4)}-01-01`}::date and e.verb in ('return', 'pass', 'accept', 'sign')
      and c.number is not null
    order by e.at, c.number`.execute(db);
  return rows.flatMap((row) => {
    const programme = catalogue.programmes.find(({ id }) => id === row.programme);
    const dossier = programme?.dossiers.find(({ id }) => id === row.dossier);
    if (programme === undefined || dossier === undefined) return [];
    const { id: caseId, number: caseNumber, party, party_name: partyName, region, submitted_on: submittedOn, event } = row;
    const dueOn = row.status === 'correction' && event.verb === 'return' ? row.due_on : null;
    return [
      { caseId, caseNumber, party, partyName, region, submittedOn, programme, dossier, event, entered: null, dueOn, unmet: () => [] },
    ];
  });
}

/** Returns how many documents there are. */
export async function seedLetters(db: Transaction<unknown>, root: string, now: Date, today: string): Promise<number> {
  await loadDigests(db, { root, now, today }, correspondenceSetting);
  return loadDocuments(db, root, await moves(db, root, today), correspondenceSetting);
}
