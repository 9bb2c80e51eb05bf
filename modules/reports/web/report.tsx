// One report: opened, or why it cannot be.
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { usePathParam } from '#ui/use-search.ts';
import { Reading } from './document.tsx';
import { useReport } from './use-report.ts';

export default function ReportPage() {
  const id = usePathParam('id');
  const { query, work } = useReport(id);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Reading key={id} open={query.data} work={work} />;
}
