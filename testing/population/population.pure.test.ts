// Tests that the demonstration population is always the same, formally right, true to itself and plausible.
import { beforeAll, expect, test } from 'vitest';
import { creditCodeCheck, organisationCheck } from '#kernel/calculations/check-characters.ts';
import { highTechFields } from '#vocabularies/high-tech-fields/high-tech-fields.ts';
import { industries } from '#vocabularies/industries/industries.ts';
import { demonstrationCounties } from '#vocabularies/regions/demonstration-city.ts';
import { regions } from '#vocabularies/regions/regions.ts';
import { findTerm } from '#vocabularies/vocabulary.ts';
import { type Enterprise, historyEnds, population, type RecognitionApplication } from './population.ts';

const asOf = '2026-11-24';
let all: Enterprise[] = [];
let milliseconds = 0;

beforeAll(() => {
  const start = performance.now();
  all = [...population({ asOf })];
  milliseconds = performance.now() - start;
});

const firms = () => all.filter((each) => each.flaw?.kind !== 'duplicate');
const applications = () => all.flatMap((each) => each.applications.map((application) => ({ enterprise: each, application })));
const holds = (each: Enterprise, day: string) =>
  each.titles.some(
    (title) => title.kind === 'HNTE' && title.fromOn <= day && day <= title.untilOn && (title.revokedOn === null || day < title.revokedOn),
  );
const fen = (text: string | undefined): bigint => BigInt((text ?? '0').replace('.', ''));
const figures = (each: Enterprise, year: number, source: string) =>
  each.finance.find((line) => line.year === year && line.source === source)?.values;

test('twenty thousand are made in a few seconds', () => {
  expect(all).toHaveLength(20_000);
  expect(all.every((each, index) => each.serial === index)).toBe(true);
  // About a second and a half on an idle core; the bound leaves room for a busy machine.
  expect(milliseconds).toBeLessThan(10_000);
});

test('the same options give the same population, another seed another one', () => {
  const digest = (options: { seed?: number; count?: number } = {}) => JSON.stringify([...population({ asOf, count: 150, ...options })]);
  expect(digest()).toBe(digest());
  expect(digest({ seed: 1 })).not.toBe(digest());
  // Any day of the year leaves the histories alone.
  expect(JSON.stringify([...population({ asOf: '2026-01-01', count: 150 })])).toBe(digest());
});

test('nothing happens after the last full year, and the histories follow the clock', () => {
  const end = historyEnds(asOf);
  expect(end).toBe('2025-12-31');
  const late = all.filter((each) => {
    const days = [
      each.foundedOn,
      each.statusSince,
      ...each.formerNames.map((name) => name.until),
      ...each.ipRights.map((right) => right.grantedOn),
    ];
    const years = [...each.finance.map((line) => line.year), ...each.applications.map((application) => application.year)];
    const happened = [
      ...days,
      ...each.titles.flatMap((title) => [title.fromOn, title.revokedOn]),
      ...each.applications.map((one) => one.decidedOn),
    ];
    return happened.some((day) => day !== null && day > end) || years.some((year) => year > 2025);
  });
  expect(late).toEqual([]);
  const later = [...population({ asOf: '2031-03-01', count: 2_000 })];
  expect(new Set(later.flatMap((each) => each.applications.map((application) => application.year)))).toEqual(
    new Set([2026, 2027, 2028, 2029, 2030]),
  );
});

test('every credit code is right in both check characters and unique, but for the few that are wrong on purpose', () => {
  const codes = all.filter((each) => each.uscc !== null);
  expect(new Set(codes.map((each) => each.uscc)).size).toBe(codes.length);
  const form = /^91990\d{3}MA[0-9A-HJ-NP-RTUW-Y]{6}[0-9X][0-9A-HJ-NP-RTUW-Y]$/;
  const bad = codes.filter(({ uscc: code, flaw, region }) => {
    const right = (flaw?.kind === 'wrong-check-character' ? flaw.right : code) ?? '';
    const isRight = organisationCheck(right.slice(8, 16)) === right.charAt(16) && creditCodeCheck(right.slice(0, 17)) === right.charAt(17);
    return !form.test(right) || right.slice(2, 8) !== region || !isRight || (flaw !== null && code === right);
  });
  expect(bad).toEqual([]);
  const wrong = all.filter((each) => each.flaw?.kind === 'wrong-check-character');
  expect(wrong.length).toBeGreaterThan(10);
  expect(wrong.length).toBeLessThan(60);
});

test('people and numbers are visibly invented, names unlike each other', () => {
  expect(new Set(firms().map((each) => each.name)).size).toBe(firms().length);
  expect(all.filter((each) => !/^(澜江|云泽)/.test(each.name))).toEqual([]);
  const contacts = all.flatMap((each) => each.contacts);
  expect(contacts.filter((each) => !/^1990000\d{4}$/.test(each.phone) || !each.email.endsWith('@example.com'))).toEqual([]);
});

