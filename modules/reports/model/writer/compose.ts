// Composes a report: an outline, the office's own paragraphs and the ledger become blocks of text in which every figure knows where it comes from.
import type { Indicator } from '#kernel/declare/indicator.ts';
import { formatPlain } from '#kernel/exact/decimal.ts';
import { historyTable } from './history-table.ts';
import { linked, paragraph, type Said } from './linking.ts';
import { baseOf, isDerived, type NameIndex, nameIndexOf } from './names.ts';
import { type Figured, futurePhrase, type Piece } from './phrases.ts';
import { filledLine } from './placeholders.ts';
import { isBehind } from './progress.ts';
import { endsYear, placed, type Scene, sentence, timeOf, toldIn } from './sentence.ts';
import type { Composed, Item, Outline, Remark, WrittenBlock, WrittenFigure, WrittenRun } from './shapes.ts';
import { type Aim, documentsOf, isPublished, isStock } from './standing.ts';
import { countyTable, indicatorTable, type MadeTable } from './tables.ts';
import { chineseNumber, distinct, writtenValue } from './words.ts';

export interface Composing {
  readonly scene: Scene;
  readonly title: string;
  readonly outline: Outline;
  /** Own paragraphs by item. */
  readonly texts: ReadonlyMap<string, string>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly counties: readonly string[];
  /** The year whose targets the report ends with. */
  readonly aimYear: number;
  readonly known: string | null;
}

interface Speaking {
  readonly indicator: Indicator;
  readonly scene: Scene;
}

/** Gathers figures and remarks while blocks are made. */
class Sheet {
  readonly figures: WrittenFigure[] = [];
  readonly remarks: Remark[] = [];

  readonly composing: Composing;
  readonly names: NameIndex;

  constructor(composing: Composing) {
    this.composing = composing;
    this.names = nameIndexOf(composing.indicators.values());
  }

  run(item: string, piece: Piece, { indicator, scene }: Speaking, text?: string): WrittenRun {
    if (typeof piece === 'string') return { text: piece, figure: null };
    this.figures.push(figureOf(item, piece, indicator, scene));
    return { text: text ?? piece.text, figure: this.figures.length - 1 };
  }

  runs(item: string, pieces: readonly Piece[], speaking: Speaking): WrittenRun[] {
    return pieces.map((piece) => this.run(item, piece, speaking));
  }

  margin(item: string, texts: readonly string[]): void {
    for (const text of texts) {
      const isTold = this.remarks.some((remark) => remark.item === item && remark.text === text);
      if (!isTold) this.remarks.push({ item, tone: 'margin', text });
    }
  }

  problem(item: string, text: string): void {
    this.remarks.push({ item, tone: 'problem', text });
  }

  /** Indicators of an item, those that only compare others by the ones that they compare. */
  indicatorsOf(item: Item): Indicator[] {
    const { indicators } = this.composing;
    const found = item.indicators.flatMap((id) => {
      const indicator = indicators.get(id);
      if (indicator === undefined) this.problem(item.id, `指标目录中已没有“${id}”，请从这一项中移去`);
      return indicator === undefined ? [] : [(isDerived(indicator) ? baseOf(indicator, indicators.values()) : undefined) ?? indicator];
    });
    return [...new Set(found)];
  }

  /** Every indicator with a target for a place and year, in the order of the catalogue; not how another grows whose target is told. */
  aimed(item: Item, region: string, year: number): { indicator: Indicator; aim: Aim }[] {
    const all = item.indicators.length > 0 ? this.indicatorsOf(item) : [...this.composing.indicators.values()];
    const { ground } = this.composing.scene;
    const aimed = all.flatMap((indicator) => {
      const aim = ground.aim(indicator.id, region, year);
      return aim === undefined ? [] : [{ indicator, aim }];
    });
    return aimed.filter(({ indicator }) => {
      const base = isDerived(indicator) ? baseOf(indicator, this.composing.indicators.values()) : undefined;
      const isTold = base !== undefined && ground.aim(base.id, region, year) !== undefined;
      if (isTold) this.margin(item.id, [`${indicator.name}：已写“${base.name}”的目标，未重复写`]);
      return !isTold;
    });
  }
}

