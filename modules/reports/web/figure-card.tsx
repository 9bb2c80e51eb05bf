// The figure on hand: its words, its value as people write it, what it is taken for, and what can be done with it.
import { useEffect, useId, useRef, useState } from 'react';
import { formatInstant } from '#ui/format.ts';
import { Status, type Tone } from '#ui/page/status.tsx';
import { confidenceWords, factsNow, isOpen, UNSURE } from '../model/figure-sets.ts';
import { boundWords, kindWords, measureWords, periodWords, statusWords } from '../model/words.ts';
import { valueWords } from '../model/written-value.ts';
import type { FigureView, IndicatorChoice } from '../wire.ts';
import { FigureForm, TieSelect } from './figure-form.tsx';
import type { ReportWork } from './use-report.ts';

export const statusTone: Readonly<Record<FigureView['status'], Tone>> = {
  read: 'wait',
  corrected: 'warn',
  accepted: 'good',
  ignored: 'off',
};
export const statusName = ({ status, isPosted }: FigureView): string =>
  status === 'corrected' && isPosted
    ? '更正后待重新采纳'
    : { read: '待处理', corrected: '已更正', accepted: '已采纳', ignored: '已忽略' }[status];

/** The words of the figure with the number itself set off, as they stand in the text. */
function Quote({ figure }: { figure: FigureView }) {
  const points = [...figure.quote];
  const from = Math.max(0, figure.rawStart - figure.start);
  const to = Math.max(from, figure.rawEnd - figure.start);
  const part = (a: number, b: number) => points.slice(a, b).join('').replace(/\s+/g, '');
  return (
    <blockquote className="kc-fc-quote">
      {part(0, from)}
      <b>{part(from, to)}</b>
      {part(to, points.length)}
    </blockquote>
  );
}