test('counties have their shares, codes stand in the vocabularies, zones have more technology firms', () => {
  const perCounty = new Map(demonstrationCounties.map(({ code }) => [code, firms().filter((each) => each.region === code)]));
  for (const { code, enterprises } of demonstrationCounties) {
    expect(Math.abs((perCounty.get(code)?.length ?? 0) - (firms().length * enterprises) / 1_000)).toBeLessThanOrEqual(1);
    expect(findTerm(regions, code)?.fictional).toBe(true);
  }
  const unknown = firms().filter(
    (each) =>
      findTerm(industries, each.industry) === undefined || (each.field !== null && findTerm(highTechFields, each.field) === undefined),
  );
  expect(unknown).toEqual([]);
  const share = (code: string) =>
    (perCounty.get(code) ?? []).filter((each) => each.field !== null).length / (perCounty.get(code)?.length ?? 1);
  expect(share('990171')).toBeGreaterThan(3 * share('990122'));
});

test('between eight and nine per cent of the firms hold a certificate, more each year', () => {
  const held = [2021, 2022, 2023, 2024, 2025].map((year) => all.filter((each) => holds(each, `${year}-12-31`)).length);
  expect((held.at(-1) ?? 0) / all.length).toBeGreaterThan(0.08);
  expect((held.at(-1) ?? 0) / all.length).toBeLessThan(0.09);
  expect(held).toEqual([...held].sort((a, b) => a - b));
});

test('applications grow in each county, and between 55 and 85 per cent of them are granted', () => {
  for (const { code } of demonstrationCounties) {
    const own = applications().filter(({ enterprise }) => enterprise.region === code);
    const perYear = [2021, 2022, 2023, 2024, 2025].map((year) => own.filter(({ application }) => application.year === year));
    const counts = perYear.map((year) => year.length);
    expect(counts, code).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0);
    for (const year of perYear) {
      const rate = year.filter(({ application }) => application.outcome === 'granted').length / year.length;
      // A small county's whole numbers may lie a little outside.
      expect(rate, code).toBeGreaterThan(0.5);
      expect(rate, code).toBeLessThan(0.88);
      if (year.length > 40) expect(rate >= 0.54 && rate <= 0.86, `${code} ${rate}`).toBe(true);
    }
  }
});

