// What is shown instead of a page: not found, not allowed, failed.
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState } from '#ui/page/states.tsx';
import { useMay } from '#ui/session.ts';

export function NotFoundPage() {
  return (
    <div className="kc-page">
      <PageHead title="没有这个页面" />
      <EmptyState
        title="没有找到这个地址对应的页面"
        how={
          <>
            请检查地址是否完整，或<AppLink href="/">回到首页</AppLink>。
          </>
        }
      />
    </div>
  );
}

export function PageFailure({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <div className="kc-page">
      <PageHead title="页面没有打开" />
      <ErrorState error={error} onRetry={() => void router.invalidate()} />
    </div>
  );
}

export function Permitted({ permission, children }: { permission: string | undefined; children: ReactNode }) {
  const may = useMay(permission);
  if (may) return children;
  return (
    <div className="kc-page">
      <PageHead title="没有权限" />
      <EmptyState title="您的账号不能使用这个页面" how="如工作需要，请向本单位管理员申请相应职责；权限调整后重新登录即可使用。" />
    </div>
  );
}
