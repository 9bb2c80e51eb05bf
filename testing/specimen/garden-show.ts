// The second specimen: a made-up show that a panel of experts judges; tests of review know no other and no build ships it.
import { cite } from '#kernel/declare/citation.ts';
import { dossier } from '#kernel/declare/dossier.ts';
import { byRules } from '#kernel/declare/eligibility.ts';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { defineLimits } from '#kernel/declare/limits.ts';
import { programme } from '#kernel/declare/programme.ts';
import { criterion, scoreSheet } from '#kernel/declare/score-sheet.ts';
import { decide } from '#kernel/stages/decide.ts';
import { review } from '#kernel/stages/review.ts';
import { workdays } from '#kernel/stages/stage.ts';
import { submit } from '#kernel/stages/submit.ts';

export const showForm = defineForm(
  page('参展花圃', {
    name: f.text('花圃名称', { list: true }),
    plan: f.longText('布展方案', { optional: true }),
    budget: f.money('布展预算', { optional: true }),
  }),
);

const basis = cite('花发〔2025〕3号', '第六条');

/** The default sheet of city plan projects, by its own names. */
export const showSheet = scoreSheet({
  title: '花展评分表',
  cites: basis,
  criteria: [
    criterion('innovation', '创新性', '30', '花型花色是否新颖'),
    criterion('feasibility', '可行性', '25'),
    criterion('team', '团队与条件', '20'),
    criterion('benefit', '效益', '15'),
    criterion('budget', '预算合理性', '10'),
  ],
});

/** What an expert gives an entry that is well made. */
export const good = { innovation: '27', feasibility: '22', team: '18', benefit: '13', budget: '8.5' };

const budgetOf = ({ budget }: Readonly<Record<string, unknown>>): string | null => (typeof budget === 'string' ? budget : null);

export const showReview = review({
  by: 'city-office',
  sheet: showSheet,
  panel: { size: 5, majorSize: 7, budgetOf, isMajor: (answers) => Number(budgetOf(answers) ?? '0') >= 5_000_000 },
  within: workdays(15),
});

export const showEntry = dossier('entry', '花展参展', {
  by: ['enterprise'],
  form: showForm,
  eligibility: byRules(showForm, defineLimits({}), []),
  stages: [submit(), showReview, decide({ by: 'city-office', within: workdays(10) })],
});

export const gardenShow = programme({ id: 'garden-show', name: '花展评选', domain: 'enterprises', basis: [basis], dossiers: [showEntry] });
