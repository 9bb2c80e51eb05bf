// One case for its applicant: whose turn it is, what must be mended and by when, what was sent, what was found, and taking it back.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '#ui/api.ts';
import { formatDayText } from '#ui/format.ts';
import { useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar, type ActionChoice } from '#ui/record/action-bar.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { FindingsList } from '#ui/record/findings-list.tsx';
import { RecordPage, type RecordTab } from '#ui/record/record-page.tsx';
import { usePathParam } from '#ui/use-search.ts';
import type { CaseDetail } from '../wire.ts';
import { CaseDocuments } from './case-documents.tsx';
import { AnswersDocument, CorrectionNotice, MaterialsList, ProgressHead, timelineOf } from './case-parts.tsx';
import { BarredNotice, CaseRelations, hasRelations } from './case-relations.tsx';
import { CaseSources } from './case-sources.tsx';
import { ChangesTable } from './changes-table.tsx';
import { CrossFindings, crossOfWire, shownFinding } from './findings.tsx';
import { type Declared, useDeclared } from './knowledge.tsx';
import { choicesOf } from './moves.ts';
import { caseQuery } from './queries.ts';
import { isEditable, toneOf } from './words.ts';
import './casework.css';

const parent = { label: '我的办件', href: '/desk/cases' };

/** The applicant's or the issuer's own moves besides sending, which the form does. */
function actionsOf(detail: CaseDetail): ActionChoice[] {
  // An objection is raised by others; one's own notice is answered by correction or withdrawal.
  const own = detail.moves.filter((move) => move.allowed && move.verb !== 'resubmit' && move.verb !== 'object');
  return choicesOf(own, async (move, data) => {
    if (move.verb === 'withdraw') {
      await call('POST', `/casework/cases/${detail.id}/withdraw`, { body: { version: detail.version, ...data } });
      return '已撤回，本件办结。';
    }
    const moved = await call<CaseDetail>('POST', `/casework/cases/${detail.id}/moves`, {
      body: { version: detail.version, verb: move.verb, data },
    });
    return `已${move.label}。现在${moved.waitsFor}。`;
  });
}

/** Only what asks for attention is counted on a tab. */
const counted = (count: number): { count?: number } => (count > 0 ? { count } : {});

function tabsOf({ dossier }: Declared, detail: CaseDetail): RecordTab[] {
  const tabs: RecordTab[] = [
    ...(hasRelations(detail) ? [{ key: 'relations', label: '进展', content: <CaseRelations detail={detail} base="/desk/cases" /> }] : []),
    { key: 'answers', label: '申请内容', content: <AnswersDocument dossier={dossier} answers={detail.answers} /> },
  ];
  if (detail.findings.length > 0)
    tabs.push({
      key: 'findings',
      label: '条件核对',
      ...counted(detail.findings.filter((finding) => finding.status !== 'met').length),
      content: (
        <Section title="逐条核对" note={`按 ${formatDayText(detail.submittedOn)}的条件`}>
          <FindingsList findings={detail.findings.map(shownFinding)} />
        </Section>
      ),
    });
  if (detail.crossFindings.length > 0)
    tabs.push({
      key: 'cross',
      label: '三方一致性',
      ...counted(detail.crossFindings.filter((finding) => finding.status === 'unmet').length),
      content: (
        <Section title="审计、纳税与申报数据比对">
          <CrossFindings findings={detail.crossFindings.map(crossOfWire)} />
        </Section>
      ),
    });
  if (detail.changes.length > 0)
    tabs.push({ key: 'changes', label: '补正前后', count: detail.changes.length, content: <ChangesTable changes={detail.changes} /> });
  return tabs;
}

function Outcome({ detail }: { detail: CaseDetail }) {
  const isIssued = detail.events.some((event) => event.verb === 'issue');
  if (detail.status === 'granted')
    return <Notice tone="good" title={isIssued ? '已通过，证书已登记到本单位的资质。' : '已通过，本件办结。'} />;
  if (detail.status !== 'refused' && detail.status !== 'stopped') return null;
  const last = detail.events.findLast((event) => event.said.length > 0);
  return (
    <Notice tone="bad" title={detail.statusName}>
      {last?.said.map(({ label, text }) => (
        <p key={label}>
          {label}：{text}
        </p>
      ))}
      {detail.status === 'refused' && <p>可在下一批次按条件核对的结果改进后重新申请。</p>}
    </Notice>
  );
}

export default function DeskCase() {
  const id = usePathParam('id');
  const client = useQueryClient();
  const go = useGo();
  const query = useQuery(caseQuery(id));
  const declared = useDeclared(query.data);
  if (query.error)
    return (
      <div className="kc-page">
        <PageHead title="办件没有打开" parent={parent} />
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  if (!query.data || !declared) return <PageSkeleton />;
  const detail = query.data;
  const actions = actionsOf(detail);
  return (
    <CaseSources caseId={id}>
      <RecordPage
        title={detail.dossierName}
        parent={parent}
        mark={<Status tone={toneOf(detail.status)}>{detail.statusName}</Status>}
        lead={`${detail.number === null ? '尚未提交' : `受理编号 ${detail.number}`}，${detail.callName}`}
        actions={
          isEditable(detail.status) &&
          !detail.isIssuer && (
            <Button type="primary" onClick={() => go(`/desk/cases/${id}/form`)}>
              {detail.status === 'correction' ? '去补正' : '继续填写'}
            </Button>
          )
        }
        above={
          <>
            <ProgressHead dossier={declared.dossier} detail={detail} />
            <CorrectionNotice detail={detail} />
            <BarredNotice reasons={detail.barred} />
            <Outcome detail={detail} />
          </>
        }
        tabs={tabsOf(declared, detail)}
        timeline={timelineOf(detail.events)}
        aside={
          <>
            <CaseDocuments id={id} base="/desk/documents" />
            <MaterialsList dossier={declared.dossier} detail={detail} />
          </>
        }
        foot={
          actions.length > 0 && <ActionBar actions={actions} onDone={() => void client.invalidateQueries({ queryKey: ['casework'] })} />
        }
      />
    </CaseSources>
  );
}
