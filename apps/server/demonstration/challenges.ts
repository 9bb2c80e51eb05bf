// A handful of open challenges: one on the board, one whose winner is to sign, one under way, one stopped, one waiting for the county.
import { sql, type Transaction } from 'kysely';
import { catalogue } from '#catalogue/index.ts';
import { addDays } from '#kernel/declare/calendar.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import {
  type CallRow,
  type CaseObligations,
  casePostings,
  lastSerial,
  loadCalls,
  loadCases,
  type PastCase,
  pastObligations,
} from '#modules/casework/contract.ts';
import { loadEntries } from '#modules/figures/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { regionShortName } from '#vocabularies/regions/regions.ts';
import { calendar } from '../settings.ts';
import { eventsOf } from './history.ts';

const programmeId = 'open-challenge';

interface Firm {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly region: string;
}

/** The firm of the second sign-in, which bids; and firms of the same zone that post needs or bid, none with a case of its own under way. */
async function someFirms(db: Transaction<unknown>, root: string, count: number): Promise<Firm[]> {
  const { rows } = await sql<Firm>`
    (select party as id, party_name as name, party_uscc as uscc, region from casework.cases
     where root = ${root} and region = '990171' and status = 'correction' order by number limit 1)
    union all
    (select p.id, p.name, p.uscc, p.region from registry.party p
     where p.root = ${root} and p.region = '990171' and p.status = 'active' and p.uscc_check = 'ok' and p.legal_person is not null
       and exists (select 1 from registry.title t where t.root = p.root and t.party = p.id and t.status = 'valid' and t.until_on > current_date + 500)
     order by p.uscc limit ${count})`.execute(db);
  return rows;
}

type Step = Parameters<typeof eventsOf>[0][number];
const step = (day: string, stage: string | null, verb: string, office: Step['office'], data: Step['data'] = {}): Step => ({
  day,
  stage,
  verb,
  office,
  data,
});

const topics = [
  ['耐高温封装材料长期可靠性提升', '高温循环 1000 次后封装界面开裂，现有国产材料寿命不足进口的一半。'],
  ['大型薄壁件低变形热处理', '热处理后翘曲超差，返修率 18%，已尝试三种工装，效果不稳定。'],
  ['高盐废水分质结晶', '混盐无法资源化，处置费用逐年上升，需要纯度 98.5% 以上的分盐工艺。'],
  ['产线视觉缺陷小样本识别', '新品切换频繁，缺陷样本不足 50 张，漏检率高于 2%。'],
  ['丘陵小地块自走式采收装备', '坡度 15 度以上地块没有可用的采收装备，人工成本占六成。'],
] as const;

const indicators = [{ name: '关键指标（演示）', target: '≥ 98.5', unit: '%', test: '第三方检测' }];

const needAnswers = (n: number) => ({
  title: topics[n % topics.length]?.[0],
  industry: '36',
  problem: `${topics[n % topics.length]?.[1] ?? ''}（演示数据，内容虚构）`,
  beyondOwn: true,
  indicators,
  months: 18,
  testSite: '发榜方中试线一条，可连续试产',
  offer: '4000000',
  own: '2400000',
  ip: 'shared',
  contact: { name: '演示联系人', phone: '13800000000' },
});
const bidAnswers = (n: number) => ({
  title: `${topics[n % topics.length]?.[0] ?? ''}方案`,
  approach: '建立机理模型，完成小试、中试和产线验证三步（演示数据，内容虚构）。',
  basis: '已完成实验室验证。',
  indicators,
  months: 16,
  price: '3800000',
  leader: { name: '演示负责人' },
  members: [{ name: '演示成员', unit: '演示团队', duty: '工艺' }],
  dishonest: false,
  pledge: true,
  contact: { name: '演示联系人', phone: '13800000001' },
});

