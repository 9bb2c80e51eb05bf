// Loads the demonstration's evaluations of technology SMEs: some of those whose registration the population knows, and what is under way this year.
import type { Transaction } from 'kysely';
import { catalogue } from '#catalogue/index.ts';
import { addDays } from '#kernel/declare/calendar.ts';
import type { FileRef } from '#kernel/fields/field.ts';
import { grantTitles } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { smeNumber } from '#testing/population/codes.ts';
import type { Enterprise, HeldTitle } from '#testing/population/types.ts';
import { regionShortName } from '#vocabularies/regions/regions.ts';
import { eventsOf, submitted } from './history.ts';
import { titleOf } from './parties.ts';
import { PastCases } from './past-cases.ts';

type Steps = Parameters<typeof eventsOf>[0];

export interface Seeding {
  readonly root: string;
  readonly today: string;
  readonly firms: readonly Enterprise[];
  readonly partyIds: ReadonlyMap<number, string>;
  readonly paper: FileRef;
}

/** Of a year's registrations so many have their papers here. */
const perYear = 120;
const plain = (amount: string | undefined): string | undefined => amount?.replace(/\.0+$/, '');
const heads = (amount: string | undefined): number | undefined => (amount === undefined ? undefined : Number(amount.split('.')[0]));
const scaled = (amount: string | undefined, tenths: bigint): string | undefined =>
  amount === undefined ? undefined : String((BigInt(amount.split('.')[0] ?? '0') * tenths) / 10n);

/** As its tax return says, but for one in fifteen who claims more research than it declared. */
function answersOf(firm: Enterprise, year: number, paper: FileRef, i: number): Record<string, unknown> {
  const of = (source: string) => firm.finance.find((line) => line.year === year - 1 && line.source === source)?.values ?? {};
  const figures = { ...of('STATISTICS'), ...of('APPLICATION'), ...of('AUDIT'), ...of('TAX') };
  const staff = heads(figures.staff) ?? 30;
  const liaison = firm.contacts.find(({ duty }) => duty === 'liaison') ?? firm.contacts[0];
  const rights = firm.ipRights.filter((right) => right.grantedOn < `${year}-05-01` && right.validTo > `${year}-12-31`).slice(0, 12);
  const answers = {
    residentEnterprise: true,
    mainProduct: '主要产品（演示）',
    prohibited: false,
    staff,
    scienceStaff: Math.min(staff, heads(figures.scienceStaff) ?? Math.ceil(staff * 0.24)),
    firstTime: firm.titles.filter((title) => title.kind === 'TECH_SME' && title.fromOn < `${year}-01-01`).length === 0,
    revokedBefore: false,
    sales: plain(figures.sales),
    totalAssets: plain(figures.totalAssets),
    rdExpense: i % 15 === 7 ? scaled(figures.rdExpense, 14n) : plain(figures.rdExpense),
    totalCost: scaled(figures.sales, 9n),
    ipRights: rights.map(({ number, kind, validTo }) => ({ ipNo: number, kind, linked: true, validTo })),
    hasCertificate: false,
    hasAward: false,
    hasInstitution: false,
    hasStandard: false,
    safetyAccident: false,
    qualityAccident: false,
    environment: false,
    dishonesty: false,
    abnormalList: false,
    blackList: false,
    pledge: paper,
    contact: liaison === undefined ? undefined : { name: liaison.name, phone: liaison.phone },
  };
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
}

const checked = (day: string): Steps[number] => ({
  stage: 'check',
  verb: 'pass',
  office: 'county-office',
  day,
  data: { note: '材料齐全' },
});
const sent = (day: string, list: string): Steps[number] => ({
  stage: 'recommend',
  verb: 'recommend',
  office: 'city-office',
  day,
  data: { list },
});

function registered(title: HeldTitle, answers: unknown): Steps {
  const { number, fromOn, untilOn } = title;
  const month = Number(fromOn.slice(5, 7));
  return [
    ...submitted(addDays(fromOn, -45), answers),
    checked(addDays(fromOn, -40)),
    sent(addDays(fromOn, -34), `${fromOn.slice(0, 4)}年第${Math.max(1, Math.ceil((month - 4) / 2))}批`),
    {
      stage: 'external',
      verb: 'receive-result',
      office: 'city-office',
      day: fromOn,
      data: { outcome: 'granted', number, issuedOn: fromOn },
    },
    { stage: 'issue', verb: 'issue', office: 'system', day: fromOn, data: { number, from: fromOn, until: untilOn } },
  ];
}

