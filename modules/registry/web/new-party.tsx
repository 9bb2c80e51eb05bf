// Adds one party by hand; many at once come by import.
import { useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { useSession } from '#ui/session.ts';
import { useNames } from './known.tsx';
import { PartyForm } from './party-edit.tsx';
import './registry.css';

export default function NewParty() {
  const go = useGo();
  const session = useSession();
  const { names, error, retry } = useNames();
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (names === undefined || session === null) return <PageSkeleton />;
  const [own] = session.scope === 'regions' ? session.regions : [];
  return (
    <div className="kc-page">
      <PageHead
        title="新增主体"
        parent={{ label: '主体', href: '/registry/parties' }}
        lead="先填统一社会信用代码，系统会校验并查找是否已有档案。"
      />
      <PartyForm
        names={names}
        {...(own === undefined ? {} : { initial: { region: own.code } })}
        onDone={(id) => go(`/registry/parties/${id}`)}
        onCancel={() => go('/registry/parties')}
      />
    </div>
  );
}