function figureOf(item: string, { reading, text, exact, unit, says, source }: Figured, indicator: Indicator, scene: Scene): WrittenFigure {
  const { ground, region, span } = scene;
  const documents = isPublished(indicator) ? documentsOf(ground.open(indicator.formula, region, span)) : [];
  return {
    item,
    indicator: indicator.id,
    name: indicator.name,
    reading,
    text,
    written: writtenValue(text),
    exact: formatPlain(exact, 12),
    unit,
    region,
    regionName: ground.regionName(region),
    from: span.from,
    to: span.to,
    says,
    source: source ?? (documents.length === 0 ? ground.sourceOf(indicator.id) : distinct(documents)),
  };
}

/** Sentences that one system feeds stand together; a paragraph that is long enough ends with its system. */
const longEnough = 4;

const isRate = ({ unit }: Indicator): boolean => unit === '%';

function figuresBlock(sheet: Sheet, item: Item): WrittenBlock[] {
  const { scene } = sheet.composing;
  const paragraphs: Said[][] = [[]];
  let time: string | null = null;
  let system: string | null = null;
  for (const indicator of sheet.indicatorsOf(item)) {
    const own = toldIn(scene, indicator);
    const source = scene.ground.sourceOf(indicator.id);
    const before = paragraphs.at(-1) ?? [];
    const isNew = source !== system && before.length >= longEnough;
    const said = sentence(own, indicator, item.without, { time: isNew ? null : time, hasPlace: !isNew && before.length > 0 });
    sheet.margin(item.id, said.margins);
    if (said.pieces.length === 0) continue;
    [time, system] = [timeOf(indicator, own.span), source];
    const told = { runs: sheet.runs(item.id, said.pieces, { indicator, scene: own }), time, isAlone: isRate(indicator) };
    if (isNew) paragraphs.push([told]);
    else before.push(told);
  }
  return paragraphs.filter(({ length }) => length > 0).map((told) => paragraph(item.id, linked(told)));
}

function ownBlocks(sheet: Sheet, item: Item): WrittenBlock[] {
  const { scene, texts } = sheet.composing;
  const lines = (texts.get(item.id) ?? '').split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line, at) => {
      const { pieces, of, problems } = filledLine({ scene, names: sheet.names }, line);
      for (const problem of problems) sheet.problem(item.id, `第${at + 1}段 ${problem}`);
      let next = 0;
      const runs = pieces.map((piece) =>
        typeof piece === 'string' ? { text: piece, figure: null } : sheet.run(item.id, piece, of[next++] as Speaking),
      );
      return paragraph(item.id, runs);
    });
}

function tableBlock(
  sheet: Sheet,
  item: Item,
  { columns, rows, margins }: MadeTable,
  indicatorOf: (row: number) => Indicator,
): WrittenBlock[] {
  sheet.margin(item.id, margins);
  if (rows.length === 0) return [];
  const { scene } = sheet.composing;
  const made = rows.map((row) =>
    row.map(({ text, figure, standing }) => {
      if (figure === null || standing === null) return { text, figure: null };
      const own = { ...scene, region: standing.region, span: standing.span };
      return sheet.run(item.id, figure, { indicator: standing.indicator ?? indicatorOf(0), scene: own }, text);
    }),
  );
  return [{ kind: 'table', item: item.id, level: 0, runs: [{ text: item.caption, figure: null }], columns: [...columns], rows: made }];
}

/** Targets that the year's work has not reached, or that lag behind the time that has passed. */
function shortfallBlock(sheet: Sheet, item: Item): WrittenBlock[] {
  const { scene } = sheet.composing;
  const { ground, region, span, year } = scene;
  const short = sheet.aimed(item, region, year).filter(({ indicator, aim }) => {
    const own = toldIn(scene, indicator);
    return own.year === year && isBehind(ground, indicator, region, own.span, aim);
  });
  const said: Said[] = [];
  for (const { indicator } of short) {
    const own = toldIn(scene, indicator);
    const told = { time: said.at(-1)?.time ?? null, hasPlace: said.length > 0, withNoughts: true, withNet: true };
    // A stock lags by what it gained, not by what it held already.
    const without = isStock(indicator) ? [] : ['net' as const];
    const { pieces } = sentence(own, indicator, ['milestone', 'rank', 'share', ...without, 'growth', 'estimate'], told);
    if (pieces.length === 0) continue;
    const runs = sheet.runs(item.id, pieces, { indicator, scene: own });
    said.push({ runs, time: timeOf(indicator, own.span), isAlone: isRate(indicator) });
  }
  if (said.length === 0) {
    sheet.margin(item.id, ['没有下达目标，或下达的目标都已完成']);
    return [];
  }
  const opening = endsYear(span) ? '以下指标没有完成年度目标：' : '以下指标落后于时间进度：';
  return [paragraph(item.id, [{ text: opening, figure: null }, ...linked(said)])];
}

