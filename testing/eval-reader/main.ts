// Measures the report reader on annotated reports: `npm run eval:reader`, with REPORTS_DIR for their folder, --errors for the faults.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFigures } from '#modules/reports/contract.ts';
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
