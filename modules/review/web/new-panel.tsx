// Draws a panel: which cases, which fields and titles, when; who may not judge and why is shown before the lot.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { addDays, dayOf } from '#kernel/declare/calendar.ts';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { checkAnswers, type Problem } from '#kernel/faces/answers.ts';
import { fieldOfView, formView } from '#kernel/faces/form-view.ts';
import { call, messageOf } from '#ui/api.ts';
import { FieldRow } from '#ui/fields/field-row.tsx';
import { useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useSearchState } from '#ui/use-search.ts';
import { disciplines } from '#vocabularies/disciplines/disciplines.ts';
import { titleLevels } from '../model/expert.ts';
import type { DrawPreview, PanelDetail } from '../wire.ts';
import { RecusedTable } from './draw-record.tsx';
import { panelChanged, undrawnQuery, type WaitingCase } from './queries.ts';
import './review.css';

const fields = formView(
  defineForm(
    page('抽取', {
      name: f.text('评审组名称', { optional: true, help: '不填以事项命名' }),
      disciplines: f.choices('学科', disciplines.items, { optional: true, help: '不选为不限；财务专家不受学科限制' }),
      levels: f.choices(
        '职称',
        Object.entries(titleLevels).map(([code, name]) => ({ code, name })),
        { optional: true, help: '不选为不限' },
      ),
      size: f.integer('评审专家', { unit: '人', optional: true, help: '不填按规定人数；可多不可少，应为单数' }),
      reviewDay: f.date('评审日期'),
      dueDay: f.date('评分截止日期', { help: '当日 18:00 截止' }),
    }),
  ),
).pages.flatMap((one) => one.fields);

type Answers = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

const bodyOf = (cases: readonly string[], answers: Answers) => ({
  cases,
  name: typeof answers.name === 'string' ? answers.name : '',
  disciplines: listOf(answers.disciplines),
  levels: listOf(answers.levels),
  ...(typeof answers.size === 'number' && { size: answers.size }),
  reviewDay: answers.reviewDay,
  dueAt: `${String(answers.dueDay)}T18:00:00+08:00`,
});

function useDrawing(cases: readonly string[]) {
  const client = useQueryClient();
  const go = useGo();
  const today = dayOf(new Date());
  const [answers, setAnswers] = useState<Answers>({ reviewDay: addDays(today, 1), dueDay: addDays(today, 3) });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | undefined>();
  const [preview, setPreview] = useState<DrawPreview | undefined>();
  const [isBusy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>) => {
    const own = Object.fromEntries(fields.map((field) => [field.key, fieldOfView(field)]));
    const found = checkAnswers({ pages: [{ title: '', fields: own }], fields: own }, answers, { complete: true });
    setProblems(found);
    if (found.length > 0) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  const look = () => run(async () => setPreview(await call<DrawPreview>('POST', '/review/draw-preview', { body: bodyOf(cases, answers) })));
  const draw = () =>
    run(async () => {
      const panel = await call<PanelDetail>('POST', '/review/panels', { body: bodyOf(cases, answers) });
      await panelChanged(client, panel);
      go(`/panels/${panel.id}?tab=seats`);
    });
  const answer = (key: string, value: unknown) => {
    setAnswers((before) => ({ ...before, [key]: value }));
    setPreview(undefined);
  };
  return { answers, answer, problems, failure, preview, isBusy, look, draw, forget: () => setPreview(undefined) };
}

function Preview({ preview }: { preview: DrawPreview }) {
  const { size, reserve, isMajor, needsFinance, considered, admitted, recused } = preview;
  return (
    <Section title="抽取前核对" note={`${recused.length} 人回避或轮换`}>
      <p>
        {isMajor && '重大事项，'}需评审专家 {size} 人、备选 {reserve} 人{needsFinance && '，其中至少一名财务专家'}；符合学科和职称{' '}
        {considered} 人，可参加抽取 {admitted} 人。
      </p>
      {admitted < size && <Notice tone="bad" title={`可抽取的专家不足 ${size} 人，请放宽学科或职称条件。`} />}
      {recused.length > 0 && <RecusedTable recused={recused} />}
    </Section>
  );
}

function Drawing({ cases }: { cases: readonly WaitingCase[] }) {
  const [search] = useSearchState();
  const [chosen, setChosen] = useState<readonly string[]>(() => cases.filter(({ id }) => id === search.case).map(({ id }) => id));
  const form = useDrawing(chosen);
  const toggle = (id: string) => {
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
    form.forget();
  };
  return (
    <>
      <Section title="选择申请" note={`已选 ${chosen.length} 件，由同一评审组评审`}>
        {cases.map(({ id, partyName, number, dossierName }) => (
          <label key={id} className="rv-declare">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span>
              {partyName} <span className="kc-related-hint">{`${dossierName}，${number ?? ''}`}</span>
            </span>
          </label>
        ))}
      </Section>
      <div className="rv-form">
        {fields.map((field) => (
          <FieldRow
            key={field.key}
            field={field}
            value={form.answers[field.key]}
            errors={form.problems.filter(({ path }) => path === field.key).map(({ message }) => message)}
            onChange={(value) => form.answer(field.key, value)}
          />
        ))}
      </div>
      {form.preview && <Preview preview={form.preview} />}
      {form.failure && (
        <p className="kc-failure" role="alert">
          {form.failure}
        </p>
      )}
      <div className="rv-buttons">
        {form.preview ? (
          <Button type="primary" loading={form.isBusy} disabled={chosen.length === 0} onClick={() => void form.draw()}>
            随机抽取
          </Button>
        ) : (
          <Button type="primary" loading={form.isBusy} disabled={chosen.length === 0} onClick={() => void form.look()}>
            核对回避关系
          </Button>
        )}
      </div>
    </>
  );
}

export default function NewPanel() {
  const waiting = useQuery(undrawnQuery);
  return (
    <div className="kc-page">
      <PageHead
        title="抽取专家"
        parent={{ label: '评审组', href: '/panels' }}
        lead="先逐人排查回避和轮换，再随机抽取；种子和专家范围留痕，可随时重算。"
      />
      {waiting.error ? (
        <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />
      ) : waiting.data === undefined ? (
        <PageSkeleton />
      ) : waiting.data.length === 0 ? (
        <EmptyState title="没有等待组建评审组的办件" how="办件进入专家评审环节后，会出现在这里。" />
      ) : (
        <Drawing cases={waiting.data} />
      )}
    </div>
  );
}
