// The examples of this folder, the score with its nearest change, and the sources held against the answers.
import path from 'node:path';
import { expect, it } from 'vitest';
import type { KnownFinance } from '#kernel/declare/dossier.ts';
import { nearestChanges } from '#kernel/declare/nearest-change.ts';
import { validUntil } from '#kernel/declare/title.ts';
import { runExamples } from '#testing/examples.ts';
import fallsShort from './examples/falls-short.json';
import passes from './examples/passes.json';
import programme, { smeTitle } from './programme.ts';

const [evaluation] = programme.dossiers;
if (evaluation === undefined) throw new Error('the programme has a dossier');

runExamples(path.join(import.meta.dirname, 'examples'), evaluation);

const found = (answers: Record<string, unknown>) =>
  evaluation.eligibility.assess(answers, { day: fallsShort.day }).find(({ rule }) => rule === 'A1-5');

it('shows the score by its parts and the nearest change that passes', () => {
  expect(found(passes.answers)).toMatchObject({ status: 'met', actual: '78分（人员20＋研发40＋成果18）' });
  const scored = { ...fallsShort.answers, staff: 40, scienceStaff: 12, sales: '12000000', totalCost: '10000000' };
  expect(found(scored)).toMatchObject({ status: 'unmet', actual: '26分（人员20＋研发0＋成果6）' });
  expect(nearestChanges(evaluation.form, evaluation.eligibility, 'A1-5', scored, { day: fallsShort.day })).toContainEqual({
    key: 'rdExpense',
    label: '研发费用',
    from: '200000',
    to: '600000.00',
  });
});

it('lets a certificate stand in for the score, for nothing else, and only while it is valid', () => {
  const held = (until: string) => ({ ...fallsShort.answers, hasCertificate: true, certificateUntil: until });
  expect(found(held('2026-12-01'))).toMatchObject({ status: 'met', actual: '直接确认：高新技术企业' });
  expect(found(held('2024-12-01'))?.status).toBe('unmet');
  const { certificateUntil: _, ...unsaid } = held('');
  expect(found(unsaid)).toMatchObject({ status: 'unknown', missing: ['高新技术企业证书有效期至'] });
  const others = evaluation.eligibility.assess(held('2026-12-01'), { day: fallsShort.day });
  expect(others.find(({ rule }) => rule === 'A1-2a')?.status).toBe('unmet');
});

it('holds the figures against tax and insurance, and names who is to be visited', () => {
  const tax = (sales: string): KnownFinance => ({ year: 2024, source: 'TAX', values: { sales, rdExpense: '600000' } });
  const check = (answers: Record<string, unknown>, finance: KnownFinance[], insured?: number) =>
    Object.fromEntries(
      (
        evaluation.crossCheck?.(
          answers,
          { facts: insured === undefined ? {} : { 'enterprise.insuredStaff': insured }, finance },
          passes.day,
        ) ?? []
      ).map(({ rule, status, level }) => [rule, `${status}${level === null ? '' : ` ${level}`}`]),
    );
  expect(check(passes.answers, [tax('12000000')], 39)).toEqual({ 'SC-1': 'met', 'SC-2': 'met', 'SC-3': 'met', 'SC-4': 'met' });
  expect(check(passes.answers, [tax('11800000')], 30)).toMatchObject({ 'SC-1': 'unmet warn', 'SC-3': 'unmet warn' });
  expect(check({ ...passes.answers, firstTime: true }, [])).toEqual({
    'SC-1': 'unknown',
    'SC-2': 'unknown',
    'SC-3': 'unknown',
    'SC-4': 'unmet info',
  });
});

it('takes numbers of the national list alone, which end with their year', () => {
  expect(smeTitle.numberPattern?.test('202536010208000123')).toBe(true);
  expect(smeTitle.numberPattern?.test('GR202536000123')).toBe(false);
  expect(validUntil(smeTitle, '2025-07-01')).toBe('2025-12-31');
});
