// A case in the side panel: whose turn it is, what does not hold, and what one can do, without leaving the list.
import { useQuery } from '@tanstack/react-query';
import { formatDay } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { cell, unitOf } from '#ui/list/list-cell.tsx';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar } from '#ui/record/action-bar.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import { FindingsList } from '#ui/record/findings-list.tsx';
import { Timeline } from '#ui/record/timeline.tsx';
import type { CaseDetail } from '../wire.ts';
import { answerColumns } from './case-columns.tsx';
import { useOfficeChoices } from './case-office.ts';
import { CorrectionNotice, MaterialsList, ProgressHead, timelineOf } from './case-parts.tsx';
import { CaseSources } from './case-sources.tsx';
import { CrossFindings, crossOfWire, shownFinding } from './findings.tsx';
import { useDeclared, useKnowledge } from './knowledge.tsx';
import { caseQuery } from './queries.ts';
import { toneOf } from './words.ts';

/** Silence of the sources is not agreement. */
function agreementWords(findings: CaseDetail['crossFindings']): string {
  const count = (status: string) => findings.filter((finding) => finding.status === status).length;
  const [differs, unknown] = [count('unmet'), count('unknown')];
  const said = differs > 0 ? `${differs} 项不一致` : count('met') > 0 ? '没有发现不一致' : '还不能比对';
  return unknown > 0 ? `${said}，${unknown} 项缺数据` : said;
}

/** The firm's name also where the address was opened directly and its row is not on this page of the list. */
export function CaseTitle({ id }: { id: string }) {
  return <>{useQuery(caseQuery(id)).data?.partyName ?? '办件'}</>;
}

function Attention({ detail }: { detail: CaseDetail }) {
  const open = detail.findings.filter((finding) => finding.status !== 'met');
  const differs = detail.crossFindings.filter((finding) => finding.status === 'unmet');
  return (
    <>
      {detail.findings.length > 0 && (
        <Section title="条件核对" note={open.length === 0 ? `${detail.findings.length} 项全部符合` : `${open.length} 项需要注意`}>
          {open.length > 0 && <FindingsList findings={open.map(shownFinding)} />}
        </Section>
      )}
      {detail.crossFindings.length > 0 && (
        <Section title="三方比对" note={agreementWords(detail.crossFindings)}>
          {differs.length > 0 && <CrossFindings findings={differs.map(crossOfWire)} />}
        </Section>
      )}
    </>
  );
}

export function CasePanel({ id }: { id: string }) {
  const query = useQuery(caseQuery(id));
  const { regionName } = useKnowledge();
  const declared = useDeclared(query.data);
  const choices = useOfficeChoices(query.data);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || !declared) return <TableSkeleton rows={6} />;
  const detail = query.data;
  const facts = [
    { label: '状态', value: <Status tone={toneOf(detail.status)}>{detail.statusName}</Status> },
    { label: '受理编号', value: detail.number },
    { label: '县区', value: regionName(detail.region) },
    { label: '提交日期', value: formatDay(detail.submittedOn) },
    ...answerColumns([declared.dossier]).map((column) => ({
      label: column.title,
      value: (
        <>
          {cell(column, detail)} {column.value?.(detail) === null ? '' : unitOf(column)}
        </>
      ),
    })),
  ];
  return (
    <CaseSources caseId={id}>
      <ProgressHead dossier={declared.dossier} detail={detail} isBrief />
      <CorrectionNotice detail={detail} />
      <ActionBar actions={choices} idle={`目前没有需要您办理的；${detail.waitsFor}`} />
      <FactList facts={facts} columns={2} />
      <Attention detail={detail} />
      <MaterialsList dossier={declared.dossier} detail={detail} />
      <Section title="办理经过" action={<AppLink href={`/casework/cases/${id}`}>看申请全文</AppLink>}>
        <Timeline items={timelineOf(detail.events).slice(0, 4)} />
      </Section>
    </CaseSources>
  );
}
