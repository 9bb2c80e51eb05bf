// A record: one line that says what it is and how it stands; facts at the left, what happened at the right, related things below.
import type { ReactNode } from 'react';
import { AppLink } from '../link.tsx';
import { PageHead, type PageHeadProps } from '../page/page-head.tsx';
import { useSearchState } from '../use-search.ts';
import { Timeline, type TimelineItem } from './timeline.tsx';
import './record.css';
import '../list/filters.css';

export interface RecordTab {
  readonly key: string;
  readonly label: string;
  readonly count?: number;
  readonly content: ReactNode;
}

export interface RecordPageProps extends PageHeadProps {
  /** Facts and related lists: what stands at the left, or the tabs that stand there. */
  readonly children?: ReactNode;
  readonly tabs?: readonly RecordTab[];
  /** Newest first. */
  readonly timeline?: readonly TimelineItem[];
  readonly timelineTitle?: string;
  /** Above the columns, e.g. a CaseHead or a notice. */
  readonly above?: ReactNode;
  /** Under the timeline at the right. */
  readonly aside?: ReactNode;
  /** Fixed at the foot: an ActionBar. */
  readonly foot?: ReactNode;
}

export function Tabs({ tabs, name = 'tab' }: { tabs: readonly RecordTab[]; name?: string }) {
  const [search] = useSearchState();
  const current = tabs.find((tab) => tab.key === search[name]) ?? tabs[0];
  return (
    <>
      <nav className="kc-tabs kc-no-print" aria-label="分栏">
        {tabs.map((tab) => {
          const rest = Object.fromEntries(Object.entries(search).filter(([key]) => key !== name));
          const query = new URLSearchParams({ ...rest, [name]: tab.key });
          return (
            <AppLink
              key={tab.key}
              href={`?${query}`}
              className={tab === current ? 'kc-tab kc-tab-on' : 'kc-tab'}
              aria-current={tab === current ? 'page' : undefined}
            >
              {tab.label}
              {tab.count !== undefined && <span className="kc-view-count">{tab.count}</span>}
            </AppLink>
          );
        })}
      </nav>
      {current?.content}
    </>
  );
}

export function RecordPage({ children, tabs, timeline, timelineTitle = '办理经过', above, aside, foot, ...head }: RecordPageProps) {
  const hasSide = timeline !== undefined || aside !== undefined;
  return (
    <div className="kc-page kc-record">
      <PageHead {...head} />
      {above}
      <div className={hasSide ? 'kc-record-columns' : ''}>
        <div className="kc-record-main">
          {tabs && <Tabs tabs={tabs} />}
          {children}
        </div>
        {hasSide && (
          <aside className="kc-record-side">
            {timeline && (
              <section className="kc-section">
                <div className="kc-section-head">
                  <h2 className="kc-section-title">{timelineTitle}</h2>
                </div>
                <Timeline items={timeline} />
              </section>
            )}
            {aside}
          </aside>
        )}
      </div>
      {foot}
    </div>
  );
}
