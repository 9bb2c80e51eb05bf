// The examples of this folder, the nearest change that passes, and the sources held against each other.
import path from 'node:path';
import { expect, it } from 'vitest';
import type { KnownFinance } from '#kernel/declare/dossier.ts';
import { nearestChanges } from '#kernel/declare/nearest-change.ts';
import { checkParameters, parameterForm } from '#kernel/declare/parameter.ts';
import { runExamples } from '#testing/examples.ts';
import fallsShort from './examples/falls-short.json';
import passes from './examples/passes.json';
import programme from './programme.ts';

const [application] = programme.dossiers;
if (application === undefined) throw new Error('the programme has a dossier');

runExamples(path.join(import.meta.dirname, 'examples'), application, {
  impossible: { 'B1-3': { unmet: 'the form offers only items of the eight fields' } },
});

it('says how many more researchers, and how much more income, would pass', () => {
  const changes = (rule: string) =>
    nearestChanges(application.form, application.eligibility, rule, fallsShort.answers, { day: fallsShort.day });
  expect(changes('B1-4')).toEqual([
    { key: 'scienceStaff', label: '科技人员数', from: 11, to: 12 },
    { key: 'staff', label: '全年月平均职工总数', from: 120, to: 110 },
  ]);
  // 60 % of 5560万元 is 3336万元.
  expect(changes('B1-6')).toMatchObject([{ key: 'highTechIncome', from: '30000000', to: '33360000.00' }]);
});

const found = (answers: Record<string, unknown>, rule: string, parameters?: Record<string, string>) =>
  application.eligibility
    .assess(answers, { day: fallsShort.day, ...(parameters === undefined ? {} : { parameters }) })
    .find((finding) => finding.rule === rule);

it('asks for the accidents once there are any, and names the cell that is missing without hiding what can be told', () => {
  const asked = (answers: Record<string, unknown>) => application.eligibility.rules.find((rule) => rule.id === 'B1-8')?.asks(answers);
  expect(asked({ hasViolations: false })).toEqual(['hasViolations']);
  expect(asked({ hasViolations: true })).toEqual(['hasViolations', 'violations']);
  const given = (violations: unknown) => ({ ...fallsShort.answers, hasViolations: true, violations });
  expect(found(given([]), 'B1-8')).toMatchObject({ status: 'unknown', missing: ['事故与违法'] });
  expect(found(given([{ date: '2025-01-15' }]), 'B1-8')).toMatchObject({ status: 'unknown', missing: ['事故与违法第1行的类型'] });
  expect(found(given([{ date: '2025-01-15' }]), 'B1-4')?.status).toBe('unmet');
  expect(found({ ...passes.answers, hasViolations: undefined }, 'B1-8')?.missing).toHaveLength(1);
});

it('shows what was found beside what is demanded, by the call’s own pass mark', () => {
  expect(found(fallsShort.answers, 'B1-2')).toMatchObject({ actual: '0件可用（共填1件）', required: '≥1件' });
  expect(found(fallsShort.answers, 'B1-4')).toMatchObject({ required: '≥10%' });
  const score = found(passes.answers, 'B1-7');
  expect(score).toMatchObject({ status: 'met', required: '＞70分' });
  const [, least = ''] = /^(\d+)–\d+分$/.exec(score?.actual ?? '') ?? [];
  expect(found(passes.answers, 'B1-7', { passScore: least })).toMatchObject({
    status: 'unknown',
    required: `＞${least}分`,
    says: `企业创新能力评价高于${least}分`,
  });
});

it('lets a call set the pass mark, and nothing else', () => {
  const { parameters } = application.eligibility;
  expect(checkParameters(parameters, { passScore: '75' })).toEqual([]);
  expect(checkParameters(parameters, { passScore: '60' })[0]).toMatchObject({ name: 'passScore' });
  expect(checkParameters(parameters, { passScore: '七十' })[0]?.message).toContain('创新能力评价合格线');
  expect(checkParameters(parameters, { staff: '1' })[0]?.message).toContain('没有可由批次另设的标准“staff”');
  expect(parameterForm(parameters, '2025-01-01').fields.passScore?.help).toContain('不填为 70分');
});

it('holds audit and tax against the application and leaves unknown what no source says', () => {
  const line = (source: KnownFinance['source'], year: number, values: Record<string, string>): KnownFinance => ({ source, year, values });
  const years = passes.answers.years.map((row) => row.year);
  const agreeing = years.flatMap((year, i) => {
    const { sales = '', totalAssets = '', totalLiabilities = '' } = passes.answers.years[i] ?? {};
    const netAssets = String(Number(totalAssets) - Number(totalLiabilities));
    return [
      line('AUDIT', year, { sales, totalAssets, totalLiabilities, netAssets }),
      line('TAX', year, { sales, totalAssets, totalLiabilities, netAssets }),
    ];
  });
  const status = (finance: KnownFinance[], rule: string) =>
    application.crossCheck?.(passes.answers, { facts: {}, finance }, passes.day).find((finding) => finding.rule === rule);
  expect(status(agreeing, 'X1')).toMatchObject({ status: 'met', level: null });
  expect(status([], 'X1')).toMatchObject({ status: 'unknown' });
  const off = agreeing.map((known) =>
    known.source === 'TAX' && known.year === 2024 ? { ...known, values: { ...known.values, sales: '54599899.99' } } : known,
  );
  expect(status(off, 'X1')).toMatchObject({ status: 'unmet', level: 'block', years: [2024] });
});
