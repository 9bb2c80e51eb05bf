// Loads the demonstration's makerspaces: thirty titles with their recognition, two assessments that are over, and this year's under way.
import type { Transaction } from 'kysely';
import { catalogue } from '#catalogue/index.ts';
import { addDays } from '#kernel/declare/calendar.ts';
import type { Title } from '#kernel/declare/title.ts';
import type { FileRef } from '#kernel/fields/field.ts';
import type { CaseObligations } from '#modules/casework/contract.ts';
import { endHeldTitles, grantTitles } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { regionShortName } from '#vocabularies/regions/regions.ts';
import { eventsOf, submitted } from './history.ts';
import { type Party, PastCases } from './past-cases.ts';

type Steps = Parameters<typeof eventsOf>[0];
type Step = Steps[number];

const step = (day: string, stage: string, verb: string, office: Step['office'], data: Record<string, unknown> = {}): Step => ({
  stage,
  verb,
  office,
  day,
  data,
});

const levelOf = (i: number): Title['level'] => (i % 8 === 0 ? 'NATIONAL' : i % 4 === 1 ? 'PROVINCIAL' : 'MUNICIPAL');

const recognitionAnswers = (i: number, paper: FileRef): Record<string, unknown> => ({
  name: `演示众创空间${i + 1}`,
  level: levelOf(i),
  ...(levelOf(i) !== 'MUNICIPAL' && { upperDocument: '演示文号' }),
  months: 20 + i,
  area: String(600 + i * 40),
  seats: 40 + i,
  sharedArea: String(500 + i * 32),
  teams: 21 + (i % 9),
  newFirms: 10 + (i % 5),
  funded: 3 + (i % 4),
  cases: 3 + (i % 3),
  staff: 3 + (i % 3),
  mentors: 4 + (i % 6),
  events: 12 + (i % 10),
  statistics: true,
  materials: paper,
  contact: { name: '演示联系人', phone: '19900000000' },
});

/** Weights of the assessment as the declared calculation has them, applied to whole points. */
const weights = { service: 25, tenantScore: 25, funding: 15, qualifiedBred: 15, revenue: 10, statisticsSafety: 10 };

function pointsOf(i: number, year: number): Record<keyof typeof weights, string> {
  const base = 52 + ((i * 7 + year) % 41);
  const part = (n: number): string => String(Math.min(100, base + ((i + n * 5) % 9)));
  return { service: part(1), tenantScore: part(2), funding: part(3), qualifiedBred: part(4), revenue: part(5), statisticsSafety: part(6) };
}

const yearly = (i: number, year: number, paper: FileRef): Record<string, unknown> => ({
  year: year - 1,
  area: String(600 + i * 40),
  tenants: 22 + (i % 9),
  newFirms: 8 + ((i + year) % 7),
  funded: 3 + (i % 4),
  fundedAmount: String(1_000_000 + i * 150_000),
  bred: 2 + (i % 5),
  events: 14 + (i % 10),
  staff: 3 + (i % 3),
  mentors: 5 + (i % 6),
  income: String(400_000 + i * 35_000),
  ...pointsOf(i, year),
  report: paper,
  contact: { name: '演示联系人', phone: '19900000000' },
});

interface Graded {
  readonly class: 'EXCELLENT' | 'PASSED' | 'RECTIFY' | 'REVOKED';
  readonly className: string;
  readonly subsidy: string;
  readonly score: string;
  readonly points: Record<string, string>;
}

