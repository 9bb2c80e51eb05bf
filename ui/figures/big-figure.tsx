// A figure: the number, large; how it compares, in words; a small line; and the way into what made it.
import type { ReactNode } from 'react';
import { AppLink } from '../link.tsx';
import type { Tone } from '../page/status.tsx';
import { Spark } from './spark.tsx';
import './figures.css';

export interface Comparison {
  /** 同比增长12.3%, 居全省第3位, 完成年度目标的86.2%. */
  readonly text: string;
  readonly tone?: Tone;
  /** Where it is shown what the figure is compared with. */
  readonly href?: string;
}

export interface BigFigureProps {
  readonly label: string;
  /** Already formatted: `111.77`; UNKNOWN where it is not known. */
  readonly number: string;
  readonly unit?: string;
  /** 截至2026年5月31日. */
  readonly asOf?: string;
  readonly comparisons?: readonly Comparison[];
  readonly trend?: readonly (string | null)[];
  /** Opens the drill-down. */
  readonly onOpen?: () => void;
  readonly note?: ReactNode;
}

export function BigFigure({ label, number, unit, asOf, comparisons = [], trend, onOpen, note }: BigFigureProps) {
  const value = (
    <>
      <span className="kc-figure-number">{number}</span>
      {unit && <span className="kc-figure-unit">{unit}</span>}
    </>
  );
  return (
    <section className="kc-figure kc-keep" aria-label={label}>
      <h3>
        {label}
        {asOf && <small>{asOf}</small>}
      </h3>
      <div className="kc-figure-value">
        {onOpen ? (
          <button type="button" onClick={onOpen} aria-label={`${label}：${number}${unit ?? ''}，看它由什么构成`}>
            {value}
          </button>
        ) : (
          <span>{value}</span>
        )}
        {trend && <Spark values={trend} label={`${label}近 ${trend.length} 期走势`} />}
      </div>
      {comparisons.length > 0 && (
        <ul className="kc-figure-words">
          {comparisons.map((comparison) => (
            <li key={comparison.text} className={`kc-tone-${comparison.tone ?? 'plain'}`}>
              {comparison.href === undefined ? comparison.text : <AppLink href={comparison.href}>{comparison.text}</AppLink>}
            </li>
          ))}
        </ul>
      )}
      {note && <p className="kc-figure-note">{note}</p>}
    </section>
  );
}

/** Figures side by side, parted by hairlines. */
export function FigureRow({ children }: { children: ReactNode }) {
  return <div className="kc-figure-row">{children}</div>;
}
