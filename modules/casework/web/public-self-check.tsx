// The self-check for anyone: no account, nothing known beforehand, nothing kept on the server.
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { usePathParam, useSearchState } from '#ui/use-search.ts';
import { selfCheckHref } from './call-parts.tsx';
import { CaseSources } from './case-sources.tsx';
import { Checking, storeKey } from './checking.tsx';
import { declaredIn, useCatalogue } from './knowledge.tsx';
import { callsQuery } from './queries.ts';
import './casework.css';

const parent = { label: '自测', href: '/public/self-check' };

export default function PublicSelfCheck() {
  const declared = declaredIn(useCatalogue(), usePathParam('programme'), usePathParam('dossier'));
  const [search] = useSearchState();
  const calls = useQuery(callsQuery);
  if (declared === undefined)
    return (
      <div className="kc-page">
        <PageHead title="没有这个事项" parent={parent} />
        <EmptyState title="没有找到要自测的事项" how="请从“自测”中重新选择。" />
      </div>
    );
  if (calls.error)
    return (
      <div className="kc-page">
        <PageHead title={`自测：${declared.dossier.name}`} parent={parent} />
        <ErrorState error={calls.error} onRetry={() => void calls.refetch()} />
      </div>
    );
  if (!calls.data) return <PageSkeleton />;
  const call = calls.data.find((each) => each.id === search.call);
  const next = encodeURIComponent(selfCheckHref({ programme: declared.programme.id, dossier: declared.dossier.id }, call?.id));
  return (
    <CaseSources>
      <Checking
        key={storeKey(declared)}
        declared={declared}
        known={null}
        call={call}
        parent={parent}
        lead="无需登录，只填条件用到的数据；所填内容只留在本机，关闭页面即清除。"
        next={() => (
          <>
            <AppLink className="kc-button" href={`/sign-in?next=${next}`}>
              登录后用在档数据自测和申报
            </AppLink>
            <small>登录后自动带入企业档案、审计和纳税数据。</small>
          </>
        )}
      />
    </CaseSources>
  );
}
