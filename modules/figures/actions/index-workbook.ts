// The table of an index as a workbook: index by county and year, pillars of the last year, values of the indicators, and how it was made.
import { type SheetColumn, type SheetRecord, workbookBytes } from '#platform/sheets/sheets.ts';
import { indexNotes } from '../model/index-notes.ts';
import type { IndexView } from '../model/index-shapes.ts';

const decimalColumn = (key: string, header: string): SheetColumn => ({ key, header, kind: 'decimal' });
const area: SheetColumn = { key: 'area', header: '地区', kind: 'text', width: 28 };

export async function indexWorkbook(index: IndexView, today: string) {
  const { spec, result } = index;
  const years = result?.years ?? [];
  const areas = result?.areas ?? [];
  const pillars = [...new Set(spec.items.map(({ pillar }) => pillar))];
  const values = areas.flatMap((one) =>
    one.values.map(({ item, values: own }): SheetRecord => {
      const declared = spec.items.find(({ id }) => id === item);
      return {
        area: one.name,
        pillar: declared?.pillar ?? '',
        item: declared?.name ?? item,
        ...Object.fromEntries(years.map((year, at) => [`y${year}`, own[at] ?? null])),
      };
    }),
  );
  return workbookBytes(
    [
      {
        name: '指数',
        title: `${index.name}（第${index.version}版）`,
        columns: [
          area,
          ...years.map((year) => decimalColumn(`y${year}`, `${year}年`)),
          { key: 'rank', header: `${years.at(-1)}年位次`, kind: 'integer' },
        ],
        rows: areas.map(({ name, points }) => ({
          area: name,
          rank: points.at(-1)?.rank ?? null,
          ...Object.fromEntries(points.map(({ year, index: own }) => [`y${year}`, own])),
        })),
      },
      {
        name: '分领域',
        columns: [area, ...pillars.map((pillar, at) => decimalColumn(`p${at}`, `${pillar}（${years.at(-1)}年）`))],
        rows: areas.map(({ name, points }) => ({
          area: name,
          ...Object.fromEntries(
            pillars.map((pillar, at) => [`p${at}`, points.at(-1)?.pillars.find((one) => one.pillar === pillar)?.index ?? null]),
          ),
        })),
      },
      {
        // Points of every pillar stand beside their sum, which is the index.
        name: '领域贡献',
        columns: [
          area,
          { key: 'year', header: '年度', kind: 'year' },
          ...pillars.map((pillar, at) => decimalColumn(`c${at}`, `${pillar}（点）`)),
          decimalColumn('index', '合计（指数）'),
        ],
        rows: areas.flatMap(({ name, points }) =>
          points.map(({ year, index: own, pillars: parts }) => ({
            area: name,
            year: String(year),
            index: own,
            ...Object.fromEntries(pillars.map((pillar, at) => [`c${at}`, parts.find((one) => one.pillar === pillar)?.points ?? null])),
          })),
        ),
      },
      {
        name: '指标数值',
        columns: [
          area,
          { key: 'pillar', header: '领域', kind: 'text' },
          { key: 'item', header: '指标', kind: 'text', width: 30 },
          ...years.map((year) => decimalColumn(`y${year}`, `${year}年`)),
        ],
        rows: values,
      },
    ],
    { notes: [...indexNotes(index), `导出日期：${today}`] },
  );
}
