// The policies that programmes stand on: what each is, on which conditions, and whether it can be applied for now.
import { useQuery } from '@tanstack/react-query';
import { citationText } from '#kernel/declare/citation.ts';
import { domains } from '#kernel/declare/system.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { selfCheckHref } from './call-parts.tsx';
import { useCatalogue } from './knowledge.tsx';
import { callsQuery } from './queries.ts';
import './casework.css';

export default function DeskPolicies() {
  const { programmes } = useCatalogue();
  const calls = useQuery(callsQuery).data ?? [];
  const inUse = [...new Set(programmes.map((programme) => programme.domain))];
  return (
    <div className="kc-page">
      <PageHead title="政策" lead="各事项的政策依据和条件；可先自测，再看何时受理。" />
      {inUse.map((domain) => (
        <Section key={domain} title={domains[domain]}>
          <ul className="cw-calls">
            {programmes
              .filter((programme) => programme.domain === domain)
              .flatMap((programme) =>
                programme.dossiers.map((dossier) => {
                  const open = calls.filter(
                    (each) => each.programme === programme.id && each.dossier === dossier.id && each.phase === '受理中',
                  );
                  return (
                    <li key={`${programme.id}/${dossier.id}`}>
                      <div>
                        <span className="cw-call-name">
                          {programme.dossiers.length > 1 ? `${programme.name}：${dossier.name}` : programme.name}
                        </span>
                        <div className="cw-call-facts">
                          <span>{programme.basis.map(citationText).join('、')}</span>
                          <span>{dossier.eligibility.rules.length} 项条件</span>
                          {open.length > 0 ? <Status tone="good">正在受理</Status> : <Status tone="off">目前不受理</Status>}
                        </div>
                      </div>
                      <div className="cw-buttons">
                        <AppLink className="kc-button" href={selfCheckHref({ programme: programme.id, dossier: dossier.id })}>
                          自测
                        </AppLink>
                        {open[0] && (
                          <AppLink className="kc-button" href={`/desk/calls/${open[0].id}`}>
                            看指南
                          </AppLink>
                        )}
                      </div>
                    </li>
                  );
                }),
              )}
          </ul>
        </Section>
      ))}
    </div>
  );
}