const smeOf = (firm: Enterprise, year: number): HeldTitle | undefined =>
  firm.titles.find(({ kind, fromOn }) => kind === 'TECH_SME' && fromOn.startsWith(String(year)));

interface Registered {
  readonly firm: Enterprise;
  readonly title: HeldTitle;
}

/** The population ends with the last full year: most of those who were registered then are registered again between June and October. */
function registeredAgain(firms: readonly Enterprise[], year: number, today: string): Registered[] {
  const serials = { last: 0 };
  return firms.flatMap((firm) => {
    const fromOn = addDays(`${year}-06-10`, firm.serial % 130);
    if (smeOf(firm, year - 1) === undefined || firm.status !== 'active' || firm.serial % 7 === 0 || fromOn > today) return [];
    serials.last += 1;
    const number = smeNumber(year, firm.region, serials.last);
    return [{ firm, title: { kind: 'TECH_SME', number, fromOn, untilOn: `${year}-12-31`, revokedOn: null, revokeReason: null } }];
  });
}

/** Fewest steps last: some wait for the province, some for the city, some for their county, one in four was refused. */
function underWay(i: number, today: string, answers: unknown): Steps {
  const begun = [...submitted(addDays(today, -18 + (i % 5)), answers)];
  const day = addDays(today, -9);
  if (i % 4 === 0) return begun;
  if (i % 4 === 1) return [...begun, checked(day)];
  const up = [...begun, checked(day), sent(addDays(today, -6), '演示批次')];
  const refused = { outcome: 'refused', reasons: ['SCORE'] };
  return i % 4 === 2
    ? up
    : [...up, { stage: 'external', verb: 'receive-result', office: 'city-office', day: addDays(today, -2), data: refused }];
}

/** Everything in the caller's transaction; returns how many cases there are. */
export async function seedTechnologySmes(db: Transaction<unknown>, seeding: Seeding, reserved: readonly string[]): Promise<number> {
  const { root, today, firms, partyIds, paper } = seeding;
  const programme = catalogue.programmes.find(({ id }) => id === 'technology-sme');
  if (programme === undefined) return 0;
  const thisYear = Number(today.slice(0, 4));
  const years = [thisYear - 2, thisYear - 1, thisYear];
  const idOf = (firm: Enterprise): string => partyIds.get(firm.serial) ?? '';
  const able = firms.filter((firm) => idOf(firm) !== '' && !reserved.includes(idOf(firm)));
  const again = registeredAgain(able, thisYear, today);
  const { title, measures } = titleOf('TECH_SME');
  await grantTitles(
    db,
    { root, account: systemActor(root).accountId },
    again.map(({ firm, title: { number, fromOn, untilOn } }) => {
      const source = { sourceKind: 'document', sourceId: `${thisYear}年入库名单（演示）` };
      return { party: idOf(firm), title, number, from: fromOn, until: untilOn, measures, ...source };
    }),
  );
  const past = new PastCases(root, programme);
  await past.startSeries(db, years);
  for (const year of years) {
    const closes = year === thisYear ? addDays(today, 45) : `${year}-09-30`;
    const call = past.call('evaluation', year, `${year}-03-01`, closes, `${year}年科技型中小企业评价`, null);
    const add = (firm: Enterprise, i: number, steps: (answers: unknown) => Steps): void => {
      const answers = answersOf(firm, year, paper, i);
      past.add({ ...firm, id: idOf(firm) }, call, answers, eventsOf(steps(answers), regionShortName(firm.region)));
    };
    const held = able.flatMap((firm) => {
      const own = smeOf(firm, year);
      return own === undefined || own.fromOn > today ? [] : [{ firm, title: own }];
    });
    const inRegister: readonly Registered[] = year === thisYear ? again : held;
    const stride = Math.max(1, Math.floor(inRegister.length / perYear));
    for (const [i, one] of inRegister.entries())
      if (i % stride === 0) add(one.firm, i / stride, (answers) => registered(one.title, answers));
    if (year < thisYear) continue;
    const taken = new Set(again.map(({ firm }) => firm.serial));
    const others = able.filter((firm) => firm.status === 'active' && firm.field !== null && firm.uscc !== null && !taken.has(firm.serial));
    for (const [i, firm] of others.slice(0, 24).entries()) add(firm, i, (answers) => underWay(i, today, answers));
  }
  return past.load(db);
}
