// Measures the report reader on annotated reports: `npm run eval:reader`, with REPORTS_DIR for their folder, --errors for the faults.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFigures, scanFigures } from '#modules/reports/contract.ts';
import { readByPeer } from './peer.ts';
import { ASPECTS, type Counts, type Gold, type GoldText, type Predicted, scoreText, yearsIn } from './score.ts';

type AnnotatedFigure = {
  start: number;
  end: number;
  quote: string;
  raw: string;
  value: number | { pp: number };
  unit: string;
  kind: string;
  status: string;
  modifier?: string;
  period: string | null;
  indicator_zh: string;
};
type Annotated = { file: string; reporting_year?: string; figures: AnnotatedFigure[]; ignored: { start: number; quote: string }[] };

function goldOf(figure: AnnotatedFigure): Gold {
  const points = typeof figure.value === 'object';
  const value = typeof figure.value === 'object' ? figure.value.pp : figure.value;
  const unit = figure.unit;
  const plain =
    points || unit === 'pp'
      ? 'pp'
      : unit === '元' || unit === 'yuan'
        ? 'yuan'
        : unit === '美元' || unit === 'usd'
          ? 'usd'
          : unit === '%' || unit === 'fraction'
            ? 'fraction'
            : 'number';
  const values = figure.kind === 'multiple' && figure.raw.includes('翻') ? [value, value - 1] : [value];
  const statuses = new Set([figure.status]);
  if (figure.status === 'actual' && figure.modifier === '预计') statuses.add('estimate');
  return {
    start: figure.start,
    end: figure.end,
    quote: figure.quote,
    class: figure.kind === 'multiple' ? 'multiple' : plain,
    values,
    kind: figure.kind,
    statuses,
    years: yearsIn(figure.period),
    indicator: figure.indicator_zh,
  };
}

const ratio = (a = 0, b = 0) => (b === 0 ? '    -' : (a / b).toFixed(3));

function row(name: string, c: Counts): string {
  const f1 = ratio(2 * (c.match ?? 0), (c.gold ?? 0) + (c.predicted ?? 0));
  const cells = [ratio(c.match, c.predicted), ratio(c.match, c.gold), f1, ratio(c.match, (c.match ?? 0) + (c.near ?? 0))];
  for (const aspect of ASPECTS) cells.push(ratio(c[`${aspect} right`], c[`${aspect} of`]));
  cells.push(ratio(c['all right'], c.gold), `${c.alarms ?? 0}/${c.ignored ?? 0}`);
  return [name.padEnd(8), String(c.gold ?? 0), String(c.predicted ?? 0), ...cells].map((cell) => cell.padStart(9)).join('');
}

const folder = process.env.REPORTS_DIR ?? join(process.cwd(), '../shared/reports');
const files = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.figures.json'))
      .sort()
  : [];
if (files.length === 0) {
  console.log(`No annotated reports in ${folder}: nothing measured.`);
  process.exit(0);
}
console.log(['text', 'gold', 'read', 'P', 'R', 'F1', 'value', ...ASPECTS, 'all', 'ignored'].map((cell) => cell.padStart(9)).join(''));
const total: Counts = {};
const peer: Counts = {};
const sources: string[] = [];
for (const name of files) {
  const annotated = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Annotated;
  const source = readFileSync(join(folder, annotated.file), 'utf8');
  const year = /^\d{4}/.exec(annotated.reporting_year ?? '');
  const predicted: Predicted[] = readFigures(source, year ? { reportingYear: Number(year[0]) } : {});
  const text: GoldText = {
    figures: annotated.figures.map(goldOf),
    ignored: annotated.ignored.map(({ start, quote }) => [start, start + [...quote].length] as const),
  };
  const { counts, faults } = scoreText(text, predicted);
  for (const [key, value] of Object.entries(counts)) total[key] = (total[key] ?? 0) + value;
  console.log(row(annotated.file.slice(0, 3), counts));
  for (const [key, value] of Object.entries(scoreText(text, readByPeer(source)).counts)) peer[key] = (peer[key] ?? 0) + value;
  sources.push(source);
  if (process.argv.includes('--errors')) {
    const points = [...source];
    for (const fault of faults) {
      const around = points
        .slice(Math.max(0, fault.start - 12), fault.end + 8)
        .join('')
        .replaceAll('\n', '⏎');
      console.log(`    ${fault.start} ${fault.what}: ${fault.want ?? ''} ← ${fault.got ?? ''}   「${around}」`);
    }
  }
}
console.log(row('total', total));
console.log(
  `\nnumbers and units alone: ours P ${ratio(total.match, total.predicted)} R ${ratio(total.match, total.gold)}, @microsoft/recognizers-text-suite ` +
    `P ${ratio(peer.match, peer.predicted)} R ${ratio(peer.match, peer.gold)} (ignored numerals reported: ${total.alarms ?? 0} and ${peer.alarms ?? 0} of ${total.ignored ?? 0})`,
);

/** Megabytes of UTF-8 that are read in a second of one core's time. */
function speed(text: string): string {
  for (const _ of scanFigures(text.slice(0, 60_000)));
  const start = process.cpuUsage();
  for (const _ of scanFigures(text));
  const { user, system } = process.cpuUsage(start);
  return (Buffer.byteLength(text) / (user + system)).toFixed(2);
}
const prose = sources.join('\n').repeat(20);
const dense = '全年新增高新技术企业12家,同比增长3.5%;技术合同成交额7.8亿元,占全省的12.4%。\n'.repeat(8000);
console.log(`speed: ${speed(prose)} MB/s of the reports' text, ${speed(dense)} MB/s where every clause is a figure (one core's time)`);
