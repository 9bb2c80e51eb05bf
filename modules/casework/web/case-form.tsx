// The application form of an enterprise: saved as one types, checked against the conditions, sent after a last look.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Dossier, Known } from '#kernel/declare/dossier.ts';
import { formView } from '#kernel/faces/form-view.ts';
import { nothingYet } from '#kernel/stages/case-state.ts';
import { possibleMoves } from '#kernel/stages/machine.ts';
import { call } from '#ui/api.ts';
import { FormPage } from '#ui/form/form-page.tsx';
import { withPatch } from '#ui/form/form-progress.ts';
import { formatInstant } from '#ui/format.ts';
import { AppLink, useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { usePathParam } from '#ui/use-search.ts';
import type { CaseDetail, KnownView } from '../wire.ts';
import type { Answers } from './assess.ts';
import { CorrectionNotice } from './case-parts.tsx';
import { BarredNotice } from './case-relations.tsx';
import { CaseSources } from './case-sources.tsx';
import { FormAside } from './form-aside.tsx';
import { today, useDeclared, useKnowledge } from './knowledge.tsx';
import { prefilledOf, startingAnswers } from './prefill.ts';
import { callQuery, caseQuery, knownQuery } from './queries.ts';
import { isEditable } from './words.ts';
import './casework.css';

const promise = '我单位承诺：所填内容和所附材料真实、完整、准确，与税务、审计数据的差异已经核实；如有不实，愿承担相应法律责任。';

/** What the machine itself says follows when the applicant sends this. */
function useConsequence(dossier: Dossier, isFirst: boolean): string {
  const { calendar } = useKnowledge();
  return useMemo(() => {
    const state = isFirst
      ? { ...nothingYet, version: 1, stage: 'submit' }
      : { ...nothingYet, version: 1, status: 'correction' as const, stage: 'submit' };
    const moves = possibleMoves(dossier, state, { officeKind: 'applicant' }, { day: today(), calendar });
    const said = moves.find((move) => move.verb === (isFirst ? 'submit' : 'resubmit'))?.consequence ?? '';
    return isFirst ? `提交后生成受理编号，${said}办理期间不能修改，需要修改请先撤回或等待退回补正。` : said;
  }, [dossier, isFirst, calendar]);
}

/** Sends whole answers over the version that was seen; two windows never overwrite each other. */
function useDraft(detail: CaseDetail, first: Answers) {
  const held = useRef({ version: detail.draft?.version ?? 0, answers: first });
  return async (patch: Answers): Promise<void> => {
    const answers = withPatch(held.current.answers, patch);
    const { version } = await call<{ version: number }>('PUT', `/casework/cases/${detail.id}/draft`, {
      body: { version: held.current.version, answers },
    });
    held.current = { version, answers };
  };
}

interface FillingProps {
  readonly detail: CaseDetail;
  readonly dossier: Dossier;
  readonly known: KnownView;
  readonly parameters: Readonly<Record<string, string>>;
}

function Filling({ detail, dossier, known, parameters }: FillingProps) {
  const client = useQueryClient();
  const go = useGo();
  const isFirst = detail.status === 'draft';
  const prefilled = useMemo(() => prefilledOf(dossier.form, known.facts), [dossier, known]);
  const form = useMemo(() => formView(dossier.form), [dossier]);
  const saved = detail.draft?.answers ?? detail.answers;
  const first = useRef(Object.keys(saved).length > 0 ? saved : startingAnswers(prefilled)).current;
  const save = useDraft(detail, first);
  const until = dossier.service === undefined ? `${formatInstant(detail.callClosesAt)} 截止` : '常年受理';
  const consequence = useConsequence(dossier, isFirst);
  const submit = async (): Promise<string> => {
    // A correction that changed nothing has no draft yet: what stands is sent again.
    if (detail.draft === null && !isFirst) await save({});
    const { number } = await call<{ number: string }>('POST', `/casework/cases/${detail.id}/submit`, { body: { version: detail.version } });
    return isFirst ? `已提交，受理编号 ${number}。可在“我的办件”查看进展。` : '补正材料已提交，回到原环节继续办理。';
  };
  return (
    <FormPage
      name={`case-${detail.id}`}
      title={isFirst ? dossier.name : `补正：${dossier.name}`}
      lead={isFirst ? `${detail.about?.headline ?? detail.callName}，${until}` : detail.callName}
      parent={isFirst ? { label: '我的办件', href: '/desk/cases' } : { label: '办件', href: `/desk/cases/${detail.id}` }}
      form={form}
      answers={first}
      prefilled={prefilled}
      save={save}
      submit={{ label: isFirst ? '提交申请' : '提交补正', consequence, promise, run: submit }}
      aside={(answers) => <FormAside dossier={dossier} answers={answers} known={known as Known} parameters={parameters} />}
      onSubmitted={() => {
        void client.invalidateQueries({ queryKey: ['casework'] });
        go(`/desk/cases/${detail.id}`, { replace: true });
      }}
    />
  );
}

export default function CaseForm() {
  const id = usePathParam('id');
  // A form that is open is never filled anew from the server behind one's back.
  const detail = useQuery({ ...caseQuery(id), staleTime: Number.POSITIVE_INFINITY, refetchOnMount: 'always' });
  const known = useQuery(knownQuery);
  const opened = useQuery({ ...callQuery(detail.data?.call ?? ''), enabled: detail.data !== undefined });
  const declared = useDeclared(detail.data);
  const error = detail.error ?? known.error ?? opened.error;
  if (error)
    return (
      <div className="kc-page">
        <PageHead title="申请表没有打开" parent={{ label: '我的办件', href: '/desk/cases' }} />
        <ErrorState error={error} onRetry={() => void Promise.all([detail.refetch(), known.refetch(), opened.refetch()])} />
      </div>
    );
  if (!detail.data || !detail.isFetchedAfterMount || !known.data || !opened.data || !declared) return <PageSkeleton />;
  if (!isEditable(detail.data.status))
    return (
      <div className="kc-page">
        <PageHead title={declared.dossier.name} parent={{ label: '我的办件', href: '/desk/cases' }} />
        <EmptyState
          title={`本件${detail.data.statusName}，现在不能填写`}
          how={<AppLink href={`/desk/cases/${id}`}>查看办件进展</AppLink>}
        />
      </div>
    );
  return (
    <CaseSources caseId={id}>
      {detail.data.barred.length > 0 && (
        <div className="cw-above">
          <BarredNotice reasons={detail.data.barred} />
        </div>
      )}
      {detail.data.correction !== null && (
        <div className="cw-above">
          <CorrectionNotice detail={detail.data} />
        </div>
      )}
      <Filling key={id} detail={detail.data} dossier={declared.dossier} known={known.data} parameters={opened.data.parameters} />
    </CaseSources>
  );
}
