// Assigns experts to all chosen applications at once: a look at who would judge what, what would have to give, and then a panel for each.
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
import { EmptyState, ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { disciplines } from '#vocabularies/disciplines/disciplines.ts';
import { titleLevels } from '../model/expert.ts';
import type { Assigned, AssignPreview } from '../model/wire/assignment.ts';
import { AssignmentPreview } from './assignment-preview.tsx';
import { panelsChanged, undrawnQuery, type WaitingCase } from './queries.ts';
import './review.css';

const fields = formView(
  defineForm(
    page('分配', {
      disciplines: f.choices('学科', disciplines.items, { optional: true, help: '申请的学科；专家学科相同的优先，不选则不按学科' }),
      levels: f.choices(
        '职称',
        Object.entries(titleLevels).map(([code, name]) => ({ code, name })),
        { optional: true, help: '不选为不限' },
      ),
      cap: f.integer('每位专家最多评审', { unit: '件', min: '1', max: '200', help: '同时不超过评审规则规定的每年上限' }),
      reviewDay: f.date('评审日期'),
      dueDay: f.date('评分截止日期', { help: '当日 18:00 截止' }),
    }),
  ),
).pages.flatMap((one) => one.fields);

type Answers = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

const bodyOf = (cases: readonly string[], answers: Answers) => ({
  cases: cases.map((id) => ({ id, disciplines: [] })),
  disciplines: listOf(answers.disciplines),
  levels: listOf(answers.levels),
  cap: answers.cap,
  reviewDay: answers.reviewDay,
  dueAt: `${String(answers.dueDay)}T18:00:00+08:00`,
});

function useAssigning(cases: readonly string[]) {
  const client = useQueryClient();
  const go = useGo();
  const today = dayOf(new Date());
  const [answers, setAnswers] = useState<Answers>({ cap: 4, reviewDay: addDays(today, 1), dueDay: addDays(today, 3) });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | undefined>();
  const [preview, setPreview] = useState<AssignPreview | undefined>();
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
  const look = () =>
    run(async () => setPreview(await call<AssignPreview>('POST', '/review/assignment-preview', { body: bodyOf(cases, answers) })));
  const confirm = ({ seed, agreed }: AssignPreview) =>
    run(async () => {
      await call<Assigned>('POST', '/review/assignments', { body: { ...bodyOf(cases, answers), seed, agreed } });
      await panelsChanged(client);
      go('/panels');
    });
  const answer = (key: string, value: unknown) => {
    setAnswers((before) => ({ ...before, [key]: value }));
    setPreview(undefined);
  };
  return { answers, answer, problems, failure, preview, isBusy, look, confirm, forget: () => setPreview(undefined) };
}

interface ChoosingProps {
  readonly cases: readonly WaitingCase[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Applications of one matter only: they stand in the same stage and are measured by the same sheet. */
function Choosing({ cases, chosen, onChoose }: ChoosingProps) {
  const matters = [...new Set(cases.map(({ dossierName }) => dossierName))];
  return (
    <Section title="选择申请" note={`已选 ${chosen.length} 件，每件组建一个评审组`}>
      {matters.map((matter) => {
        const own = cases.filter(({ dossierName }) => dossierName === matter);
        const ids = own.map(({ id }) => id);
        const isWhole = ids.every((id) => chosen.includes(id));
        const kept = chosen.filter((id) => ids.includes(id));
        return (
          <fieldset key={matter} className="rv-matter">
            <legend>
              <label className="rv-declare">
                <input type="checkbox" checked={isWhole} onChange={() => onChoose(isWhole ? [] : ids)} />
                <span>
                  {matter} <span className="kc-related-hint">全部 {own.length} 件</span>
                </span>
              </label>
            </legend>
            {own.map(({ id, partyName, number }) => (
              <label key={id} className="rv-declare">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={() => onChoose(kept.includes(id) ? kept.filter((one) => one !== id) : [...kept, id])}
                />
                <span>
                  {partyName} <span className="kc-related-hint">{number}</span>
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </Section>
  );
}

function Assigning({ cases }: { cases: readonly WaitingCase[] }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const form = useAssigning(chosen);
  const { preview } = form;
  return (
    <>
      <Choosing
        cases={cases}
        chosen={chosen}
        onChoose={(ids) => {
          setChosen(ids);
          form.forget();
        }}
      />
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
      {preview && <AssignmentPreview preview={preview} />}
      {form.failure && (
        <p className="kc-failure" role="alert">
          {form.failure}
        </p>
      )}
      <div className="rv-buttons">
        {preview?.agreed == null ? (
          <Button type="primary" loading={form.isBusy} disabled={chosen.length === 0} onClick={() => void form.look()}>
            试分配
          </Button>
        ) : (
          <Button type="primary" loading={form.isBusy} onClick={() => void form.confirm(preview)}>
            按此组建 {preview.panels.length} 个评审组
          </Button>
        )}
      </div>
    </>
  );
}

export default function Assign() {
  const waiting = useQuery(undrawnQuery);
  return (
    <div className="kc-page">
      <PageHead
        title="智能分配"
        parent={{ label: '评审组', href: '/panels' }}
        lead="一次为多件申请分配专家：先排除应回避和应轮换的，再按学科和职称求总匹配度最高；确认前不写入。"
      />
      {waiting.error ? (
        <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />
      ) : waiting.data === undefined ? (
        <PageSkeleton />
      ) : waiting.data.length === 0 ? (
        <EmptyState title="没有等待组建评审组的办件" how="办件进入专家评审环节后，会出现在这里。" />
      ) : (
        <Assigning cases={waiting.data} />
      )}
    </div>
  );
}
