// The outline that a new report begins with: sections as bureaus use them, sentences for what the ledger knows, and empty places for what only people know.
import { type Item, type Outline, type ReportKind, reportKinds, type Section } from './shapes.ts';

/** Indicators of one domain of work that have something to say. */
export interface DomainFigures {
  readonly name: string;
  readonly indicators: readonly string[];
}

const item = (id: string, kind: Item['kind'], more: Partial<Item> = {}): Item => ({
  id,
  kind,
  indicators: [],
  without: [],
  caption: '',
  prompt: '',
  ...more,
});

const own = (id: string, prompt: string): Item => item(id, 'own', { prompt });
const section = (id: string, title: string, items: readonly Item[], level: 1 | 2 = 1): Section => ({ id, title, level, items: [...items] });

/** Rows of the table of main indicators; more would not be main. */
const mostMain = 10;
/** Rows of the table over the years. */
const mostHistory = 8;

export function standardTitle(kind: ReportKind, placeName: string, year: number): string {
  return kind === 'half' ? `${placeName}科学技术局${year}年上半年工作报告` : `${placeName}科学技术局${year}年工作报告`;
}

/** `main` are the indicators with a target, in the order of the catalogue; without any, the first of all. */
export function standardOutline(kind: ReportKind, year: number, domains: readonly DomainFigures[], main: readonly string[]): Outline {
  const told = domains.filter(({ indicators }) => indicators.length > 0);
  const inTable = (main.length > 0 ? main : told.flatMap(({ indicators }) => indicators)).slice(0, mostMain);
  const isHalf = kind === 'half';
  const ofCity = kind !== 'county';
  return [
    section('main', isHalf ? '上半年主要指标完成情况' : '主要指标完成情况', [
      own('opening', '开头一段：总体形势和一年工作的概括。数据请用“插入数据”，不要手填。'),
      ...(inTable.length === 0 ? [] : [item('main-table', 'table', { indicators: inTable, caption: '主要指标完成情况' })]),
      ...(isHalf || inTable.length === 0
        ? []
        : [item('history-table', 'history', { indicators: inTable.slice(0, mostHistory), caption: '近五年主要指标' })]),
    ]),
    ...told.map(({ name, indicators }, at) =>
      section(
        `domain-${at + 1}`,
        name,
        [
          item(`figures-${at + 1}`, 'figures', { indicators: [...indicators] }),
          own(`work-${at + 1}`, `写${name}方面做了什么、怎么做的；没有可写的留空，不会打印。`),
        ],
        2,
      ),
    ),
    ...(ofCity && inTable[0] !== undefined
      ? [section('counties', '县区情况', [item('county-table', 'counties', { indicators: [inTable[0]], caption: '各县区情况' })], 2)]
      : []),
    section('highlights', '工作亮点', [
      own('highlights-text', '逐条写本期有特色、见成效的工作：做法、成效、得到谁的肯定。请写实，附件或办件可查。'),
    ]),
    section('problems', '存在问题', [
      item('shortfalls', 'shortfalls'),
      own('problems-text', '写存在的主要问题和原因；未完成目标的指标已自动列出，请说明原因。'),
    ]),
    section('next', isHalf ? '下半年目标和工作安排' : `${year + 1}年目标和重点任务`, [
      item('aims', 'aims'),
      own('tasks', isHalf ? '写下半年的重点工作、责任处室和完成时间。' : '写下一年的重点任务、责任处室和完成时间。'),
    ]),
  ];
}

export const isReportKind = (text: string): text is ReportKind => Object.hasOwn(reportKinds, text);
