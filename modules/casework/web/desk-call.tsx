// One call for an applicant: the guide, the conditions, what to have at hand, the steps, and the way in.
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { usePathParam } from '#ui/use-search.ts';
import { CallBody, CallFacts } from './call-facts.tsx';
import { CallButtons } from './call-parts.tsx';
import { useDeclared } from './knowledge.tsx';
import { callQuery, casesQuery } from './queries.ts';
import { ownCaseIn } from './start-application.ts';
import './casework.css';

const parent = { label: '申报', href: '/desk/calls' };

export default function DeskCall() {
  const id = usePathParam('id');
  const call = useQuery(callQuery(id));
  const cases = useQuery(casesQuery({ call: id, limit: '50', sort: '-createdAt' }));
  const declared = useDeclared(call.data);
  if (call.error)
    return (
      <div className="kc-page">
        <PageHead title="批次没有打开" parent={parent} />
        <ErrorState error={call.error} onRetry={() => void call.refetch()} />
      </div>
    );
  if (!call.data || !cases.data || !declared) return <PageSkeleton />;
  const { programme, dossier } = declared;
  return (
    <div className="kc-page">
      <PageHead
        title={call.data.name}
        parent={parent}
        lead={<CallFacts call={call.data} />}
        actions={
          <span className="cw-buttons">
            <AppLink className="kc-button" href={`/desk/guides/${programme.id}`}>
              申报指南
            </AppLink>
            <CallButtons call={call.data} declared={declared} own={ownCaseIn(cases.data.rows, id)} />
          </span>
        }
      />
      <CallBody call={call.data} programme={programme} dossier={dossier} />
    </div>
  );
}
