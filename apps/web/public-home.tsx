// The public first page until the modules bring their notices: it says what will be here.
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState } from '#ui/page/states.tsx';

export default function PublicHome() {
  return (
    <div className="kc-page">
      <PageHead title="公开信息" />
      <EmptyState title="目前没有公开的通知" how="申报通知、公示名单、揭榜榜单和技术市场信息发布后会列在这里。" />
    </div>
  );
}
