// A composed report as an official paper, with the annex that says where each figure comes from.
import { type Block, type Paper, writtenDay } from '#platform/paper/paper.ts';
import type { Composed, WrittenBlock, WrittenFigure } from './shapes.ts';
import { distinct, during } from './words.ts';

export interface PaperFacts {
  readonly agency: string;
  /** Day of the paper. */
  readonly day: string;
  readonly isSigned: boolean;
  /** With a number it goes out under a red head. */
  readonly number: string | null;
  /** The data is invented and the paper says so. */
  readonly isFictional: boolean;
}

function blockOf({ kind, level, runs, columns, rows }: WrittenBlock): Block {
  const text = runs.map((run) => run.text).join('');
  if (kind === 'heading') return { kind: 'heading', level: level === 1 ? 1 : 2, text };
  if (kind === 'paragraph')
    return {
      kind: 'paragraph',
      runs: runs.map((run) => (run.figure === null ? run.text : { text: run.text, figure: String(run.figure + 1) })),
    };
  return { kind: 'table', caption: text, columns, rows: rows.map((row) => row.map((run) => run.text)) };
}

/** What a column of a table repeats of a phrase, such as 14.63% of 同比增长14.63%, is not listed again. */
const listed = (texts: readonly string[]): string =>
  distinct(texts.filter((text) => !texts.some((other) => other !== text && other.includes(text.replace(/^-/, '')))));

/** Of a bare number what it is. */
const labels: Partial<Record<WrittenFigure['reading'], string>> = {
  target: '目标',
  completion: '完成率',
  milestone: '突破',
  estimate: '预计',
};
const labelled = ({ reading, text }: WrittenFigure): string => `${labels[reading] ?? ''}${text}`;

export interface Source {
  readonly name: string;
  /** Everything that the report says of it, by the year or part of a year. */
  readonly texts: string;
  readonly says: string;
  readonly places: string;
  readonly sources: readonly string[];
}

const grouped = <T>(all: readonly T[], key: (one: T) => string): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups.values()];
};

/** One line for each indicator, in the order of the text, newest period first; counties side by side share it. */
export function sourcesOf(figures: readonly WrittenFigure[]): readonly Source[] {
  return grouped(figures, ({ indicator }) => indicator).map((group) => {
    const [first] = group as readonly [WrittenFigure, ...WrittenFigure[]];
    const plain = group.find(({ reading }) => reading === 'value') ?? first;
    const places = [...new Set(group.map(({ regionName }) => regionName))];
    const own = group.filter(({ region }) => region === first.region);
    const periods = grouped(own, during).toSorted((a, b) => (b[0]?.to ?? '').localeCompare(a[0]?.to ?? ''));
    const told = periods.map((figures) => `${during(figures[0] ?? first)}：${listed(figures.map(labelled))}`);
    return {
      name: first.name,
      texts: `${told.join('。')}${places.length > 1 ? '。另有各县区的数' : ''}`,
      says: plain.says,
      places: places.length > 2 ? `${first.regionName}及所辖县区` : places.join('、'),
      sources: [...new Set(group.flatMap(({ source }) => source.split('；')))],
    };
  });
}

/** Sources are numbered once and listed below the table, so that its column stays narrow. */
export function annexOf({ figures, known }: Composed, day: string): Paper['attached'] {
  const sources = sourcesOf(figures);
  if (sources.length === 0) return undefined;
  const all = [...new Set(sources.flatMap((one) => one.sources))];
  const rows = sources.map(({ name, texts, says, places, sources: own }, at) => [
    String(at + 1),
    name,
    texts,
    says,
    places,
    own.map((source) => all.indexOf(source) + 1).join('、'),
  ]);
  const columns = [
    { title: '序号', align: 'center' as const, weight: 0.8 },
    { title: '指标', weight: 1.7 },
    { title: '数据', weight: 3.4 },
    { title: '算法', weight: 2 },
    { title: '地区', weight: 1.1 },
    { title: '来源', align: 'center' as const, weight: 1 },
  ];
  return {
    mark: '附件',
    title: '数据来源',
    blocks: [
      { kind: 'paragraph', runs: [`本报告的数据按${writtenDay(known ?? day)}已知的台账记录和公布数生成。“来源”一栏的序号见“来源说明”。`] },
      { kind: 'table', columns, rows },
      {
        kind: 'table',
        caption: '来源说明',
        columns: [
          { title: '来源', align: 'center', weight: 0.8 },
          { title: '系统、文件或公布单位', weight: 8 },
        ],
        rows: all.map((source, at) => [String(at + 1), source]),
      },
    ],
  };
}

export function paperOf(composed: Composed, { agency, day, isSigned, number, isFictional }: PaperFacts): Paper {
  const attached = annexOf(composed, day);
  const notes = [isSigned ? '' : '草稿，未经签发，不作为正式文件。', isFictional ? '演示数据，均为虚构。' : ''].filter(
    (note) => note !== '',
  );
  return {
    ...(number === null ? { layout: 'plain' as const } : { layout: 'official' as const, agencyMark: `${agency}文件`, number }),
    title: composed.title,
    blocks: composed.blocks.map(blockOf),
    ...(attached === undefined ? {} : { annexes: ['数据来源'], attached }),
    ...(isSigned ? { signature: { agency, date: day } } : {}),
    ...(number === null ? {} : { imprint: { office: `${agency}办公室`, date: day } }),
    ...(notes.length === 0 ? {} : { note: notes.join('') }),
  };
}