function scoreOf(points: Record<keyof typeof weights, string>): string {
  const hundredths = Object.entries(weights).reduce((sum, [key, weight]) => sum + weight * Number(points[key as keyof typeof weights]), 0);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** The best quarter of 85 and more is excellent, from 60 passed, the rest has a year; one is ended. */
function grades(year: number, holders: readonly number[]): ReadonlyMap<number, Graded> {
  const scored = holders.map((i) => ({ i, points: pointsOf(i, year), score: scoreOf(pointsOf(i, year)) }));
  const best = scored
    .toSorted((a, b) => Number(b.score) - Number(a.score))
    .slice(0, Math.floor(holders.length / 4))
    .filter(({ score }) => Number(score) >= 85)
    .map(({ i }) => i);
  return new Map(
    scored.map(({ i, points, score }) => {
      const of = (code: Graded['class'], className: string, subsidy: string): Graded => ({
        class: code,
        className,
        subsidy,
        score,
        points,
      });
      if (best.includes(i)) return [i, of('EXCELLENT', '优秀', '100000')];
      if (Number(score) >= 60) return [i, of('PASSED', '合格', '50000')];
      return [i, i % 5 === 0 ? of('REVOKED', '撤销', '0') : of('RECTIFY', '整改', '0')];
    }),
  );
}

/** Ended at once, or to be put right for the second time in a row. */
const ends = (graded: Graded | undefined, before: Graded | undefined): boolean =>
  graded?.class === 'REVOKED' || (graded?.class === 'RECTIFY' && before?.class === 'RECTIFY');

function assessed(day: string, answers: unknown, graded: Graded, before: Graded | undefined): Steps {
  const { score, points, class: code, className, subsidy } = graded;
  const on = (days: number) => addDays(day, days);
  const end = { outcome: 'end', reasons: `${code === 'REVOKED' ? '' : '连续两次'}考核结果为“${className}”，撤销众创空间资格` };
  const kept = code === 'RECTIFY' ? { outcome: 'rectify', until: addDays(on(45), 365) } : { outcome: 'keep' };
  return [
    ...submitted(day, answers),
    step(on(4), 'check', 'pass', 'county-office', { note: '材料齐全' }),
    step(on(20), 'grade', 'score', 'city-office', { ...points, total: score }),
    step(on(24), 'grade', 'classify', 'city-office', { class: code, className, subsidy, score }),
    step(on(32), 'decide', 'approve', 'leadership', { note: '同意' }),
    step(on(45), 'public-notice', 'close', 'system'),
    step(on(45), 'uphold', 'uphold', 'system', ends(graded, before) ? end : kept),
  ];
}

/** Thirty of them, the sign-in first. */
export function operatorsOf(parties: readonly (Party & { readonly status: string })[], signedIn: string | undefined): readonly Party[] {
  const able = parties.filter(({ id, status, uscc }) => status === 'active' && uscc !== null && id !== signedIn);
  const stride = Math.max(1, Math.floor(able.length / 29));
  const others = able.filter((_, i) => i % stride === 5 % stride).slice(0, 29);
  return [...parties.filter(({ id }) => id === signedIn), ...others];
}

interface Seeding {
  readonly root: string;
  readonly today: string;
  /** Thirty operators; the first has not reported this year. */
  readonly operators: readonly Party[];
  readonly paper: FileRef;
}

/** Everything in the caller's transaction; `oblige` takes in the subsidies. Returns how many cases there are. */
export async function seedMakerspaces(
  db: Transaction<unknown>,
  { root, today, operators, paper }: Seeding,
  oblige: (owed: readonly CaseObligations[]) => Promise<void>,
): Promise<number> {
  const programme = catalogue.programmes.find(({ id }) => id === 'makerspace');
  const [title] = programme?.titles ?? [];
  if (programme === undefined || title === undefined) return 0;
  const year = Number(today.slice(0, 4));
  const past = new PastCases(root, programme);
  await past.startSeries(db, [year - 3, year - 2, year - 1, year]);
  const by = { root, account: systemActor(root).accountId };
  const measures = (programme.stocks ?? []).map(({ measure }) => measure.id);
  const events = (party: Party, steps: Steps) => eventsOf(steps, regionShortName(party.region));
  const named = past.call('recognition', year - 3, `${year - 3}-03-01`, `${year - 3}-06-30`, `${year - 3}年众创空间认定`, null);
  const from = `${year - 3}-08-20`;
  const grants = operators.map((party, i) => {
    const number = `众创${past.nextNumber(named, party)}`;
    const answers = recognitionAnswers(i, paper);
    const steps = [
      ...submitted(`${year - 3}-05-20`, answers),
      step(`${year - 3}-05-26`, 'check', 'pass', 'county-office', { note: '材料齐全' }),
      step(`${year - 3}-07-10`, 'decide', 'approve', 'city-office', { note: '同意' }),
      step(from, 'public-notice', 'close', 'system'),
      step(from, 'issue', 'issue', 'system', { number, from }),
    ];
    past.add(party, named, answers, events(party, steps));
    const level = { ...title, level: levelOf(i) };
    return { party: party.id, title: level, number, from, until: null, measures, sourceKind: 'case', sourceId: number };
  });
  await grantTitles(db, by, grants);
  let holders = operators.map((_, i) => i);
  let before: ReadonlyMap<number, Graded> = new Map();
  for (const assessedYear of [year - 2, year - 1]) {
    const day = `${assessedYear}-03-15`;
    const call = past.call(
      'assessment',
      assessedYear,
      `${assessedYear}-03-01`,
      `${assessedYear}-04-30`,
      `${assessedYear}年众创空间年度考核`,
      '2000000',
    );
    const given = grades(assessedYear, holders);
    for (const [i, graded] of given) {
      const party = operators[i];
      if (party === undefined) continue;
      const answers = yearly(i, assessedYear, paper);
      past.add(party, call, answers, events(party, assessed(day, answers, graded, before.get(i))));
    }
    const ended = holders.filter((i) => ends(given.get(i), before.get(i)));
    const on = addDays(day, 45);
    const reason = '年度考核未通过';
    await endHeldTitles(
      db,
      by,
      ended.map((i) => ({ party: operators[i]?.id ?? '', title, on, reason })),
    );
    holders = holders.filter((i) => !ended.includes(i));
    before = given;
  }
  const current = past.call('assessment', year, addDays(today, -40), addDays(today, 30), `${year}年众创空间年度考核`, '2000000');
  for (const i of holders.filter((one) => one !== 0)) {
    const party = operators[i];
    if (party === undefined) continue;
    const answers = yearly(i, year, paper);
    const checked = step(addDays(today, -12), 'check', 'pass', 'county-office', { note: '材料齐全' });
    past.add(party, current, answers, events(party, [...submitted(addDays(today, -16), answers), ...(i % 5 === 3 ? [] : [checked])]));
  }
  // What was promised two years ago has long been paid, outside of this demonstration.
  return past.load(db, (owed) => oblige(owed.filter(({ caseNumber }) => caseNumber?.startsWith(String(year - 1)) === true)));
}