test('steps of an application follow each other, and only a granted one has a certificate', () => {
  const odd = applications().filter(({ application: each, enterprise }) => {
    const days = [each.submittedOn, each.countyReviewedOn, each.cityReviewedOn, each.recommendedOn, each.decidedOn].filter(
      (day) => day !== null,
    );
    const isGranted = each.outcome === 'granted';
    const inOrder = days.every((day, index) => index === 0 || (days[index - 1] ?? '') <= day);
    const certificate = enterprise.titles.find((title) => title.number === each.certificate);
    const isWhole =
      isGranted === (each.certificate !== null) && isGranted === (each.reasons.length === 0) && isGranted === (each.stoppedAt === null);
    const isScored = each.reasons.includes('R08') === (each.score !== null && each.score <= 70);
    return !inOrder || !isWhole || !isScored || (isGranted && certificate?.fromOn !== each.decidedOn);
  });
  expect(odd).toEqual([]);
  const numbers = all.flatMap((each) => each.titles.map((title) => title.number));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('a certificate holds for three years and never beside another of the same firm', () => {
  for (const each of all) {
    const certificates = each.titles.filter((title) => title.kind === 'HNTE');
    for (const [index, title] of certificates.entries()) {
      expect(title.number).toMatch(/^GR\d{4}99\d{6}$/);
      expect(Date.parse(title.untilOn) - Date.parse(title.fromOn)).toBeGreaterThanOrEqual(1_094 * 86_400_000);
      const next = certificates[index + 1];
      if (next !== undefined) expect(next.fromOn > title.untilOn || title.revokedOn !== null).toBe(true);
      if (title.revokedOn !== null) expect(title.revokedOn > title.fromOn && title.revokedOn <= title.untilOn).toBe(true);
    }
  }
  expect(all.some((each) => each.titles.some((title) => title.revokedOn !== null))).toBe(true);
});

test('net assets are assets less liabilities in every source, and heads are whole', () => {
  const lines = all.flatMap((each) => each.finance.map((line) => line.values));
  const form = (figure: string) => (figure.toLowerCase().endsWith('staff') ? /^\d+$/ : /^-?\d+\.\d{2}$/);
  expect(lines.flatMap((values) => Object.entries(values).filter(([figure, value]) => !form(figure).test(value)))).toEqual([]);
  const unequal = lines.filter(
    (values) => values.netAssets !== undefined && fen(values.totalAssets) - fen(values.totalLiabilities) !== fen(values.netAssets),
  );
  expect(unequal).toEqual([]);
});

/** Sales and R&D of the three years that an application counts, in fen. */
function threeYears(enterprise: Enterprise, { year }: RecognitionApplication) {
  const lines = [year - 3, year - 2, year - 1].map((each) => figures(enterprise, each, 'APPLICATION')).filter((line) => line !== undefined);
  const sum = (key: 'sales' | 'rdExpense') => lines.reduce((total, line) => total + fen(line[key]), 0n);
  return { sales: sum('sales'), rd: sum('rdExpense'), last: figures(enterprise, year - 1, 'APPLICATION') };
}

const requiredPerMille = (sales: bigint): bigint => (sales <= 5_000_000_000n ? 50n : sales <= 20_000_000_000n ? 40n : 30n);

test('what was granted meets the law by its own figures', () => {
  for (const { enterprise, application } of applications().filter((each) => each.application.outcome === 'granted')) {
    const { sales, rd, last } = threeYears(enterprise, application);
    expect(rd * 1_000n >= sales * requiredPerMille(fen(last?.sales)), enterprise.name).toBe(true);
    expect(Number(last?.scienceStaff) * 10).toBeGreaterThanOrEqual(Number(last?.staff));
    expect(fen(last?.highTechIncome) * 10n >= (fen(last?.grossIncome) - fen(last?.nonTaxableIncome)) * 6n).toBe(true);
    expect(enterprise.foundedOn <= `${application.year - 1}-12-31`).toBe(true);
    expect(application.ipRights.length).toBeGreaterThan(0);
  }
});

test('what was refused shows its reason in its figures', () => {
  const having = (reason: string) => applications().filter(({ application }) => application.reasons.some((code) => code === reason));
  for (const { enterprise, application } of having('R01')) {
    const { sales, rd, last } = threeYears(enterprise, application);
    expect(rd * 1_000n < sales * requiredPerMille(fen(last?.sales)), enterprise.name).toBe(true);
  }
  for (const { enterprise, application } of having('R03')) {
    expect(figures(enterprise, application.year - 1, 'AUDIT')?.sales).not.toBe(figures(enterprise, application.year - 1, 'TAX')?.sales);
  }
  for (const { enterprise, application } of having('R04')) {
    const last = figures(enterprise, application.year - 1, 'APPLICATION');
    expect(fen(last?.highTechIncome) * 10n < fen(last?.grossIncome) * 6n).toBe(true);
  }
  for (const { enterprise, application } of having('R05')) {
    const last = figures(enterprise, application.year - 1, 'APPLICATION');
    expect(Number(last?.scienceStaff) * 10).toBeLessThan(Number(last?.staff));
  }
  for (const reason of ['R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10', 'R11', 'R12', 'R13']) {
    expect(having(reason).length, reason).toBeGreaterThan(0);
  }
});

test('audit and tax office disagree about a realistic share of applicants, and of the others nothing is compared', () => {
  const compared = applications().map(({ enterprise, application }) => [
    figures(enterprise, application.year - 1, 'AUDIT')?.sales,
    figures(enterprise, application.year - 1, 'TAX')?.sales,
  ]);
  const share = compared.filter(([audit, tax]) => audit !== tax).length / compared.length;
  expect(share).toBeGreaterThan(0.07);
  expect(share).toBeLessThan(0.2);
  expect(
    all
      .filter((each) => each.applications.length === 0)
      .flatMap((each) => each.finance)
      .some((line) => line.source === 'AUDIT'),
  ).toBe(false);
});

test('sizes are heavy-tailed: most firms are micro, the largest hundred sell more than a fifth of all', () => {
  const sales = firms()
    .map((each) => Number(figures(each, 2025, 'TAX')?.sales ?? 0))
    .sort((a, b) => b - a);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  expect(firms().filter((each) => each.scale === 'micro').length / firms().length).toBeGreaterThan(0.6);
  expect(sum(sales.slice(0, 100)) / sum(sales)).toBeGreaterThan(0.2);
  expect(all.some((each) => each.scale === 'large')).toBe(true);
});

test('class II rights are used once only, but where that is why a file failed', () => {
  const used = new Map<string, number>();
  const ungranted: string[] = [];
  for (const { enterprise, application } of applications()) {
    for (const number of application.ipRights) {
      const right = enterprise.ipRights.find((each) => each.number === number);
      if (right === undefined || right.grantedOn >= application.submittedOn) ungranted.push(number);
      if (right?.kind === 'INVENTION_PATENT' || right?.kind === 'IC_LAYOUT' || application.reasons.includes('R06')) continue;
      used.set(number, (used.get(number) ?? 0) + 1);
    }
  }
  expect(ungranted).toEqual([]);
  expect([...used.values()].every((times) => times === 1)).toBe(true);
  const numbers = all.flatMap((each) => each.ipRights.map((right) => right.number));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('some firms were renamed, and some records repeat another under another name', () => {
  expect(all.filter((each) => each.formerNames.length > 0).length).toBeGreaterThan(50);
  const repeated = all.filter((each) => each.flaw?.kind === 'duplicate');
  expect(repeated).toHaveLength(120);
  for (const each of repeated) {
    const original = all[each.flaw?.kind === 'duplicate' ? each.flaw.of : -1];
    expect(original?.region).toBe(each.region);
    expect(original?.name).not.toBe(each.name);
    expect(each.uscc).toBeNull();
    expect(each.applications).toEqual([]);
  }
});
