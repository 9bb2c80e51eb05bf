// One call for anyone: the guide, the conditions, what to have at hand and the steps, to be read or printed; applying needs an account.
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { usePathParam } from '#ui/use-search.ts';
import { CallBody, CallFacts } from './call-facts.tsx';
import { useDeclared } from './knowledge.tsx';
import { PrintButton } from './print-button.tsx';
import { callQuery } from './queries.ts';
import './casework.css';

const parent = { label: '申报通知', href: '/public' };

export default function PublicCall() {
  const id = usePathParam('id');
  const call = useQuery(callQuery(id));
  const declared = useDeclared(call.data);
  if (call.error)
    return (
      <div className="kc-page">
        <PageHead title="通知没有打开" parent={parent} />
        <ErrorState error={call.error} onRetry={() => void call.refetch()} />
      </div>
    );
  if (!call.data || !declared) return <PageSkeleton />;
  const { programme, dossier } = declared;
  const isAhead = call.data.phase === '受理中' || call.data.phase === '未开始';
  return (
    <div className="kc-page">
      <PageHead
        title={call.data.name}
        parent={parent}
        lead={<CallFacts call={call.data} />}
        actions={
          <div className="cw-buttons kc-no-print">
            <PrintButton />
            {dossier.eligibility.rules.length > 0 && (
              <AppLink className="kc-button" href={`/public/self-check/${programme.id}/${dossier.id}?call=${id}`}>
                先自测
              </AppLink>
            )}
            {isAhead && (
              <AppLink className="kc-button kc-button-main" href={`/sign-in?next=${encodeURIComponent(`/desk/calls/${id}`)}`}>
                登录申报
              </AppLink>
            )}
          </div>
        }
      />
      <CallBody call={call.data} programme={programme} dossier={dossier} />
    </div>
  );
}