const agreement = (from: string) => ({
  contractAmount: '3800000',
  fiscalAmount: '1500000',
  ownAmount: '2300000',
  startsOn: from,
  endsOn: addDays(from, 480),
  pledge: true,
  milestones: [
    { no: 1, name: '方案设计与小试', dueOn: addDays(from, 90), share: '0.3', amount: '450000' },
    { no: 2, name: '中试达到考核指标', dueOn: addDays(from, 300), share: '0.4', amount: '600000' },
    { no: 3, name: '产线验证与第三方检测', dueOn: addDays(from, 480), share: '0.3', amount: '450000' },
  ],
});

const needSteps = (published: string, closes: string, isOver: boolean, answers: unknown): Step[] => [
  step(addDays(published, -30), null, 'draft', 'applicant'),
  step(addDays(published, -29), 'submit', 'submit', 'applicant', { answers }),
  step(addDays(published, -25), 'check', 'pass', 'county-office'),
  step(addDays(published, -10), 'vetting', 'approve', 'city-office', { note: '专家组认为需求真实、指标可测' }),
  step(published, 'board', 'publish', 'city-office', { closesOn: closes }),
  ...(isOver
    ? [
        step(addDays(closes, 1), 'board', 'close', 'system'),
        step(addDays(closes, 40), 'board', 'match', 'city-office', { note: '已确定揭榜方' }),
      ]
    : []),
];

const awardSteps = (closes: string, answers: unknown): Step[] => [
  step(addDays(closes, -5), null, 'draft', 'applicant'),
  step(addDays(closes, -3), 'submit', 'submit', 'applicant', { answers }),
  step(addDays(closes, 3), 'check', 'pass', 'city-office'),
  step(addDays(closes, 8), 'appraise', 'score', 'issuer', { score: '91.0', note: '路线可行，与产线匹配' }),
  step(addDays(closes, 14), 'experts', 'score', 'city-office', { score: '86.5', note: '五位专家评分汇总' }),
  step(addDays(closes, 20), 'decide', 'approve', 'leadership', { note: '同意' }),
  step(addDays(closes, 30), 'public-notice', 'close', 'system'),
];
const signSteps = (day: string): Step[] => [
  step(addDays(day, -5), 'agree', 'propose', 'applicant', agreement(day)),
  step(day, 'agree', 'sign', 'city-office', { ...agreement(day), signedOn: day, number: `澜科揭榜〔${day.slice(0, 4)}〕1号` }),
];
const acceptedFirst = (day: string): Step[] => [
  step(addDays(day, 70), 'perform', 'report', 'applicant', { milestone: '1', done: '小试达到指标', ownPaid: '900000' }),
  step(addDays(day, 80), 'perform', 'accept-report', 'city-office', { milestone: '1', part: 1, amount: '450000', name: '方案设计与小试' }),
];

class Challenges {
  readonly needs: PastCase[] = [];
  readonly bids: PastCase[] = [];
  readonly #root: string;
  readonly #call: CallRow;
  #serial: number;

  constructor(root: string, call: CallRow, lastSerial: number) {
    this.#root = root;
    this.#call = call;
    this.#serial = lastSerial;
  }

  #add(to: PastCase[], dossier: string, firm: Firm, answers: Record<string, unknown>, steps: Step[], about?: PastCase): PastCase {
    const events: CaseEvent[] = eventsOf(steps, regionShortName(firm.region));
    this.#serial += 1;
    const past: PastCase = {
      row: {
        id: uuidv7(),
        root: this.#root,
        region: firm.region,
        programme: programmeId,
        dossier,
        call: this.#call.id,
        party: firm.id,
        party_name: firm.name,
        party_uscc: firm.uscc,
        number: `${this.#call.year}${firm.region}${String(this.#serial).padStart(6, '0')}`,
        answers,
        created_at: new Date(events[0]?.at ?? 0),
        updated_at: new Date(events.at(-1)?.at ?? 0),
        ...(about !== undefined && { about: about.row.id, about_party: about.row.party }),
      },
      events,
    };
    to.push(past);
    return past;
  }

  need(firm: Firm, n: number, published: string, closes: string, isOver: boolean): PastCase {
    const answers = needAnswers(n);
    return this.#add(this.needs, 'need', firm, answers, needSteps(published, closes, isOver, answers));
  }

  waiting(firm: Firm, n: number, day: string): void {
    const answers = needAnswers(n);
    this.#add(this.needs, 'need', firm, answers, needSteps(addDays(day, 29), day, false, answers).slice(0, 2));
  }

  bid(firm: Firm, n: number, about: PastCase, closes: string, more: Step[]): void {
    const answers = bidAnswers(n);
    this.#add(this.bids, 'bid', firm, answers, [...awardSteps(closes, answers), ...more], about);
  }
}

