// `kechuang audit FILE`: what the figures of a report say of each other, as text for a person or one JSON object a line.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Relation } from '#modules/reports/contract.ts';

type Options = { year?: string; json?: boolean };

async function bytesOf(file: string): Promise<Uint8Array> {
  if (file !== '-') return readFile(file);
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Ends the command with a message for the user; nothing was audited. */
function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

function reportingYear(given: string | undefined): number | undefined | null {
  if (given === undefined || given.trim() === '') return undefined;
  return /^(?:19|20)\d\d$/.test(given.trim()) ? Number(given) : null;
}

const numberOf = (numeral: string | null): number | null => (numeral === null ? null : Number(numeral));

/** The keys of annotated reports; numbers are printed from exact ones and take no part in the verdict. */
function lineOf({ type, spans, quotes, formula, computed, stated, deviation, tolerance, verdict, weight, note }: Relation): string {
  const values = { computed: numberOf(computed), stated: numberOf(stated), deviation: numberOf(deviation), tolerance: numberOf(tolerance) };
  return JSON.stringify({ type, figures: spans, quotes, formula, ...values, verdict, weight, note });
}

async function tableOf(relations: readonly Relation[]): Promise<string> {
  const { printed, TYPE_NAMES, VERDICT_NAMES, WEIGHT_NAMES } = await import('#modules/reports/contract.ts');
  const { readDecimal } = await import('#kernel/exact/decimal.ts');
  const shown = (numeral: string | null, relation: Relation): string => {
    const value = numeral === null ? undefined : readDecimal(numeral);
    return value === undefined ? '—' : printed(value, relation.print);
  };
  const lines = relations.map((relation) => {
    const verdict =
      relation.weight === null ? VERDICT_NAMES[relation.verdict] : `${VERDICT_NAMES[relation.verdict]}·${WEIGHT_NAMES[relation.weight]}`;
    const values = [`计算 ${shown(relation.computed, relation)}`, `文中 ${shown(relation.stated, relation)}`];
    if (relation.deviation !== null) values.push(`相差 ${shown(relation.deviation, relation)}`);
    if (relation.tolerance !== null) values.push(`容许 ${shown(relation.tolerance, relation)}`);
    const quoted = relation.quotes.map((quote) => `“${quote.replaceAll('\n', '')}”`).join(' ');
    const note = relation.note === '' ? '' : `\n    ${relation.note}`;
    return `【${verdict}】${TYPE_NAMES[relation.type]}　${relation.formula}\n    ${quoted}\n    ${values.join('，')}${note}\n`;
  });
  const count = (verdict: Relation['verdict']) => relations.filter((relation) => relation.verdict === verdict).length;
  const summary = `共${relations.length}条关系：相符${count('consistent')}，不符${count('inconsistent')}，无法判断${count('cannot tell')}\n`;
  return `${lines.join('')}${summary}`;
}

async function audit(file: string, options: Options): Promise<void> {
  const year = reportingYear(options.year ?? process.env.REPORT_YEAR);
  if (year === null) return refuse('年份应为四位数字，例如 --year 2021');
  const { auditFigures, documentText, readFigures, UnreadableDocument } = await import('#modules/reports/contract.ts');
  let bytes: Uint8Array;
  try {
    bytes = await bytesOf(file);
  } catch {
    return refuse(`读不到文件：${file}`);
  }
  try {
    const { text } = await documentText(bytes, file === '-' ? '' : file);
    const relations = auditFigures(text, readFigures(text, { reportingYear: year }));
    process.stdout.write(options.json ? relations.map((relation) => `${lineOf(relation)}\n`).join('') : await tableOf(relations));
  } catch (problem) {
    if (!(problem instanceof UnreadableDocument)) throw problem;
    refuse(problem.message);
  }
}

export function registerAudit(program: Command): void {
  program
    .command('audit')
    .description('核对报告中的数字：占比、增速、合计、重复表述、编号和日期是否互相吻合')
    .argument('<file>', 'txt、docx、带文字层的 pdf 或 html 文件；- 表示标准输入')
    .option('--year <year>', '报告年度（也可用环境变量 REPORT_YEAR）')
    .option('--json', '每条关系一行 JSON')
    .action(audit);
}
