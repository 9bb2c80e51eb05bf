// Takes an objection to a publication on behalf of the public: the move of each case it speaks of, a receipt, word to the office.
import { createHash, randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { sendMessages } from '#modules/correspondence/contract.ts';
import { type ActionContext, tables } from '#platform/http/action.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Mover } from '../model/advance.ts';
import { noticeStageOf } from '../model/publication.ts';
import { moveCases } from '../moves.ts';
import { objectionLate, objectionRepeated, objectionsFull } from '../refusals.ts';
import { type CaseworkSetting, declared } from '../setting.ts';
import type { PublicationRow, PublicationTables } from '../store/publication-tables.ts';
import { getPublication } from '../store/publications.ts';

/** Objections to one publication in a day: more are a flood, and none of them would be read. */
const mostInADay = 200;
/** Entries of one list that one objection may name. */
export const mostEntries = 20;

const publicMover: Mover = {
  id: '00000000-0000-0000-0000-000000000000',
  name: '（网上异议人）',
  officeKind: 'public',
  officeName: '公众',
};

export interface Objection {
  readonly publication: string;
  /** Places in the list, from 0. */
  readonly entries: readonly number[];
  readonly objector: string;
  readonly phone: string;
  readonly facts: string;
  readonly evidence: string;
}

/** Told over the phone without mistakes: no letters that look like digits. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const receiptOf = (day: string): string =>
  `YY${day.replaceAll('-', '')}-${Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')}`;

function namedCases(publication: PublicationRow, entries: readonly number[]): readonly string[] {
  const named = publication.cases.length === 1 ? [0] : [...new Set(entries)];
  const cases = named.flatMap((entry) => publication.cases[entry] ?? []);
  if (cases.length === 0 || cases.length > mostEntries || cases.length !== named.length)
    throw new Refusal('OBJECTION_ENTRIES', `请勾选异议所涉的条目，至多 ${mostEntries} 条。`, {
      details: [{ where: 'entries', message: `请勾选 1 至 ${mostEntries} 条` }],
    });
  return cases;
}

async function keep(context: ActionContext, publication: PublicationRow, cases: readonly string[], facts: string): Promise<string> {
  const { db, actor, now, today } = context;
  const digest = createHash('sha256')
    .update([...cases].sort().join(), 'utf8')
    .update(facts.replaceAll(/\s/g, ''), 'utf8')
    .digest('hex');
  const of = tables<PublicationTables>(db);
  // Two that come at the same moment wait for each other here, so that the count and the digest hold.
  await sql`select 1 from casework.publication where id = ${publication.id}::uuid for update`.execute(db);
  const own = of.selectFrom('casework.objection').where('root', '=', actor.root).where('publication', '=', publication.id);
  const same = await own.select('receipt').where('digest', '=', digest).executeTakeFirst();
  if (same !== undefined) throw objectionRepeated(same.receipt);
  const { count } = await own.where('day', '=', today).select(sql<string>`count(*)`.as('count')).executeTakeFirstOrThrow();
  if (Number(count) >= mostInADay) throw objectionsFull();
  const receipt = receiptOf(today);
  await of
    .insertInto('casework.objection')
    .values({ root: actor.root, receipt, publication: publication.id, cases: [...cases], digest, at: now, day: today })
    .execute();
  return receipt;
}

/** In the context of the system; returns the number of the receipt. After the last minute it refuses, whatever the page said. */
export async function takeObjection(context: ActionContext, setting: CaseworkSetting, objection: Objection): Promise<string> {
  const publication = await getPublication(context.db, objection.publication);
  if (publication.status !== 'published') throw notFound('这份公示');
  if (context.today > publication.until_on) throw objectionLate(publication.until_on);
  const cases = namedCases(publication, objection.entries);
  const receipt = await keep(context, publication, cases, objection.facts);
  const { objector, phone, facts, evidence } = objection;
  const data = { objector, phone, facts, ...(evidence === '' ? {} : { evidence }) };
  const moving = cases.map((id) => ({ id, version: null, intent: { verb: 'object', data, attached: { receipt } } }));
  await moveCases(context, setting, moving, publicMover);
  const offices = noticeStageOf(declared(setting, publication), publication.stage)?.by ?? [];
  await sendMessages(
    context,
    offices.map((officeKind) => ({
      to: { officeKind },
      region: context.actor.root,
      title: `收到对公示的异议（${receipt}）`,
      body: `“${publication.title}”收到网上实名异议，涉及 ${cases.length} 件，请在公示环节核实处理。`,
      ...(cases.length === 1 ? { href: `/casework/cases/${cases[0]}` } : { href: '/casework/publications' }),
    })),
  );
  return receipt;
}

export interface ObjectionStanding {
  readonly receipt: string;
  readonly day: string;
  readonly title: string;
  readonly entries: readonly { readonly name: string; readonly standing: '待核实' | '经核实，异议成立' | '经核实，异议不成立' }[];
}

/** How an objection stands, for whoever holds its receipt; nothing of what was written comes back. In the context of the system. */
export async function objectionStanding(context: ActionContext, receipt: string): Promise<ObjectionStanding> {
  const objection = await tables<PublicationTables>(context.db)
    .selectFrom('casework.objection')
    .selectAll()
    .where('root', '=', context.actor.root)
    .where('receipt', '=', receipt)
    .executeTakeFirst();
  if (objection === undefined)
    throw new Refusal('RECEIPT_UNKNOWN', '没有这个回执号，请核对后重新输入（区分数字与字母，不含 0、1、I、L、O）。', { status: 404 });
  const publication = await getPublication(context.db, objection.publication);
  const { rows } = await sql<{ case_id: string; verdict: string | null }>`
    select o.case_id, s.data ->> 'verdict' as verdict
    from casework.event o left join casework.event s on s.case_id = o.case_id and s.verb = 'settle' and (s.data ->> 'objection')::int = o.seq
    where o.case_id = any(${objection.cases}::uuid[]) and o.verb = 'object' and o.data ->> 'receipt' = ${receipt}`.execute(context.db);
  const verdicts = new Map(rows.map((row) => [row.case_id, row.verdict]));
  return {
    receipt,
    day: objection.day,
    title: publication.title,
    entries: objection.cases.map((id) => {
      const verdict = verdicts.get(id) ?? null;
      const name = publication.body.rows[publication.cases.indexOf(id)]?.[0] ?? '';
      return { name, standing: verdict === null ? '待核实' : verdict === 'sustained' ? '经核实，异议成立' : '经核实，异议不成立' };
    }),
  };
}
