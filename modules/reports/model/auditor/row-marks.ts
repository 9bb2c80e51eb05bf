// A mark that the prose says was passed (首破50亿元大关), and a row of a table that stays below it in every column.
import { readDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened } from './find.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';
import type { TitledRow, TitleNamer } from './titled-rows.ts';

const PASSED = /(?:首次突破|首破|突破|超过|跃上|迈上|跨越)了?$/;
const NOT_YET = /力争|目标|确保|有望|预计|将|未|接近|距|望/;

/** 成交额(亿元): the unit of the row's numbers. */
const unitOf = ({ title }: TitledRow): string => /[(（]([百千万亿]*[元家个项件人户名篇吨亩])[)）]$/.exec(title)?.[1] ?? '';

const HALF = Rational.of(1, 2);

function below(figure: Figure, row: TitledRow): Relation | undefined {
  const [, number = '', unit = ''] = /^([\d,.]+)([百千万亿]*[元家个项件人户名篇吨亩])/.exec(valueText(figure)) ?? [];
  const mark = readDecimal(number.replaceAll(',', ''));
  if (mark === undefined || unit !== unitOf(row)) return undefined;
  const cells = row.cells.flatMap((cell) => (cell === null || /[%％]/.test(cell.text) ? [] : [cell]));
  const [most] = [...cells].sort((a, b) => b.value.compare(a.value));
  // A row far below the mark, or of parts, is of another thing.
  if (most === undefined || most.value.isAtMost(mark.times(HALF))) return undefined;
  const fails = most.value.isLessThan(mark);
  return remark({
    type: 'threshold',
    words: [wordsOf(figure), most.words],
    formula: `${most.text} ≥ ${number}`,
    computed: mark,
    stated: most.value,
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? `正文说突破${valueText(figure)}，表中该行最大的数为${most.text}；若未达到，正文应改` : '',
  });
}

export const rowMarks = (page: Page, named: TitleNamer): Relation[] =>
  page.figures.flatMap((figure) => {
    const isPassed = hasHappened(figure) || /首(?:次突)?破$/.test(figure.lead);
    if (figure.inTable !== null || !isPassed || !PASSED.test(figure.lead) || NOT_YET.test(figure.lead)) return [];
    const [only, more] = named(figure).filter((row) => unitOf(row) !== '');
    return only === undefined || more !== undefined ? [] : (below(figure, only) ?? []);
  });
