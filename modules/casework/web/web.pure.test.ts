// What the pages of casework compute: live findings, prefilled answers, duties, requests of the list, calls and result lists.
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { parameterAnswers, parameterForm } from '#kernel/declare/parameter.ts';
import { specimen } from '#testing/specimen/programme.ts';
import type { CallView, CaseSummary, MoveView } from '../wire.ts';
import { assessLive, changeText, neededKeys, soundAnswers, verdictOf, withChange } from './assess.ts';
import { batchMovesOf, isInPlace } from './batch-moves.ts';
import { answersOfCall, callFormOf, inputOfAnswers, newCallAnswers, settableOf, windowProblem } from './call-form.ts';
import { caseRequest } from './case-list-request.ts';
import { dutiesOf, titlesIn, titleTone } from './duties.ts';
import { choicesOf } from './moves.ts';
import { prefilledOf, startingAnswers } from './prefill.ts';
import { consequenceWords, reportOf } from './result-report.ts';
import { clockOf, deadlineOf } from './words.ts';

const catalogue = catalogueOf([specimen]);
const [dossier] = specimen.dossiers;
if (dossier === undefined) throw new Error('the specimen has a dossier');
const context = { day: '2025-03-03' };

const call: CallView = {
  id: 'c1',
  programme: 'specimen',
  programmeName: '示范花圃',
  dossier: 'application',
  dossierName: '花圃申报',
  year: 2025,
  name: '2025年示范花圃申报',
  opensAt: '2025-02-28T16:00:00.000Z',
  closesAt: '2025-03-31T16:00:00.000Z',
  budget: null,
  quota: null,
  parameters: {},
  guide: '',
  status: 'published',
  phase: '受理中',
  version: 1,
  cases: 0,
};

const summary = {
  id: 'k1',
  number: null,
  programme: 'specimen',
  dossier: 'application',
  dossierName: '花圃申报',
  call: 'c1',
  status: 'draft',
  stage: 'submit',
  waitsFor: '等待申请单位提交',
  dueOn: null,
  left: null,
  colour: null,
} as unknown as CaseSummary;

describe('a self-check', () => {
  it('says what is missing, what fails, and which change would pass; the change can be tried', () => {
    const answers = { gardeners: 10, staff: 100, blighted: false };
    const findings = assessLive(dossier, answers, context);
    const [share] = findings;
    expect(share).toMatchObject({ status: 'unmet', actual: '10%' });
    const change = share?.changes.find(({ key }) => key === 'gardeners');
    if (change === undefined) throw new Error('more gardeners would pass');
    expect(changeText(dossier.form, change)).toBe('园丁人数由 10 人增至 15 人即符合');
    expect(assessLive(dossier, withChange(answers, change), context)[0]?.status).toBe('met');
    expect(verdictOf(findings)).toEqual({ tone: 'bad', words: '2 项条件中有 1 项不符合' });
  });

  it('takes no answer that is typed wrongly for a fact', () => {
    expect(soundAnswers(dossier.form, { gardeners: 'many', staff: 100 })).toEqual({ staff: 100 });
    expect(verdictOf(assessLive(dossier, { gardeners: 'many', staff: 100, blighted: false }, context)).tone).toBe('warn');
  });

  it('asks only what conditions read, in the order of the form', () => {
    expect(neededKeys(dossier, {})).toEqual(['gardeners', 'staff', 'blighted']);
  });
});

describe('prefilled answers', () => {
  it('name their source, and are left out where the form would refuse them', () => {
    const known = prefilledOf(dossier.form, { 'enterprise.scienceStaff': 12 });
    expect(known).toEqual({ gardeners: { source: '企业档案', value: 12 } });
    expect(startingAnswers(known)).toEqual({ gardeners: 12 });
    expect(prefilledOf(dossier.form, { 'enterprise.scienceStaff': '十二' })).toEqual({});
  });
});

describe('what is due', () => {
  it('puts the most urgent first: corrections, drafts before their close, titles before their end', () => {
    const titles = titlesIn({ 'enterprise.titles': [{ kind: 't', name: '示范花圃', from: '2022-04-01', until: '2025-03-31' }] });
    const correction = { ...summary, id: 'k2', status: 'correction', dueOn: '2025-03-05' };
    const duties = dutiesOf({
      cases: [summary, correction],
      calls: [call],
      titles,
      day: '2025-03-03',
      now: new Date('2025-03-03T01:00:00Z'),
    });
    expect(duties.map(({ verb, tone }) => [verb, tone])).toEqual([
      ['去补正', 'bad'],
      ['继续填写', 'good'],
      ['看可申报', 'bad'],
    ]);
    expect(titleTone({ kind: 't', name: '', from: '', until: null }, '2025-03-03')).toBe('good');
  });

  it('counts a call’s last day by the hour', () => {
    expect(deadlineOf(call, new Date('2025-03-31T06:00:00Z')).words).toBe('还有 10 小时截止');
    expect(deadlineOf({ ...call, phase: '未开始' }, new Date('2025-02-20T16:00:00Z')).words).toBe('8 天后开始受理');
  });
});

