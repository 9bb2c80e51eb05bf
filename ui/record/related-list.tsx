// A short list of related things on a record, with the way to the whole list.
import type { ReactNode } from 'react';
import { AppLink } from '../link.tsx';
import { Section } from './fact-list.tsx';
import './record.css';

export interface RelatedItem {
  readonly id: string;
  readonly title: ReactNode;
  readonly href?: string;
  /** Second reading: number, day. */
  readonly hint?: ReactNode;
  readonly mark?: ReactNode;
}

export interface RelatedListProps {
  readonly title: string;
  readonly items: readonly RelatedItem[];
  /** All there are; the list shows the first few. */
  readonly total?: number;
  readonly allHref?: string;
  readonly empty?: string;
  readonly shown?: number;
}

export function RelatedList({ title, items, total = items.length, allHref, empty = '没有', shown = 5 }: RelatedListProps) {
  return (
    <Section
      title={title}
      note={total > 0 ? `${total} 项` : undefined}
      action={allHref && total > shown && <AppLink href={allHref}>查看全部</AppLink>}
    >
      {items.length === 0 ? (
        <p className="kc-none">{empty}</p>
      ) : (
        <ul className="kc-related">
          {items.slice(0, shown).map((item) => (
            <li key={item.id}>
              <span className="kc-related-title">{item.href ? <AppLink href={item.href}>{item.title}</AppLink> : item.title}</span>
              {item.hint && <span className="kc-related-hint">{item.hint}</span>}
              {item.mark}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
