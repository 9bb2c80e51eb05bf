// What a page shows when it has nothing, not yet, or not any more: empty, loading, failed.
import type { ReactNode } from 'react';
import { ApiError, messageOf } from '../api-error.ts';
import './page.css';

/** Says what will be here and how to begin. */
export function EmptyState({ title, how }: { title: string; how?: ReactNode }) {
  return (
    <div className="kc-empty">
      <p className="kc-empty-title">{title}</p>
      {how && <div className="kc-empty-how">{how}</div>}
    </div>
  );
}

/** What happened and a way on; the details of a refusal are listed. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const details = error instanceof ApiError ? error.details : [];
  return (
    <div className="kc-notice kc-notice-bad" role="alert">
      <p className="kc-notice-title">{messageOf(error)}</p>
      {details.length > 0 && (
        <ul>
          {details.map((detail) => (
            <li key={`${detail.where}${detail.message}`}>
              {detail.where && <b>{detail.where}</b>} {detail.message}
            </li>
          ))}
        </ul>
      )}
      {onRetry && (
        <button type="button" className="kc-button" onClick={onRetry}>
          重试
        </button>
      )}
    </div>
  );
}

export function Notice({
  tone = 'plain',
  title,
  children,
}: {
  tone?: 'plain' | 'good' | 'warn' | 'bad';
  title?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={`kc-notice kc-notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {title && <p className="kc-notice-title">{title}</p>}
      {children}
    </div>
  );
}

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

export function TableSkeleton({ rows = 10 }: { rows?: number }) {
  return (
    <div className="kc-skeleton" role="status" aria-label="正在载入">
      {ROWS.slice(0, rows).map((row, index) => (
        <div key={row} className="kc-skeleton-row">
          <i style={{ width: `${22 - (index % 3) * 3}%` }} />
          <i style={{ width: `${14 + (index % 4) * 2}%` }} />
          <i style={{ width: '10%' }} />
          <i style={{ width: `${12 - (index % 2) * 4}%` }} />
        </div>
      ))}
    </div>
  );
}

export function PageSkeleton() {
  return (
    <div className="kc-page">
      <div className="kc-skeleton-title" />
      <TableSkeleton />
    </div>
  );
}
