// The figures of a report in the order of its text, by set; several can be ticked and dealt with together.
import { memo, useEffect } from 'react';
import { EmptyState } from '#ui/page/states.tsx';
import { factsNow, type SetKey, setKeys, setWords, UNSURE } from '../model/figure-sets.ts';
import { periodWords } from '../model/words.ts';
import { valueWords } from '../model/written-value.ts';
import type { FigureView } from '../wire.ts';
import { statusName } from './figure-card.tsx';
import type { ReportWork } from './use-report.ts';

export function SetBar({
  current,
  counts,
  onChoose,
}: {
  current: SetKey;
  counts: Readonly<Record<SetKey, number>>;
  onChoose: (key: SetKey) => void;
}) {
  return (
    <nav className="kc-fl-sets" aria-label="显示哪些数据">
      {setKeys.map((key) => (
        <button
          key={key}
          type="button"
          className={key === current ? 'kc-fl-set kc-fl-set-on' : 'kc-fl-set'}
          aria-pressed={key === current}
          disabled={counts[key] === 0 && key !== current}
          onClick={() => onChoose(key)}
        >
          {setWords[key]} <span>{counts[key]}</span>
        </button>
      ))}
    </nav>
  );
}

interface RowProps {
  readonly figure: FigureView;
  readonly documentPlace: string;
  readonly tieName: string | undefined;
  readonly isCurrent: boolean;
  readonly isTicked: boolean | undefined;
  readonly onTick: ListProps['onTick'];
}

const Row = memo(function Row({ figure, documentPlace, tieName, isCurrent, isTicked, onTick }: RowProps) {
  const facts = factsNow(figure);
  const notes = [
    periodWords(facts.period),
    ...(figure.place === documentPlace ? [] : [figure.place]),
    ...(facts.status === 'actual' ? [] : [{ estimate: '预计', target: '目标', plan: '计划', requirement: '规定' }[facts.status]]),
    ...(figure.confidence < UNSURE ? ['把握不足'] : []),
  ];
  return (
    <li className={`kc-fl-row kc-fl-${figure.status}${isCurrent ? ' kc-fl-current' : ''}`}>
      {isTicked !== undefined && (
        <input
          type="checkbox"
          checked={isTicked}
          aria-label={`选中${facts.indicator}`}
          onChange={(event) => onTick([figure.ordinal], event.target.checked)}
        />
      )}
      <a href={`?at=${figure.rawStart}`} data-figure={figure.ordinal} aria-current={isCurrent ? 'true' : undefined}>
        <span className="kc-fl-name">{facts.indicator}</span>
        <b className="kc-fl-value">{valueWords(facts, figure.raw)}</b>
        <span className="kc-fl-notes">{notes.join(' · ')}</span>
        <span className="kc-fl-tie">{figure.status === 'read' ? (tieName ?? '') : statusName(figure)}</span>
      </a>
    </li>
  );
});

export interface ListProps {
  readonly shown: readonly FigureView[];
  readonly set: SetKey;
  readonly documentPlace: string;
  readonly tieNames: ReadonlyMap<string, string>;
  readonly current: FigureView | undefined;
  readonly work: ReportWork;
  readonly ticked: ReadonlySet<number>;
  /** Stays the same between renders, so that a row is drawn anew only when it has changed. */
  readonly onTick: (ordinals: readonly number[], isTicked: boolean) => void;
  readonly onOpen: (ordinal: number) => void;
}

function Ticked({ shown, ticked, work, onTick }: Pick<ListProps, 'shown' | 'ticked' | 'work' | 'onTick'>) {
  const chosen = shown.filter(({ ordinal }) => ticked.has(ordinal));
  const due = chosen.filter(({ status }) => status !== 'accepted');
  const aside = chosen.filter(({ isPosted, status }) => !isPosted && status !== 'ignored');
  const back = chosen.filter(({ status }) => status === 'ignored');
  const then = (isDone: boolean) => {
    if (isDone) onTick([...ticked], false);
  };
  return (
    <div className="kc-fl-ticked" role="toolbar" aria-label="所选数据">
      <label>
        <input
          type="checkbox"
          checked={chosen.length === shown.length && shown.length > 0}
          aria-label="全选"
          onChange={(event) => onTick(event.target.checked ? shown.map(({ ordinal }) => ordinal) : [...ticked], event.target.checked)}
        />
        {chosen.length === 0 ? '全选' : `已选 ${chosen.length}`}
      </label>
      {chosen.length > 0 && (
        <>
          {work.mayAccept && (
            <button type="button" className="kc-button" disabled={due.length === 0} onClick={() => void work.accept(due).then(then)}>
              采纳 {due.length} 个
            </button>
          )}
          {aside.length > 0 && (
            <button type="button" className="kc-button" onClick={() => void work.setAside(aside, true).then(then)}>
              忽略 {aside.length} 个
            </button>
          )}
          {back.length > 0 && (
            <button type="button" className="kc-button" onClick={() => void work.setAside(back, false).then(then)}>
              恢复 {back.length} 个
            </button>
          )}
        </>
      )}
    </div>
  );
}

const emptyWords: Readonly<Record<SetKey, string>> = {
  open: '都处理完了',
  all: '正文中没有读出数据',
  unsure: '没有把握不足的数据',
  untied: '没有指标不明的数据',
  aims: '没有目标和计划',
  accepted: '还没有采纳',
  ignored: '没有忽略的数据',
};

export function FigureList(props: ListProps) {
  const { shown, set, current, work, ticked, onTick, onOpen } = props;
  const ordinal = current?.ordinal;
  useEffect(() => {
    if (ordinal === undefined) return;
    document.querySelector(`.kc-fl [data-figure="${ordinal}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [ordinal]);
  if (shown.length === 0)
    return (
      <EmptyState
        title={emptyWords[set]}
        how={set === 'open' ? '可切换到“全部”“已采纳”查看，或到“核对”检查数据之间是否相符。' : undefined}
      />
    );
  return (
    <>
      {work.mayWrite && <Ticked shown={shown} ticked={ticked} work={work} onTick={onTick} />}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the rows inside are links; the list only listens for all of them */}
      <ul
        className="kc-fl"
        aria-label="数据"
        onClick={(event) => {
          const row = (event.target as Element).closest<HTMLElement>('a[data-figure]');
          if (row === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          onOpen(Number(row.dataset.figure));
        }}
      >
        {shown.map((figure) => (
          <Row
            key={figure.ordinal}
            figure={figure}
            documentPlace={props.documentPlace}
            tieName={figure.tie.indicator === null ? undefined : props.tieNames.get(figure.tie.indicator)}
            isCurrent={figure.ordinal === ordinal}
            isTicked={work.mayWrite ? ticked.has(figure.ordinal) : undefined}
            onTick={onTick}
          />
        ))}
      </ul>
    </>
  );
}
