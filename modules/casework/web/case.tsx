// One case for an office: the clock and the next step on top, the application as paper beside what was found, and the moves at the foot.
import { useQuery } from '@tanstack/react-query';
import { formatDayText } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar } from '#ui/record/action-bar.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { FindingsList } from '#ui/record/findings-list.tsx';
import { RecordPage, type RecordTab } from '#ui/record/record-page.tsx';
import { Timeline } from '#ui/record/timeline.tsx';
import { useMay } from '#ui/session.ts';
import { usePathParam } from '#ui/use-search.ts';
import type { CaseDetail } from '../wire.ts';
import { CaseDocuments } from './case-documents.tsx';
import { useOfficeChoices } from './case-office.ts';
import { AnswersDocument, CorrectionNotice, MaterialsList, ProgressHead, timelineOf } from './case-parts.tsx';
import { BarredNotice, CaseRelations } from './case-relations.tsx';
import { CaseSources } from './case-sources.tsx';
import { ChangesTable } from './changes-table.tsx';
import { CrossFindings, crossOfWire, shownFinding } from './findings.tsx';
import { type Declared, type Knowledge, useDeclared, useKnowledge } from './knowledge.tsx';
import { caseQuery } from './queries.ts';
import { toneOf } from './words.ts';
import './casework.css';

const parent = { label: '办件', href: '/casework/cases' };

function Findings({ detail }: { detail: CaseDetail }) {
  return (
    <>
      {detail.findings.length > 0 && (
        <Section title="逐条核对" note={`按 ${formatDayText(detail.submittedOn)}有效的条件`}>
          <FindingsList findings={detail.findings.map(shownFinding)} />
        </Section>
      )}
      {detail.crossFindings.length > 0 && (
        <Section title="三方比对" note="审计、纳税、统计在档数据与申报数据">
          <CrossFindings findings={detail.crossFindings.map(crossOfWire)} />
        </Section>
      )}
    </>
  );
}

/** Reading the paper and the findings side by side is the officer's work; history and changes stand behind. */
function tabsOf({ dossier }: Declared, detail: CaseDetail, sections: Knowledge['caseSections'] = []): RecordTab[] {
  const tabs: RecordTab[] = [
    {
      key: 'review',
      label: '申请与核对',
      content: (
        <div className="cw-columns">
          <div>
            <CaseRelations detail={detail} base="/casework/cases" />
            <AnswersDocument dossier={dossier} answers={detail.answers} />
          </div>
          <div className="cw-findings">
            {sections.map((Part) => (
              <Part key={Part.name} caseId={detail.id} />
            ))}
            <Findings detail={detail} />
            <MaterialsList dossier={dossier} detail={detail} />
            <CaseDocuments id={detail.id} base="/correspondence/documents" />
          </div>
        </div>
      ),
    },
    { key: 'history', label: '办理经过', count: detail.events.length, content: <Timeline items={timelineOf(detail.events)} /> },
  ];
  if (detail.changes.length > 0)
    tabs.push({ key: 'changes', label: '补正前后', count: detail.changes.length, content: <ChangesTable changes={detail.changes} /> });
  return tabs;
}

export default function CasePage() {
  const id = usePathParam('id');
  const query = useQuery(caseQuery(id));
  const { regionName, caseSections } = useKnowledge();
  const maySeeParty = useMay('registry/party:read');
  const declared = useDeclared(query.data);
  const choices = useOfficeChoices(query.data);
  if (query.error)
    return (
      <div className="kc-page">
        <PageHead title="办件没有打开" parent={parent} />
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  if (!query.data || !declared) return <PageSkeleton />;
  const detail = query.data;
  const isOpen = detail.status === 'open' || detail.status === 'correction';
  return (
    <CaseSources caseId={id}>
      <RecordPage
        title={detail.partyName}
        parent={parent}
        mark={<Status tone={toneOf(detail.status)}>{detail.statusName}</Status>}
        lead={
          <>
            {detail.dossierName}，受理编号 {detail.number ?? '未提交'}，{regionName(detail.region)}，{detail.callName}
            {maySeeParty && (
              <>
                {' '}
                <AppLink href={`/registry/parties/${detail.party}`}>企业档案</AppLink>
              </>
            )}
          </>
        }
        above={
          <>
            <ProgressHead dossier={declared.dossier} detail={detail} />
            <CorrectionNotice detail={detail} />
            <BarredNotice reasons={detail.barred} />
          </>
        }
        tabs={tabsOf(declared, detail, caseSections)}
        foot={isOpen && <ActionBar actions={choices} idle={`目前没有需要您办理的；${detail.waitsFor}`} />}
      />
    </CaseSources>
  );
}
