// The text of a report with each figure marked: a click opens the figure, a selection of words may become one.
import { type MouseEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { offsetsOf } from '../model/code-points.ts';
import { type Paragraph, paragraphsOf, withStretch } from '../model/segments.ts';
import type { FigureView } from '../wire.ts';

export interface MarkLook {
  /** Classes of a figure's mark: its status, and whether it belongs to what is shown. */
  readonly className: string;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface LineProps {
  readonly paragraph: Paragraph;
  readonly look: ReadonlyMap<number, string>;
  readonly at: ReadonlyMap<number, number>;
  /** Figure on hand, when it is in this paragraph. */
  readonly current: number | null;
  readonly stretch: Stretch | null;
}

/** One paragraph, drawn anew only when something in it has changed. */
const Line = memo(
  function Line({ paragraph, look, at, current, stretch }: LineProps) {
    const pieces = stretch === null ? [] : withStretch(paragraph.pieces, stretch.from, stretch.to);
    const drawn = stretch === null ? paragraph.pieces.map((piece) => ({ piece, isWithin: false })) : pieces;
    return (
      <p className="kc-rt-line" data-start={paragraph.start}>
        {drawn.map(({ piece, isWithin }) => {
          const within = isWithin ? ' kc-rt-words' : '';
          if (piece.mark === null)
            return isWithin ? (
              <span key={piece.start} className="kc-rt-words">
                {piece.text}
              </span>
            ) : (
              piece.text
            );
          const isCurrent = piece.mark === current;
          return (
            <a
              key={piece.start}
              href={`?at=${at.get(piece.mark) ?? 0}`}
              data-figure={piece.mark}
              tabIndex={isCurrent ? 0 : -1}
              aria-current={isCurrent ? 'true' : undefined}
              className={`kc-rt-mark ${look.get(piece.mark) ?? ''}${isCurrent ? ' kc-rt-current' : ''}${within}`}
            >
              {piece.text}
            </a>
          );
        })}
      </p>
    );
  },
  (before, after) =>
    before.paragraph.start === after.paragraph.start &&
    before.paragraph.pieces.length === after.paragraph.pieces.length &&
    before.current === after.current &&
    before.stretch?.from === after.stretch?.from &&
    before.stretch?.to === after.stretch?.to &&
    before.paragraph.pieces.every((piece, i) => {
      const other = after.paragraph.pieces[i];
      return (
        other?.mark === piece.mark &&
        other.start === piece.start &&
        (piece.mark === null || before.look.get(piece.mark) === after.look.get(piece.mark))
      );
    }),
);

export interface ChosenWords {
  /** In code points of the whole text. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** UTF-16 offset in the text of a point of the page; undefined outside of it. */
function offsetOf(node: Node, offset: number): number | undefined {
  const line = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.kc-rt-line');
  if (line === null || line === undefined) return undefined;
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEnd(node, offset);
  return Number(line.dataset.start) + range.toString().length;
}

const MOST_CHOSEN = 60;

function chosenWords(box: HTMLElement, text: string): { from: number; to: number; below: DOMRect } | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.commonAncestorContainer)) return undefined;
  const from = offsetOf(range.startContainer, range.startOffset);
  const to = offsetOf(range.endContainer, range.endOffset);
  if (from === undefined || to === undefined || to <= from || to - from > MOST_CHOSEN || text.slice(from, to).trim() === '')
    return undefined;
  return { from, to, below: range.getBoundingClientRect() };
}

interface TextProps {
  readonly text: string;
  readonly figures: readonly FigureView[];
  readonly look: ReadonlyMap<number, string>;
  readonly current: FigureView | undefined;
  readonly onOpen: (ordinal: number) => void;
  /** Absent for those who may not add figures. */
  readonly onAdd: ((words: ChosenWords) => void) | undefined;
}

export function ReportText({ text, figures, look, current, onOpen, onAdd }: TextProps) {
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<(ChosenWords & { top: number; left: number }) | null>(null);
  const offsets = useMemo(() => offsetsOf(text), [text]);
  const spans = figures.map(({ ordinal, rawStart, rawEnd }) => `${ordinal}:${rawStart}-${rawEnd}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the spans say all that matters of the figures here
  const { paragraphs, at } = useMemo(() => {
    const marks = figures.map(({ ordinal, rawStart, rawEnd }) => ({
      key: ordinal,
      start: offsets.toUnits(rawStart),
      end: offsets.toUnits(rawEnd),
    }));
    return { paragraphs: paragraphsOf(text, marks), at: new Map(figures.map((figure) => [figure.ordinal, figure.rawStart])) };
  }, [text, offsets, spans]);
  const stretch = current === undefined ? null : { from: offsets.toUnits(current.start), to: offsets.toUnits(current.end) };
  const raw = current === undefined ? null : { from: offsets.toUnits(current.rawStart), to: offsets.toUnits(current.rawEnd) };

  useEffect(() => {
    if (onAdd === undefined) return;
    const look = () => {
      const found = box.current === null ? undefined : chosenWords(box.current, text);
      if (found === undefined || box.current === null) return setChosen(null);
      const frame = box.current.getBoundingClientRect();
      setChosen({
        start: offsets.toPoints(found.from),
        end: offsets.toPoints(found.to),
        words: text.slice(found.from, found.to),
        top: found.below.bottom - frame.top + 4,
        left: Math.max(0, Math.min(found.below.left - frame.left, frame.width - 120)),
      });
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [onAdd, offsets, text]);

  const open = (event: MouseEvent) => {
    const mark = (event.target as Element).closest<HTMLElement>('[data-figure]');
    if (mark === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(Number(mark.dataset.figure));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the marks inside are links; the box only listens for all of them
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link is followed by Enter as by a click
    <div className="kc-rt" ref={box} onClick={open}>
      {paragraphs.map((paragraph) => {
        const touches = (span: Stretch | null): boolean => span !== null && span.from < paragraph.end && span.to > paragraph.start;
        return (
          <Line
            key={paragraph.start}
            paragraph={paragraph}
            look={look}
            at={at}
            current={touches(raw) ? (current?.ordinal ?? null) : null}
            stretch={touches(stretch) ? stretch : null}
          />
        );
      })}
      {chosen !== null && onAdd !== undefined && (
        <button
          type="button"
          className="kc-button kc-button-main kc-rt-add"
          style={{ top: chosen.top, left: chosen.left }}
          // Pressing must not empty the selection before the click arrives.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            onAdd({ start: chosen.start, end: chosen.end, words: chosen.words });
            document.getSelection()?.removeAllRanges();
            setChosen(null);
          }}
        >
          添加为数据
        </button>
      )}
    </div>
  );
}

/** Brings a figure's mark into the middle of the window, unless it is in plain sight. */
export function showMark(ordinal: number): void {
  const mark = document.querySelector<HTMLElement>(`.kc-rt [data-figure="${ordinal}"]`);
  if (mark === null) return;
  const { top, bottom } = mark.getBoundingClientRect();
  if (top < 140 || bottom > window.innerHeight - 160) mark.scrollIntoView({ block: 'center' });
}
