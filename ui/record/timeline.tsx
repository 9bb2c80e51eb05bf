// What happened, newest first: when, who, what, and what was said.
import type { ReactNode } from 'react';
import { formatInstant } from '../format.ts';
import type { Tone } from '../page/status.tsx';
import './record.css';

export interface TimelineItem {
  readonly id: string;
  /** An instant, or a day where the hour says nothing. */
  readonly at: string;
  /** Person and office: 张青（澜东区科技局）. */
  readonly who: string;
  /** In the past tense: 退回补正. */
  readonly what: ReactNode;
  /** Opinion or reason, in its own words. */
  readonly note?: ReactNode;
  readonly tone?: Tone;
}

export function Timeline({ items, empty = '还没有记录' }: { items: readonly TimelineItem[]; empty?: string }) {
  if (items.length === 0) return <p className="kc-none">{empty}</p>;
  return (
    <ol className="kc-timeline">
      {items.map((item) => (
        <li key={item.id} className={`kc-tone-${item.tone ?? 'plain'}`}>
          <div className="kc-timeline-what">{item.what}</div>
          <div className="kc-timeline-who">
            <time dateTime={item.at}>{item.at.length === 10 ? item.at : formatInstant(item.at)}</time>
            <span>{item.who}</span>
          </div>
          {item.note && <blockquote>{item.note}</blockquote>}
        </li>
      ))}
    </ol>
  );
}
