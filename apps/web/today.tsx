// The office's first page until the modules bring their work lists: it says what will be here.
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState } from '#ui/page/states.tsx';

export default function Today() {
  return (
    <div className="kc-page">
      <PageHead title="今日" />
      <EmptyState title="没有待办事项" how="分到您名下的办件、将到期限的事项和本地区的变化会列在这里。" />
    </div>
  );
}
