// `kechuang audit FILE`: what the figures of a report say of each other and, with --against, what the ledger says of them.
import type { Command } from 'commander';
import type { Reading, Relation } from '#modules/reports/contract.ts';
import { Refusal } from '#platform/refusal.ts';
import { withReport } from '../report-file.ts';

type Options = {
  year?: string | undefined;
  against?: string | true;
  root?: string;
  office?: string;
  asKnownOn?: string;
  json?: boolean;
};

const bad = (message: string): Refusal => new Refusal('BAD_OPTION', message, { status: 400 });

const numberOf = (numeral: string | null): number | null => (numeral === null ? null : Number(numeral));

/** The keys of annotated reports; numbers are printed from exact ones and take no part in the verdict. */
function lineOf({ type, spans, quotes, formula, computed, stated, deviation, tolerance, verdict, weight, note, ledger }: Relation): string {
  const values = { computed: numberOf(computed), stated: numberOf(stated), deviation: numberOf(deviation), tolerance: numberOf(tolerance) };
  return JSON.stringify({ type, figures: spans, quotes, formula, ...values, verdict, weight, note, ledger });
}

/** What is wrong comes first, what no one can tell from the text next, and what agrees last; each in the order of the text. */
const FIRST: readonly Relation['verdict'][] = ['inconsistent', 'cannot tell', 'consistent'];

/** 第12行: where the checked words stand. */
function linesOf(text: string): (relation: Relation) => string {
  const ends: number[] = [];
  let point = 0;
  for (const sign of text) {
    if (sign === '\n') ends.push(point);
    point++;
  }
  return ({ spans }) => {
    const at = spans.at(-1)?.start;
    if (at === undefined) return '';
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return `第${low + 1}行　`;
  };
}

async function tableOf(relations: readonly Relation[], text: string): Promise<string> {
  const lineOfText = linesOf(text);
  const { printed, TYPE_NAMES, VERDICT_NAMES, WEIGHT_NAMES } = await import('#modules/reports/contract.ts');
  const { readDecimal } = await import('#kernel/exact/decimal.ts');
  const shown = (numeral: string | null, relation: Relation): string => {
    const value = numeral === null ? undefined : readDecimal(numeral);
    return value === undefined ? '—' : printed(value, relation.print);
  };
  const ordered = FIRST.flatMap((verdict) => relations.filter((relation) => relation.verdict === verdict));
  const lines = ordered.map((relation) => {
    const verdict =
      relation.weight === null ? VERDICT_NAMES[relation.verdict] : `${VERDICT_NAMES[relation.verdict]}·${WEIGHT_NAMES[relation.weight]}`;
    const hasValues = relation.computed !== null || relation.stated !== null;
    const values = [`计算 ${shown(relation.computed, relation)}`, `文中 ${shown(relation.stated, relation)}`];
    if (relation.deviation !== null) values.push(`相差 ${shown(relation.deviation, relation)}`);
    if (relation.tolerance !== null) values.push(`容许 ${shown(relation.tolerance, relation)}`);
    const quoted = relation.quotes.map((quote) => `“${quote.replaceAll('\n', '')}”`).join(' ');
    const note = relation.note === '' ? '' : `\n    ${relation.note}`;
    const source = relation.ledger === undefined ? '' : `\n    来自台账：${relation.ledger.source}，${relation.ledger.says}`;
    return `【${verdict}】${lineOfText(relation)}${TYPE_NAMES[relation.type]}　${relation.formula}\n    ${quoted}${hasValues ? `\n    ${values.join('，')}` : ''}${note}${source}\n`;
  });
  const count = (verdict: Relation['verdict']) => relations.filter((relation) => relation.verdict === verdict).length;
  const summary = `共${relations.length}条关系：相符${count('consistent')}，不符${count('inconsistent')}，无法判断${count('cannot tell')}\n`;
  return `${summary}${lines.join('')}`;
}

function knownDay(given: string | undefined, today: string): string | null {
  if (given === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(Date.parse(`${given}T00:00:00Z`)))
    throw bad('--as-known-on 应为一个日期，例如 --as-known-on 2026-01-15');
  if (given > today) throw bad(`${given}还没有到，请改为今天或更早的日期`);
  return given;
}

/** What the ledger says of the figures. */
async function heldAgainst(where: string | true, options: Options, text: string, readings: readonly Reading[]): Promise<Relation[]> {
  const { readingLedger } = await import('../ledger.ts');
  const { heldAgainstLedger } = await import('#modules/reports/contract.ts');
  const { reportsSetting } = await import('#apps/server/settings.ts');
  const { officePlace } = await import('#modules/reports/actions/work-ground.ts');
  const { rootOf } = await import('#apps/server/root-of.ts');
  const { shanghaiDay } = await import('#platform/http/context.ts');
  const { readConfig } = await import('#platform/config.ts');
  const { findRegion } = await import('#vocabularies/regions/regions.ts');
  const root = options.root ?? rootOf(readConfig());
  if (findRegion(root) === undefined) throw bad(`--root 应为6位区划代码，没有“${root}”这个地区`);
  const today = shanghaiDay(new Date());
  const known = knownDay(options.asKnownOn, today);
  const place = officePlace(root, options.office);
  const year = options.year === undefined ? null : Number(options.year);
  const report = { text, readings, chosen: new Map(), place, year, known };
  return readingLedger(where, root, (db) => heldAgainstLedger({ db, root, today }, reportsSetting, report));
}

const audit = (file: string, options: Options): Promise<void> =>
  withReport(file, options.year, async ({ text, year }) => {
    const { auditFigures, inOrder, readFigures } = await import('#modules/reports/contract.ts');
    const readings = readFigures(text, { reportingYear: year });
    const own = auditFigures(text, readings);
    const { against } = options;
    const held = against === undefined ? [] : await heldAgainst(against, { ...options, year: year?.toString() }, text, readings);
    const relations = inOrder([...own, ...held]);
    process.stdout.write(options.json ? relations.map((relation) => `${lineOf(relation)}\n`).join('') : await tableOf(relations, text));
  });

export function registerAudit(program: Command): void {
  program
    .command('audit')
    .description('核对报告中的数字：占比、增速、合计、重复表述、编号和日期是否互相吻合，是否与台账相符')
    .argument('<file>', 'txt、docx、带文字层的 pdf 或 html 文件；- 表示标准输入')
    .option('--year <year>', '报告年度（也可用环境变量 REPORT_YEAR）')
    .option('--against [where]', '也与指标台账对照：数据目录或 postgres:// 地址，不写就是本机的科创台')
    .option('--root <code>', '台账所属地区的代码；不写就是本系统的地区')
    .option('--office <office>', '报告讲的是哪里：地区名称或代码；不写就是全市')
    .option('--as-known-on <day>', '按那天日终已知的台账对照，例如 2026-01-15')
    .option('--json', '每条关系一行 JSON')
    .action(audit);
}
