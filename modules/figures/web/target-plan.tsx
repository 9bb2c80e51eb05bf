// One target plan: a draft to be worked on, or what was issued with its documents and every later adjustment.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { formatInstant, formatPercent } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import { usePathParam } from '#ui/use-search.ts';
import { methods, type PlanView, scoringModes } from '../model/target-shapes.ts';
import { typed } from './target-draft.ts';
import { DraftPlan, NewPlan, useFresh } from './target-editor.tsx';
import { planQuery } from './target-queries.ts';
import { Labelled, saidTarget } from './target-words.tsx';
import '#ui/figures/figures.css';
import './figures-pages.css';
import './targets.css';

function Adjusting({ plan, onDone }: { plan: PlanView; onDone: () => void }) {
  const fresh = useFresh();
  const unit = plan.units[0] ?? plan.unit;
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [document, setDocument] = useState({ name: '', number: '', day: '' });
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const changes = Object.entries(values).flatMap(([region, text]) => {
    const value = typed(text);
    return value === null ? [] : [{ region, value }];
  });
  const send = async () => {
    setFailure(null);
    try {
      await fresh(
        await call<PlanView>('POST', `/figures/target-plans/${plan.id}/adjustments`, {
          body: { version: plan.version, unit, changes, document, reason },
        }),
      );
      onDone();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <form
      aria-label="调整目标"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Notice title="凭文件调整">
        <p>只填写要调整的地区。原目标、原文件保留，按调整之前某日已知查看时仍是原目标。</p>
      </Notice>
      <div className="tg-form">
        {plan.lines.map((line) => (
          <Labelled key={line.region} label={`${line.name}（现为${saidTarget(plan.unit, line.value, null)}）`}>
            <input
              className="kc-input kc-num"
              inputMode="decimal"
              placeholder={`不变，${unit}`}
              value={values[line.region] ?? ''}
              onChange={(event) => setValues({ ...values, [line.region]: event.target.value })}
            />
          </Labelled>
        ))}
      </div>
      <div className="tg-form">
        <div className="tg-wider">
          <Labelled label="调整文件">
            <input
              className="kc-input"
              required
              value={document.name}
              onChange={(event) => setDocument({ ...document, name: event.target.value })}
            />
          </Labelled>
        </div>
        <Labelled label="文号">
          <input
            className="kc-input"
            required
            value={document.number}
            onChange={(event) => setDocument({ ...document, number: event.target.value })}
          />
        </Labelled>
        <Labelled label="文件日期">
          <input
            className="kc-input"
            type="date"
            required
            value={document.day}
            onChange={(event) => setDocument({ ...document, day: event.target.value })}
          />
        </Labelled>
        <div className="tg-wider">
          <Labelled label="理由">
            <input
              className="kc-input"
              required
              minLength={4}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Labelled>
        </div>
      </div>
      {failure !== null && <ErrorState error={failure} />}
      <div className="kc-step-buttons">
        <button type="submit" className="kc-button kc-button-main" disabled={changes.length === 0}>
          确认调整
        </button>
        <button type="button" className="kc-button" onClick={onDone}>
          取消
        </button>
      </div>
    </form>
  );
}

function Lines({ plan, title, rows }: { plan: PlanView; title: string; rows: PlanView['lines'] }) {
  return (
    <Section title={title}>
      <div className="kc-scroll">
        <table className="kc-bars" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">地区</th>
              <th scope="col" className="kc-num">
                目标
              </th>
              <th scope="col" className="kc-num">
                权重
              </th>
              <th scope="col">文件</th>
              <th scope="col">理由</th>
              <th scope="col">登记</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((line) => (
              <tr key={`${line.region}${line.revision}`}>
                <th scope="row">
                  <AppLink href={`/figures/${plan.indicator}?year=${plan.year}&region=${line.region}`}>{line.name}</AppLink>
                </th>
                <td className="kc-num">{saidTarget(plan.unit, line.value, line.bound)}</td>
                <td className="kc-num">{line.weight === null ? '—' : formatPercent(line.weight)}</td>
                <td>
                  {line.document.name} {line.document.number}，{line.document.day}
                </td>
                <td>{line.reason ?? (line.revision === 1 ? '首次下达' : '—')}</td>
                <td>
                  {formatInstant(line.recordedAt)} {line.recordedBy}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function IssuedPlan({ plan }: { plan: PlanView }) {
  const mayManage = useMay('figures/target:manage');
  const [isAdjusting, setAdjusting] = useState(false);
  const { draft } = plan;
  const name = (of: Readonly<Record<string, string>>, key: string) => of[key] ?? key;
  return (
    <>
      <p>
        {name(methods, draft.method)}分解；年终按“{name(scoringModes, draft.scoring.mode)}”计分，分值 {draft.scoring.weight}
        {draft.months === null ? '；按时间进度亮灯' : '；按月计划亮灯'}。
      </p>
      {isAdjusting ? (
        <Adjusting plan={plan} onDone={() => setAdjusting(false)} />
      ) : (
        mayManage && (
          <button type="button" className="kc-button" onClick={() => setAdjusting(true)}>
            调整目标
          </button>
        )
      )}
      <Lines plan={plan} title="现行目标" rows={plan.lines} />
      {plan.history.length > plan.lines.length && <Lines plan={plan} title="历次下达与调整" rows={plan.history} />}
    </>
  );
}

function ExistingPlan({ id }: { id: string }) {
  const query = useQuery(planQuery(id));
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <PageSkeleton />;
  const plan = query.data;
  return (
    <div className="kc-page">
      <PageHead
        title={`${plan.year}年${plan.indicatorName}目标`}
        parent={{ label: '目标', href: `/figures/targets?year=${plan.year}` }}
        mark={<Status tone={plan.status === 'issued' ? 'good' : 'plain'}>{plan.status === 'issued' ? '已下达' : '草稿'}</Status>}
        {...(plan.issuedAt === null ? {} : { lead: `${formatInstant(plan.issuedAt)} 由${plan.issuedBy}下达` })}
      />
      {plan.status === 'issued' ? <IssuedPlan plan={plan} /> : <DraftPlan plan={plan} />}
    </div>
  );
}

export default function TargetPlan() {
  const id = usePathParam('id');
  if (id !== 'new') return <ExistingPlan key={id} id={id} />;
  return (
    <div className="kc-page">
      <PageHead title="设定目标" parent={{ label: '目标', href: '/figures/targets' }} lead="先存为方案，试算无误后凭文件下达。" />
      <NewPlan />
    </div>
  );
}
