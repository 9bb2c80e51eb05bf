// Which figures of a report are looked at together, where one goes next, and what may be accepted at once.
import type { FigureView } from '../wire.ts';

export const setKeys = ['open', 'all', 'unsure', 'untied', 'aims', 'accepted', 'ignored'] as const;
export type SetKey = (typeof setKeys)[number];

export const setWords: Readonly<Record<SetKey, string>> = {
  open: '待处理',
  all: '全部',
  unsure: '把握不足',
  untied: '指标不明',
  aims: '目标计划',
  accepted: '已采纳',
  ignored: '已忽略',
};

/** Below this a reading asks for a second look. */
export const UNSURE = 0.9;

export const isOpen = ({ status }: FigureView): boolean => status === 'read' || status === 'corrected';
export const factsNow = (figure: FigureView): FigureView['read'] => figure.corrected ?? figure.read;
const isAim = (figure: FigureView): boolean => ['target', 'plan', 'requirement'].includes(factsNow(figure).status);

const belongs: Readonly<Record<SetKey, (figure: FigureView) => boolean>> = {
  open: isOpen,
  all: () => true,
  unsure: (figure) => isOpen(figure) && figure.confidence < UNSURE,
  untied: (figure) => isOpen(figure) && figure.tie.indicator === null && figure.tie.how !== 'chosen',
  aims: isAim,
  accepted: ({ status }) => status === 'accepted',
  ignored: ({ status }) => status === 'ignored',
};

export const inSet = (figures: readonly FigureView[], key: SetKey): FigureView[] => figures.filter(belongs[key]);

export function setCounts(figures: readonly FigureView[]): Readonly<Record<SetKey, number>> {
  const counts = Object.fromEntries(setKeys.map((key) => [key, 0])) as Record<SetKey, number>;
  for (const figure of figures) for (const key of setKeys) if (belongs[key](figure)) counts[key]++;
  return counts;
}

/** The figure after (or before) the one on hand among those shown, by its place in the text; at the ends it stays. */
export function stepFrom(shown: readonly FigureView[], current: FigureView | undefined, step: 1 | -1): FigureView | undefined {
  if (current === undefined) return shown[0];
  if (step === 1) return shown.find((figure) => figure.rawStart > current.rawStart);
  return shown.findLast((figure) => figure.rawStart < current.rawStart);
}

/** Where to go once the figure on hand is done with: the next open one, else the first open one that was passed over. */
export function nextOpen(shown: readonly FigureView[], current: FigureView): FigureView | undefined {
  const open = shown.filter((figure) => isOpen(figure) && figure.ordinal !== current.ordinal);
  return open.find((figure) => figure.rawStart > current.rawStart) ?? open[0];
}

/** The figure that an address points at: the one whose number or words hold the place, else the next one after it. */
export function figureAt(figures: readonly FigureView[], at: number): FigureView | undefined {
  return (
    figures.find(({ rawStart, rawEnd }) => rawStart <= at && at < rawEnd) ??
    figures.find(({ start, end }) => start <= at && at < end) ??
    figures.find(({ rawStart }) => rawStart >= at) ??
    figures.at(-1)
  );
}

/** What may be accepted without opening each: open, certain, of a known indicator, and a fact or an estimate. */
export const acceptableAtOnce = (figures: readonly FigureView[], confidence: number): FigureView[] =>
  figures.filter((figure) => {
    const { status } = factsNow(figure);
    const isTied = figure.tie.indicator !== null && figure.tie.how !== 'likely';
    return isOpen(figure) && figure.confidence >= confidence && isTied && (status === 'actual' || status === 'estimate');
  });

/** Confidence in whole percent. */
export const confidenceWords = ({ confidence, origin }: Pick<FigureView, 'confidence' | 'origin'>): string =>
  origin === 'hand' ? '手工添加' : `把握 ${Math.round(confidence * 100)}%`;