function callOf(root: string, today: string): CallRow {
  const at = (day: string) => new Date(`${day}T09:00:00+08:00`);
  return {
    id: uuidv7(),
    root,
    programme: programmeId,
    dossier: 'need',
    year: Number(today.slice(0, 4)),
    name: `${today.slice(0, 4)}年揭榜挂帅技术需求征集`,
    opens_at: at(addDays(today, -330)),
    closes_at: at(addDays(today, 60)),
    budget: '10000000',
    quota: null,
    parameters: { lumpSum: 'true' },
    guide:
      '一、面向在本市注册的企业征集真实技术需求。\n二、需求经县区核实、专家论证后向全国张榜。\n三、本批次实行经费包干制。\n四、本批次为演示数据，均为虚构。',
    status: 'published',
    version: 1,
    created_at: at(addDays(today, -340)),
    updated_at: at(addDays(today, -335)),
  };
}

function build(root: string, today: string, call: CallRow, serial: number, [bidder, ...firms]: readonly Firm[]): Challenges {
  const made = new Challenges(root, call, serial);
  const [a, b, c, d, e] = firms;
  if (bidder === undefined || a === undefined || b === undefined || c === undefined || d === undefined || e === undefined) return made;
  const back = (days: number) => addDays(today, -days);
  made.need(a, 0, back(10), addDays(today, 25), false);
  made.bid(bidder, 1, made.need(b, 1, back(90), back(45), true), back(45), []);
  const running = back(150);
  made.bid(d, 2, made.need(c, 2, back(250), back(200), true), back(200), [...signSteps(running), ...acceptedFirst(running)]);
  const stopped = back(220);
  const stop = step(back(40), 'perform', 'stop', 'city-office', { reasons: '揭榜方核心人员离开，中试无法继续（演示）' });
  made.bid(a, 3, made.need(d, 3, back(320), back(270), true), back(270), [...signSteps(stopped), ...acceptedFirst(stopped), stop]);
  made.waiting(e, 4, back(2));
  return made;
}

/** Everything in the caller's transaction; `oblige` takes in the money that the agreements made. Returns how many cases there are. */
export async function seedChallenges(
  db: Transaction<unknown>,
  root: string,
  today: string,
  oblige: (owed: readonly CaseObligations[]) => Promise<void>,
): Promise<number> {
  const programme = catalogue.programmes.find((candidate) => candidate.id === programmeId);
  if (programme === undefined) return 0;
  const call = callOf(root, today);
  const made = build(root, today, call, await lastSerial(db, root, call.year), await someFirms(db, root, 5));
  await loadCalls(db, [call]);
  const by = { root, account: systemActor(root).accountId };
  const load = async (dossier: Dossier, cases: readonly PastCase[]): Promise<void> => {
    await loadCases(db, dossier, cases, calendar);
    const entries = cases.flatMap(({ row, events }) =>
      casePostings(programme, dossier.id, events, row.answers).map((posting) => ({
        ...posting,
        region: row.region,
        party: row.party,
        sourceKind: 'case',
        sourceId: row.id,
        postedAt: new Date(events[posting.seq - 1]?.at ?? 0),
      })),
    );
    await loadEntries(db, by, entries);
    const owed = pastObligations(programme, dossier, cases);
    if (owed.length > 0) await oblige(owed);
  };
  for (const dossier of programme.dossiers) await load(dossier, dossier.id === 'need' ? made.needs : made.bids);
  return made.needs.length + made.bids.length;
}
