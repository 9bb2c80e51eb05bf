// Accepts at once what needs no second look: a chosen certainty, a known indicator, a fact or an estimate; the list says which before it is done.
import { useId, useState } from 'react';
import { acceptableAtOnce, factsNow } from '../model/figure-sets.ts';
import { periodWords } from '../model/words.ts';
import { valueWords } from '../model/written-value.ts';
import { type FigureView, MOST_AT_ONCE } from '../wire.ts';
import type { ReportWork } from './use-report.ts';

/** Certainties to choose from. */
export const LEVELS = [0.97, 0.95, 0.9, 0.8] as const;

export interface AcceptManyProps {
  readonly figures: readonly FigureView[];
  readonly tieNames: ReadonlyMap<string, string>;
  readonly work: ReportWork;
  readonly onClose: () => void;
}

export function AcceptMany({ figures, tieNames, work, onClose }: AcceptManyProps) {
  const [level, setLevel] = useState<number>(0.9);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const id = useId();
  const found = acceptableAtOnce(figures, level).slice(0, MOST_AT_ONCE);
  const due = found.filter(({ ordinal }) => !left.has(ordinal));
  const leave = (ordinal: number, isLeft: boolean) => {
    const next = new Set(left);
    if (isLeft) next.add(ordinal);
    else next.delete(ordinal);
    setLeft(next);
  };
  const accept = async () => {
    setBusy(true);
    if (await work.accept(due)) onClose();
    else setBusy(false);
  };
  return (
    <section className="kc-am kc-no-print" aria-label="批量采纳">
      <div className="kc-am-head">
        <label htmlFor={id}>把握不低于</label>
        <select id={id} className="kc-input" value={level} onChange={(event) => setLevel(Number(event.target.value))}>
          {LEVELS.map((one) => (
            <option key={one} value={one}>
              {Math.round(one * 100)}%
            </option>
          ))}
        </select>
        <span>且指标明确、已经发生的数据，共 {found.length} 个</span>
        <span className="kc-am-buttons">
          <button type="button" className="kc-button kc-button-main" disabled={due.length === 0 || isBusy} onClick={() => void accept()}>
            采纳 {due.length} 个入台账
          </button>
          <button type="button" className="kc-button" onClick={onClose}>
            取消
          </button>
        </span>
      </div>
      {found.length === 0 ? (
        <p className="kc-am-none">没有符合条件的数据；可降低把握程度，或逐个核对后采纳。</p>
      ) : (
        <div className="kc-am-scroll">
          <table className="kc-am-table">
            <thead>
              <tr>
                <th scope="col">
                  <span className="kc-unseen">采纳</span>
                </th>
                <th scope="col">指标</th>
                <th scope="col" className="kc-num">
                  数值
                </th>
                <th scope="col">时期</th>
                <th scope="col">地区</th>
                <th scope="col">原文</th>
              </tr>
            </thead>
            <tbody>
              {found.map((figure) => (
                <tr key={figure.ordinal}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`采纳${factsNow(figure).indicator}`}
                      checked={!left.has(figure.ordinal)}
                      onChange={(event) => leave(figure.ordinal, !event.target.checked)}
                    />
                  </td>
                  <td>{tieNames.get(figure.tie.indicator ?? '') ?? factsNow(figure).indicator}</td>
                  <td className="kc-num">{valueWords(factsNow(figure), figure.raw)}</td>
                  <td>{periodWords(factsNow(figure).period)}</td>
                  <td>{figure.place}</td>
                  <td className="kc-am-quote">{figure.quote.replace(/\s+/g, '')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
