// Edits a plan that is not issued: fields, a trial decomposition, saving, issuing and deleting, each saying what it means.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { call } from '#ui/api.ts';
import { useGo } from '#ui/link.tsx';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { ActionBar, type ActionChoice } from '#ui/record/action-bar.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useSearchState } from '#ui/use-search.ts';
import type { PlanDraft, PlanView } from '../model/target-shapes.ts';
import { unitsFor } from '../model/target-units.ts';
import { catalogueQuery } from './catalogue-query.ts';
import { IndicatorChoice } from './indicator-choice.tsx';
import { thisYear } from './period.tsx';
import { newDraft } from './target-draft.ts';
import { GoalFields, MethodFields, MonthFields, ScoringFields } from './target-fields.tsx';
import { PreviewTable } from './target-preview.tsx';
import { planQuery, previewTarget } from './target-queries.ts';
import { Labelled, YearChoice } from './target-words.tsx';

const entryUnit: Readonly<Record<string, string>> = { 元: '万元' };
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

export function useFresh() {
  const client = useQueryClient();
  return (plan?: PlanView) => {
    if (plan !== undefined) client.setQueryData(planQuery(plan.id).queryKey, plan);
    return client.invalidateQueries({ queryKey: ['figures'] });
  };
}

interface EditorProps {
  readonly indicator: string;
  readonly unit: string;
  readonly units: readonly string[];
  readonly year: number;
  readonly existing?: PlanView;
}

function Editor({ indicator, unit, units, year, existing }: EditorProps) {
  const go = useGo();
  const fresh = useFresh();
  const { message } = App.useApp();
  const [draft, setDraft] = useState<PlanDraft>(() => existing?.draft ?? newDraft(entryUnit[unit] ?? unit, today()));
  const trial = useMutation({ mutationFn: () => previewTarget({ indicator, year, draft }) });
  const saving = useMutation({
    mutationFn: () =>
      existing === undefined
        ? call<PlanView>('POST', '/figures/target-plans', { body: { indicator, year, draft } })
        : call<PlanView>('PUT', `/figures/target-plans/${existing.id}`, { body: { version: existing.version, draft } }),
    onSuccess: async (saved) => {
      await fresh(saved);
      message.success(`已保存${year}年“${saved.indicatorName}”目标方案，下达前县区看不到。`);
      if (existing === undefined) go(`/figures/targets/${saved.id}`, { replace: true });
    },
  });
  const { mutate: tryOut } = trial;
  const id = existing?.id;
  useEffect(() => {
    if (id !== undefined) tryOut();
  }, [id, tryOut]);
  const isChanged = existing !== undefined && JSON.stringify(existing.draft) !== JSON.stringify(draft);
  const actions: ActionChoice[] =
    existing === undefined
      ? []
      : [
          {
            key: 'issue',
            label: '下达目标',
            isAllowed: !isChanged,
            whyNot: '有改动没有保存，请先保存方案再下达。',
            isMain: true,
            consequence: `以${draft.document.number || '（未填文号）'}下达后，县区可以看到各自的目标；此后只能凭文件调整，原目标保留。`,
            run: async () => {
              const issued = await call<PlanView>('POST', `/figures/target-plans/${existing.id}/issue`, {
                body: { version: existing.version },
              });
              await fresh(issued);
              return `已下达${year}年“${issued.indicatorName}”目标，共 ${issued.lines.length} 个地区。`;
            },
          },
          {
            key: 'delete',
            label: '删除方案',
            isAllowed: true,
            isGrave: true,
            consequence: '方案尚未下达，删除后不再保留。',
            run: async () => {
              await call('DELETE', `/figures/target-plans/${existing.id}`);
              await fresh();
              go(`/figures/targets?year=${year}`);
              return '已删除方案。';
            },
          },
        ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <>
      <form aria-label="目标方案" onSubmit={submit}>
        <Section title="目标与文件">
          <GoalFields draft={draft} units={units} onChange={setDraft} />
        </Section>
        <Section title="分解到县区">
          <MethodFields draft={draft} onChange={setDraft} />
          <div className="tg-tools">
            <button type="button" className="kc-button" onClick={() => trial.mutate()} disabled={trial.isPending}>
              {trial.isPending ? '正在试算…' : '试算分解'}
            </button>
          </div>
          {trial.isError && <ErrorState error={trial.error} />}
          {trial.isPending && trial.data === undefined && <TableSkeleton rows={6} />}
          {trial.data !== undefined && <PreviewTable preview={trial.data} draft={draft} unit={unit} onChange={setDraft} />}
        </Section>
        <Section title="进度计划">
          <MonthFields draft={draft} onChange={setDraft} />
        </Section>
        <Section title="年终计分">
          <ScoringFields draft={draft} onChange={setDraft} />
        </Section>
        {saving.isError && <ErrorState error={saving.error} />}
        <div className="kc-step-buttons">
          <button type="submit" className="kc-button kc-button-main" disabled={saving.isPending}>
            {saving.isPending ? '正在保存…' : '保存方案'}
          </button>
        </div>
      </form>
      {/* Outside the form: an action asks in a form of its own. */}
      {actions.length > 0 && <ActionBar actions={actions} />}
    </>
  );
}

export function NewPlan() {
  const [search, change] = useSearchState();
  const indicators = useQuery(catalogueQuery);
  const year = /^\d{4}$/.test(search.year ?? '') ? Number(search.year) : thisYear();
  if (indicators.isError) return <ErrorState error={indicators.error} onRetry={() => void indicators.refetch()} />;
  if (indicators.data === undefined) return <TableSkeleton />;
  const { rows } = indicators.data;
  const chosen = rows.find((row) => row.id === search.indicator);
  return (
    <>
      <div className="tg-form">
        <YearChoice year={year} now={thisYear()} onChange={(next) => change({ year: next })} />
        <Labelled label="指标">
          <IndicatorChoice
            label="指标"
            none="输入名称或别名查找"
            value={chosen?.id ?? null}
            onChange={(next) => change({ indicator: next ?? undefined })}
          />
        </Labelled>
      </div>
      {chosen === undefined ? (
        <p className="kc-none">先选择指标，再填写目标、试算分解。台账生成的和登记公布数的指标都可以选。</p>
      ) : (
        <Editor key={`${chosen.id}${year}`} indicator={chosen.id} unit={chosen.unit} units={unitsFor(chosen.unit)} year={year} />
      )}
    </>
  );
}

export function DraftPlan({ plan }: { plan: PlanView }) {
  return <Editor key={plan.version} indicator={plan.indicator} unit={plan.unit} units={plan.units} year={plan.year} existing={plan} />;
}
