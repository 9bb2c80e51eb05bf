// The panel and its result as a section of a case's page.
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import { Outcome } from './judged-cases.tsx';
import { casePanelsQuery } from './queries.ts';
import { panelStatus } from './words.ts';

export function CasePanels({ caseId }: { caseId: string }) {
  const maySee = useMay('review/panel:read');
  const mayDraw = useMay('review/panel:manage');
  const { data } = useQuery({ ...casePanelsQuery(caseId), enabled: maySee });
  if (data === undefined || (data.rows.length === 0 && !data.mayDraw)) return null;
  return (
    <Section
      title="专家评审"
      action={
        data.mayDraw &&
        mayDraw && (
          <AppLink className="kc-button kc-button-main" href={`/panels/new?case=${caseId}`}>
            抽取专家
          </AppLink>
        )
      }
    >
      {data.rows.length === 0 && <p className="kc-none">尚未组建评审组</p>}
      {data.rows.map((panel) => {
        const [tone, word] = panelStatus[panel.status] ?? ['plain', panel.status];
        return (
          <div key={panel.id}>
            <p>
              <AppLink href={`/panels/${panel.id}`}>{panel.name}</AppLink>（{panel.number}） <Status tone={tone}>{word}</Status>
              {panel.status === 'open' && ` 评分截止 ${formatInstant(panel.dueAt)}`}
            </p>
            {panel.result !== null && <Outcome outcome={panel.result} />}
          </div>
        );
      })}
    </Section>
  );
}
