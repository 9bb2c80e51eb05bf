// The examples of this folder, the nearest change that passes, and the sources held against each other.
import path from 'node:path';
import { expect, it } from 'vitest';
import type { KnownFinance } from '#kernel/declare/dossier.ts';
import { nearestChanges } from '#kernel/declare/nearest-change.ts';
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
