// Facts of a record, dense: label and value in two columns, unknown as a dash.
import type { ReactNode } from 'react';
import { UNKNOWN } from '../format.ts';
import './record.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** Where it comes from and as of when: 税务申报，2025年度. */
  readonly note?: string;
  /** Takes the whole width. */
  readonly wide?: boolean;
}

export interface FactListProps {
  readonly title?: string;
  readonly facts: readonly Fact[];
  readonly columns?: 1 | 2 | 3;
  readonly action?: ReactNode;
}

export function Section({
  title,
  note,
  action,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="kc-section">
      <div className="kc-section-head">
        <h2 className="kc-section-title">{title}</h2>
        {note && <span className="kc-section-note">{note}</span>}
        {action && <span className="kc-section-action kc-no-print">{action}</span>}
      </div>
      {children}
    </section>
  );
}

export function FactList({ title, facts, columns = 2, action }: FactListProps) {
  const list = (
    <dl className={`kc-facts kc-facts-${columns}`}>
      {facts.map((fact) => (
        <div key={fact.label} className={fact.wide ? 'kc-fact kc-fact-wide' : 'kc-fact'}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value === null || fact.value === undefined || fact.value === '' ? (
              <span className="kc-unknown">{UNKNOWN}</span>
            ) : (
              fact.value
            )}
            {fact.note && <small>{fact.note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
  if (title === undefined) return list;
  return (
    <Section title={title} action={action}>
      {list}
    </Section>
  );
}