describe('the list of cases', () => {
  it('asks the server with bounds instead of ranges', () => {
    const filters = { submitted: { from: '2025-01-01', to: null }, due: { from: '2025-03-03', to: '2025-03-05' }, waiting: ['mine'] };
    expect(caseRequest({ filters, sort: { key: 'dueOn', direction: 'asc' }, after: undefined, limit: 50 })).toEqual({
      submittedFrom: '2025-01-01',
      dueFrom: '2025-03-03',
      dueBy: '2025-03-05',
      waiting: 'mine',
      sort: 'dueOn',
      limit: '50',
    });
  });

  it('offers an office the moves of its own stages for many cases, never a result', () => {
    const moves = batchMovesOf(catalogue, 'city-office');
    expect(moves.map((move) => move.verb)).toContain('recommend');
    expect(moves.map((move) => move.verb)).not.toContain('receive-result');
    const recommend = moves.find((move) => move.verb === 'recommend');
    if (recommend === undefined) throw new Error('the city recommends');
    expect(isInPlace(recommend, { ...summary, status: 'open', stage: 'recommend' })).toBe(true);
    expect(isInPlace(recommend, { ...summary, status: 'correction', stage: 'recommend' })).toBe(false);
  });

  it('shows no clock where no time runs, and no day while it is paused', () => {
    expect(clockOf({ dueOn: null, left: null, colour: null })).toBeUndefined();
    expect(clockOf({ dueOn: '2025-03-05', left: null, colour: 'paused' })).toEqual({ dueOn: null, left: null, colour: 'paused' });
  });
});

describe('the bar of actions', () => {
  const move: MoveView = {
    verb: 'pass',
    label: '审查通过',
    stage: 'check',
    allowed: true,
    whyNot: null,
    consequence: '',
    grave: false,
    batch: true,
    suggested: {},
    form: { pages: [] },
  };

  it('makes the first harmless move the main one and hides what only clutters', () => {
    const moves = [
      { ...move, verb: 'refuse', grave: true },
      move,
      { ...move, verb: 'resume', stage: null, allowed: false, whyNot: '计时没有暂停' },
    ];
    const choices = choicesOf(moves, async () => '');
    expect(choices.map(({ key, isMain }) => [key, isMain])).toEqual([
      ['refuse', false],
      ['pass', true],
    ]);
  });
});

describe('a call', () => {
  it('reads back as it was written: a close at midnight is the end of the day before', () => {
    const answers = answersOfCall(call);
    expect(answers).toMatchObject({ opensOn: '2025-03-01', closesOn: '2025-03-31' });
    expect(answers.closesTime).toBeUndefined();
    expect(inputOfAnswers(answers, [], {})).toMatchObject({ opensAt: call.opensAt, closesAt: call.closesAt, quota: null, budget: null });
    const atNine = { ...call, opensAt: '2025-03-01T01:00:00.000Z' };
    expect(answersOfCall(atNine).opensTime).toBe('09:00');
    expect(inputOfAnswers(answersOfCall(atNine), [], {}).opensAt).toBe(atNine.opensAt);
    expect(inputOfAnswers({ ...answers, closesTime: '17:30' }, [], {}).closesAt).toBe('2025-03-31T09:30:00.000Z');
  });

  it('begins with the only thing there is to apply for', () => {
    expect(newCallAnswers(catalogue, '2025-03-03')).toEqual({ year: 2025, system: 'specimen/application' });
    expect(Object.keys(callFormOf(catalogue).fields)).toContain('guide');
  });

  it('offers the limits that its conditions let it set, and sends only those', () => {
    const settable = settableOf(catalogue, { system: 'specimen/application' });
    expect(settable.map(({ name }) => name)).toEqual(['gardenerShare']);
    expect(settableOf(catalogue, {})).toEqual([]);
    const limits = parameterAnswers(settable, { gardenerShare: '0.2' });
    expect(inputOfAnswers(answersOfCall(call), settable, { ...limits, stray: '1' }).parameters).toEqual({ gardenerShare: '0.2' });
    expect(parameterForm(settable, '2025-03-03').fields.gardenerShare?.help).toContain('不填为 15%');
  });

  it('must close after it opens, at a time that exists', () => {
    expect(windowProblem({ opensOn: '2025-03-01', closesOn: '2025-02-27' })?.path).toBe('closesOn');
    expect(windowProblem({ closesTime: '25:00' })?.path).toBe('closesTime');
    expect(windowProblem({ opensOn: '2025-03-01', closesOn: '2025-03-01', closesTime: '17:30' })).toBeNull();
  });
});

describe('a result list', () => {
  const read = {
    sha256: '',
    fileName: '名单.xlsx',
    sheet: '名单',
    columns: [{ header: '单位名称', meaning: '企业名称' }],
    unknown: ['序号'],
    granted: 2,
    refused: 1,
    faults: [
      { address: 'D6', message: '不明确' },
      { address: 'F6', message: '不存在的日期' },
      { address: 'B7', message: '没有这件' },
    ],
    faultCount: 3,
    absent: 4,
    preview: [{ row: 2, name: '甲', outcome: '通过', note: 'HP1' }],
  };

  it('counts faulty rows, not faulty cells, and says who is missing', () => {
    expect(reportOf(read)).toMatchObject({ rows: 5, faultyRows: 2, faultCount: 3, counts: { changed: 3 } });
    expect(consequenceWords(read)).toContain('2 行有问题，不导入。另有 4 件等待结果的办件不在名单中');
  });
});
