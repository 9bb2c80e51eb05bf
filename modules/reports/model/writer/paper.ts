// A composed report as an official paper, with the annex that says where each figure comes from.
import { type Block, type Paper, writtenDay } from '#platform/paper/paper.ts';
import type { Composed, WrittenBlock, WrittenFigure } from './shapes.ts';
import { during } from './words.ts';

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

const distinct = (texts: readonly string[]): string => [...new Set(texts)].join('；');

export interface Source {
  readonly name: string;
  /** Everything that the report says of it. */
  readonly texts: string;
  readonly says: string;
  readonly places: string;
  readonly periods: string;
  readonly source: string;
}

/** One line for each indicator and period, in the order of the text; counties side by side share it. */
export function sourcesOf(figures: readonly WrittenFigure[]): readonly Source[] {
  const groups = new Map<string, WrittenFigure[]>();
  for (const figure of figures) {
    const key = [figure.indicator, figure.from, figure.to, figure.reading === 'target' ? 'target' : ''].join('|');
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [WrittenFigure];
    const plain = group.find(({ reading }) => reading === 'value') ?? first;
    const places = [...new Set(group.map(({ regionName }) => regionName))];
    const own = group.filter(({ region }) => region === first.region);
    return {
      name: first.name,
      texts: `${distinct(own.map(({ text }) => text))}${places.length > 1 ? '；及各县区的数' : ''}`,
      says: plain.says,
      places: places.length > 2 ? `${first.regionName}及所辖县区` : places.join('、'),
      periods: during(first),
      source: distinct(group.map(({ source }) => source)),
    };
  });
}

export function annexOf({ figures, known }: Composed, day: string): Block[] {
  const rows = sourcesOf(figures).map(({ name, texts, says, places, periods, source }, at) => [
    String(at + 1),
    name,
    texts,
    says,
    `${places}，${periods}`,
    source,
  ]);
  if (rows.length === 0) return [];
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: '附件1' },
    {
      kind: 'table',
      caption: `数据来源（按${writtenDay(known ?? day)}已知的台账记录）`,
      columns: [
        { title: '序号', align: 'center', weight: 0.7 },
        { title: '指标', weight: 1.6 },
        { title: '数据', weight: 2 },
        { title: '算法', weight: 2 },
        { title: '地区与时期', weight: 1.4 },
        { title: '来源', weight: 1.4 },
      ],
      rows,
    },
  ];
}

export function paperOf(composed: Composed, { agency, day, isSigned, number, isFictional }: PaperFacts): Paper {
  const annex = annexOf(composed, day);
  const notes = [isSigned ? '' : '草稿，未经签发，不作为正式文件。', isFictional ? '演示数据，均为虚构。' : ''].filter(
    (note) => note !== '',
  );
  return {
    ...(number === null ? { layout: 'plain' as const } : { layout: 'official' as const, agencyMark: `${agency}文件`, number }),
    title: composed.title,
    blocks: [...composed.blocks.map(blockOf), ...annex],
    ...(annex.length === 0 ? {} : { annexes: ['数据来源'] }),
    ...(isSigned ? { signature: { agency, date: day } } : {}),
    ...(number === null ? {} : { imprint: { office: `${agency}办公室`, date: day } }),
    ...(notes.length === 0 ? {} : { note: notes.join('') }),
  };
}
