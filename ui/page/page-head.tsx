// The head line of any page: what it is, how it stands, what can be done.
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { AppLink } from '../link.tsx';
import './page.css';

export interface PageHeadProps {
  readonly title: string;
  /** Beside the title, e.g. a Status. */
  readonly mark?: ReactNode;
  readonly lead?: ReactNode;
  /** Where this page hangs: `{ label: '企业', href: '/registry/parties' }`. */
  readonly parent?: { readonly label: string; readonly href: string };
  readonly actions?: ReactNode;
}

/** The window's title is the page's, so that ten open tabs can be told apart. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 科创台`;
  }, [title]);
}

export function PageHead({ title, mark, lead, parent, actions }: PageHeadProps) {
  useDocumentTitle(title);
  return (
    <header className="kc-head">
      <div className="kc-head-words">
        {parent && (
          <AppLink className="kc-head-parent" href={parent.href}>
            {parent.label}
          </AppLink>
        )}
        <h1 className="kc-head-title">
          {title}
          {mark && <span className="kc-head-mark">{mark}</span>}
        </h1>
        {lead && <div className="kc-head-lead">{lead}</div>}
      </div>
      {actions && <div className="kc-head-actions kc-no-print">{actions}</div>}
    </header>
  );
}
