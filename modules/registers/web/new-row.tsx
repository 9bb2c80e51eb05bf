// A new row of a register.
import { useQuery } from '@tanstack/react-query';
import { useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { usePathParam } from '#ui/use-search.ts';
import { registerQuery } from './queries.ts';
import { RowForm } from './row-form.tsx';

export default function NewRow() {
  const id = usePathParam('register');
  const go = useGo();
  const query = useQuery(registerQuery(id));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <PageSkeleton />;
  return (
    <div className="kc-page">
      <PageHead title={`登记：${query.data.name}`} parent={{ label: query.data.name, href: `/registers/${id}` }} />
      <RowForm
        register={query.data}
        onDone={(row) => go(`/registers/rows/${row.id}`, { replace: true })}
        onCancel={() => go(`/registers/${id}`)}
      />
    </div>
  );
}