/** After a full year the targets of the next; in the middle of a year those of the year itself. */
function aimsBlock(sheet: Sheet, item: Item): WrittenBlock[] {
  const { scene, aimYear: year } = sheet.composing;
  const aimed = sheet.aimed(item, scene.region, year);
  if (aimed.length === 0) {
    sheet.margin(item.id, [`${year}年还没有下达目标`]);
    return [];
  }
  const span = { from: `${year}-01-01`, to: `${year}-12-31` };
  const said = aimed.map(({ indicator, aim }, at) => {
    const opening = at === 0 ? `${year}年，${placed(scene, indicator)}` : indicator.name;
    const pieces = [opening, ...futurePhrase({ indicator }, aim)];
    return { runs: sheet.runs(item.id, pieces, { indicator, scene: { ...scene, span, year } }), time: null, isAlone: isRate(indicator) };
  });
  return [paragraph(item.id, linked(said))];
}

function blocksOf(sheet: Sheet, item: Item): WrittenBlock[] {
  const { scene, counties } = sheet.composing;
  switch (item.kind) {
    case 'figures':
      return figuresBlock(sheet, item);
    case 'own':
      return ownBlocks(sheet, item);
    case 'table': {
      const indicators = sheet.indicatorsOf(item);
      return tableBlock(sheet, item, indicatorTable(scene, indicators), (row) => indicators[row] as Indicator);
    }
    case 'history': {
      const indicators = sheet.indicatorsOf(item);
      return tableBlock(sheet, item, historyTable(scene, indicators), (row) => indicators[row] as Indicator);
    }
    case 'counties':
      return sheet
        .indicatorsOf(item)
        .flatMap((indicator) => tableBlock(sheet, item, countyTable(scene, counties, indicator), () => indicator));
    case 'shortfalls':
      return shortfallBlock(sheet, item);
    case 'aims':
      return aimsBlock(sheet, item);
  }
}

const heading = (item: string, level: number, text: string): WrittenBlock => ({
  kind: 'heading',
  item,
  level,
  runs: [{ text, figure: null }],
  columns: [],
  rows: [],
});

/** Sections are numbered as they are printed: one that has nothing to say leaves no gap. */
export function compose(composing: Composing): Composed {
  const sheet = new Sheet(composing);
  const blocks: WrittenBlock[] = [];
  let [first, second] = [0, 0];
  const made = composing.outline.map((section) => ({ section, own: section.items.flatMap((item) => blocksOf(sheet, item)) }));
  made.forEach(({ section, own }, at) => {
    const rest = made.slice(at + 1);
    const end = rest.findIndex(({ section: next }) => next.level === 1);
    const below = section.level === 1 ? rest.slice(0, end < 0 ? rest.length : end) : [];
    if (own.length === 0 && below.every((one) => one.own.length === 0)) return;
    if (section.level === 1) [first, second] = [first + 1, 0];
    else second += 1;
    const number = section.level === 1 ? `${chineseNumber(first)}、` : `（${chineseNumber(second)}）`;
    blocks.push(heading(section.id, section.level, `${number}${section.title}`), ...own);
  });
  return {
    title: composing.title,
    blocks,
    figures: sheet.figures,
    remarks: sheet.remarks,
    known: composing.known,
    until: composing.scene.span.to,
  };
}

/** The words alone, as a reader gets them. */
export function plainText({ title, blocks }: Composed): string {
  const lines = blocks.flatMap((block) => {
    const text = block.runs.map((run) => run.text).join('');
    if (block.kind !== 'table') return [text];
    return [
      text,
      block.columns.map((column) => column.title).join('\t'),
      ...block.rows.map((row) => row.map((run) => run.text).join('\t')),
    ];
  });
  return `${[title, ...lines].join('\n')}\n`;
}
