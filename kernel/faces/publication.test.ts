// What a stage may lay open: declared answers as text, and never a key that could hold a person's data.
import { expect, it } from 'vitest';
import { dossier } from '../declare/dossier.ts';
import { noConditions } from '../declare/eligibility.ts';
import { defineForm, f, page } from '../declare/form.ts';
import { publicNotice } from '../stages/public-notice.ts';
import { workdays } from '../stages/stage.ts';
import { submit } from '../stages/submit.ts';
import { publicCells, publicColumns } from './publication.ts';

const form = defineForm(
  page('花圃', {
    flower: f.text('主营花卉'),
    income: f.money('花卉收入'),
    age: f.integer('年龄', { personal: true }),
    head: f.contact('联系人'),
    report: f.file('报告', { extensions: ['pdf'] }),
  }),
);
const plot = dossier('plot', '花圃申请', { by: ['enterprise'], form, eligibility: noConditions, stages: [submit()] });
const stage = (...publishes: string[]) => publicNotice({ by: 'city-office', within: workdays(5), publishes });

it('prints the declared answers in their order, with the unit in the head, and nothing where nothing was answered', () => {
  expect(publicColumns(plot, stage('income', 'flower')).map(({ label, unit }) => [label, unit])).toEqual([
    ['花卉收入', '万元'],
    ['主营花卉', null],
  ]);
  expect(publicCells(plot, stage('income', 'flower'), { income: '1230000', age: 40 })).toEqual(['123', '']);
  expect(publicCells(plot, stage(), { flower: '月季' })).toEqual([]);
});

it('refuses what the form does not ask, what is marked as personal, and whatever holds people or papers', () => {
  expect(() => publicColumns(plot, stage('flour'))).toThrow('publishes flour, which the form does not ask');
  for (const key of ['age', 'head', 'report'])
    expect(() => publicColumns(plot, stage(key))).toThrow(`publishes ${key}, which may hold personal data`);
});