function Facts({ figure }: { figure: FigureView }) {
  const facts = factsNow(figure);
  const parts: readonly (readonly [string, string])[] = [
    ['种类', `${kindWords[facts.kind]} · ${measureWords[facts.measure]}`],
    ['时期', periodWords(facts.period)],
    ['地区', figure.place],
    ['状态', facts.bound === 'exact' ? statusWords[facts.status] : `${statusWords[facts.status]} · ${boundWords[facts.bound]}`],
    ...(facts.of === null ? [] : [['占谁', facts.of] as const]),
    ...(figure.comparison === null ? [] : [['对比', figure.comparison] as const]),
  ];
  return (
    <dl className="kc-fc-facts">
      {parts.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

const tieNotes: Readonly<Record<FigureView['tie']['how'], string>> = {
  chosen: '',
  sure: '名称相符',
  likely: '推测，请核对',
  none: '没有名称相符的指标，可自选',
};

function Tie({ figure, indicators, work }: { figure: FigureView; indicators: readonly IndicatorChoice[]; work: ReportWork }) {
  const id = useId();
  const name = indicators.find((one) => one.id === figure.tie.indicator)?.name;
  return (
    <div className="kc-fc-tie">
      <label htmlFor={id}>所属指标</label>
      {work.mayWrite ? (
        <TieSelect
          id={id}
          value={figure.tie.indicator ?? ''}
          indicators={indicators}
          onChange={(value) => void work.correct(figure, figure.corrected, value === '' ? null : value)}
        />
      ) : (
        <span id={id}>{name ?? '未挂指标'}</span>
      )}
      {tieNotes[figure.tie.how] !== '' && (
        <small className={figure.tie.how === 'likely' ? 'kc-fc-doubt' : ''}>{tieNotes[figure.tie.how]}</small>
      )}
    </div>
  );
}

/** What was read at first, when a person has corrected it; and who decided. */
function History({ figure }: { figure: FigureView }) {
  const lines: string[] = [];
  if (figure.corrected !== null)
    lines.push(
      `原读：${figure.read.indicator} ${valueWords(figure.read, figure.raw)}，${periodWords(figure.read.period)}；${figure.correctedBy} ${formatInstant(figure.correctedAt)} 更正`,
    );
  if (figure.decidedBy !== null && !isOpen(figure))
    lines.push(`${figure.decidedBy} ${formatInstant(figure.decidedAt)} ${statusName(figure).slice(1)}`);
  if (lines.length === 0) return null;
  return (
    <ul className="kc-fc-history">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Withdraw({ figure, work, onClose }: { figure: FigureView; work: ReportWork; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <form
      className="kc-fc-withdraw"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim().length >= 2) void work.withdraw([figure], reason.trim()).then(onClose);
      }}
    >
      <label htmlFor={id}>撤回理由（台账保留采纳与撤回的记录）</label>
      <input
        id={id}
        className="kc-input"
        ref={box}
        value={reason}
        minLength={2}
        maxLength={500}
        required
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="submit" className="kc-button kc-button-danger">
        撤回采纳
      </button>
      <button type="button" className="kc-button" onClick={onClose}>
        取消
      </button>
    </form>
  );
}

export interface CardProps {
  readonly figure: FigureView;
  readonly position: string;
  readonly indicators: readonly IndicatorChoice[];
  readonly work: ReportWork;
  readonly isEditing: boolean;
  readonly onEdit: (isEditing: boolean) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onAccept: () => void;
  readonly onIgnore: () => void;
}

function Actions({ figure, work, onEdit, onAccept, onIgnore, onWithdraw }: CardProps & { onWithdraw: () => void }) {
  if (!work.mayWrite) return null;
  const isAccepted = figure.status === 'accepted';
  return (
    <div className="kc-fc-actions">
      {work.mayAccept && !isAccepted && (
        <button type="button" className="kc-button kc-button-main" onClick={onAccept} aria-keyshortcuts="a Enter">
          采纳<kbd>a</kbd>
        </button>
      )}
      {!figure.isPosted && (
        <button type="button" className="kc-button" onClick={onIgnore} aria-keyshortcuts="i">
          {figure.status === 'ignored' ? '恢复' : '忽略'}
          <kbd>i</kbd>
        </button>
      )}
      <button type="button" className="kc-button" onClick={() => onEdit(true)} aria-keyshortcuts="e">
        更正<kbd>e</kbd>
      </button>
      {work.mayAccept && figure.isPosted && (
        <button type="button" className="kc-button kc-button-bare" onClick={onWithdraw}>
          撤回采纳
        </button>
      )}
      {!work.mayAccept && <small>采纳入台账由市局办理</small>}
    </div>
  );
}

export function FigureCard(props: CardProps) {
  const { figure, position, indicators, work, isEditing, onEdit, onStep } = props;
  const [isWithdrawing, setWithdrawing] = useState(false);
  const facts = factsNow(figure);
  const close = () => onEdit(false);
  const keep = (isDone: boolean): boolean => {
    if (isDone) close();
    return isDone;
  };
  return (
    <section className="kc-fc" aria-label="当前数据">
      <header className="kc-fc-head">
        <span className="kc-fc-steps">
          <button
            type="button"
            className="kc-button kc-button-bare"
            aria-label="上一个"
            aria-keyshortcuts="p ArrowUp"
            onClick={() => onStep(-1)}
          >
            ‹
          </button>
          <span className="kc-fc-position">{position}</span>
          <button
            type="button"
            className="kc-button kc-button-bare"
            aria-label="下一个"
            aria-keyshortcuts="n ArrowDown"
            onClick={() => onStep(1)}
          >
            ›
          </button>
        </span>
        <span className={figure.confidence < UNSURE ? 'kc-fc-sure kc-fc-doubt' : 'kc-fc-sure'}>{confidenceWords(figure)}</span>
        <Status tone={statusTone[figure.status]}>{statusName(figure)}</Status>
      </header>
      <Quote figure={figure} />
      {isEditing ? (
        <FigureForm
          key={`${figure.ordinal}.${figure.version}`}
          title="更正读法"
          facts={facts}
          raw={figure.raw}
          tie={figure.tie.indicator}
          place={figure.place}
          indicators={indicators}
          submitLabel="保存更正"
          onSubmit={async (now, tie) => keep(await work.correct(figure, now, tie))}
          onCancel={close}
          onReset={figure.corrected === null ? undefined : () => void work.correct(figure, null, figure.tie.indicator).then(keep)}
        />
      ) : (
        <>
          <p className="kc-fc-value">
            <span>{facts.indicator}</span>
            <b>{valueWords(facts, figure.raw)}</b>
          </p>
          <Facts figure={figure} />
          <Tie figure={figure} indicators={indicators} work={work} />
          <History figure={figure} />
          {isWithdrawing && figure.isPosted ? (
            <Withdraw figure={figure} work={work} onClose={() => setWithdrawing(false)} />
          ) : (
            <Actions {...props} onWithdraw={() => setWithdrawing(true)} />
          )}
        </>
      )}
    </section>
  );
}
