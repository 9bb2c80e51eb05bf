// Measures the auditor on annotated reports: `npm run eval:auditor`, with REPORTS_DIR for their folder, --list for each relation.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditFigures, type Relation, readFigures } from '#modules/reports/contract.ts';

type Annotated = {
  file: string;
  reporting_year?: string;
  figures: { id: string; start: number; end: number; raw_start: number; raw: string }[];
};
type Gold = {
  id: string;
  seed: string;
  type: string;
  title: string;
  figures: string[];
  quotes: string[];
  verdict: string;
  severity: string | null;
};
type Place = { start: number; end: number };

const folder = process.env.REPORTS_DIR ?? join(process.cwd(), '../shared/reports');
const relationsFile = join(folder, 'relations.json');
if (!existsSync(relationsFile)) {
  console.log(`No annotated relations in ${folder}: nothing measured.`);
  process.exit(0);
}
const golds = JSON.parse(readFileSync(relationsFile, 'utf8')) as Gold[];

const overlap = (a: Place, b: Place) => a.start < b.end && b.start < a.end;

/** Where the words of a relation stand that has no figures: the quotation, found in the text without its blanks. */
function placesOf(gold: Gold, annotated: Annotated, text: string): Place[] {
  const byId = new Map(annotated.figures.map((figure) => [figure.id, figure]));
  if (gold.figures.length > 0) return gold.figures.flatMap((id) => byId.get(id) ?? []);
  return gold.quotes.flatMap((quote) => {
    const start = text.indexOf(quote);
    return start < 0 ? [] : [{ start, end: start + quote.length }];
  });
}

/** Of one kind as far as the annotators and the auditor call it differently. */
const KINDS: Record<string, readonly string[]> = {
  implied: ['implied', 'implied_total', 'subset'],
  implied_total: ['implied', 'implied_total', 'share'],
  duplicate: ['duplicate', 'rank'],
  sum: ['sum', 'subset'],
  subset: ['subset', 'list_count'],
  target_met: ['target_met', 'target_vs_actual'],
};

function finds(relation: Relation, gold: Gold, places: readonly Place[]): boolean {
  if (!(KINDS[gold.type] ?? [gold.type]).includes(relation.type)) return false;
  const spans = relation.spans;
  const met = places.filter((place) => spans.some((span) => overlap(span, place))).length;
  return gold.figures.length === 0 ? met > 0 : met === places.length || (places.length > 2 && met >= places.length - 1);
}

const rows = new Map<string, Record<string, number>>();
const add = (row: string, cell: string) => {
  const cells = rows.get(row) ?? {};
  cells[cell] = (cells[cell] ?? 0) + 1;
  rows.set(row, cells);
};

const shown = (relation: Relation) =>
  `${relation.type} ${relation.verdict}${relation.weight ? `/${relation.weight}` : ''} ${relation.formula} | ${relation.quotes.join(' ; ').replaceAll('\n', ' ')} | ${relation.computed} ${relation.stated} | ${relation.note}`;

for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.figures.json'))
  .sort()) {
  const annotated = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Annotated;
  const text = readFileSync(join(folder, annotated.file), 'utf8');
  const year = /^\d{4}/.exec(annotated.reporting_year ?? '');
  const relations = auditFigures(text, readFigures(text, year ? { reportingYear: Number(year[0]) } : {}));
  const seed = annotated.file.slice(0, 3);
  const used = new Set<Relation>();
  for (const gold of golds.filter((one) => one.seed === seed)) {
    const places = placesOf(gold, annotated, text);
    const found = relations.filter((relation) => finds(relation, gold, places));
    const right = found.find((relation) => relation.verdict === gold.verdict) ?? found[0];
    for (const relation of found) used.add(relation);
    const cell = right === undefined ? 'missed' : right.verdict === gold.verdict ? 'found' : 'other verdict';
    for (const row of [seed, `  ${gold.type}`, 'total']) add(row, 'gold');
    for (const row of [seed, `  ${gold.type}`, 'total']) add(row, cell);
    if (gold.verdict === 'inconsistent')
      for (const row of [seed, 'total']) add(row, right?.verdict === 'inconsistent' ? 'errors found' : 'errors missed');
    if (process.argv.includes('--list') && cell !== 'found')
      console.log(`${gold.id} ${cell}: ${gold.type} ${gold.title}${right === undefined ? '' : `\n      ${shown(right)}`}`);
  }
  for (const relation of relations) {
    for (const row of [seed, 'total']) add(row, 'ours');
    const isKnown = golds.some(
      (gold) => gold.seed === seed && gold.verdict === 'inconsistent' && finds(relation, gold, placesOf(gold, annotated, text)),
    );
    const isAlarm = relation.verdict === 'inconsistent' && !isKnown;
    if (isAlarm) for (const row of [seed, 'total']) add(row, 'alarms');
    if (process.argv.includes('--list') && (isAlarm || !used.has(relation)))
      console.log(`  ${isAlarm ? 'ALARM' : 'extra'} ${shown(relation)}`);
  }
}

const CELLS = ['gold', 'found', 'other verdict', 'missed', 'errors found', 'errors missed', 'ours', 'alarms'] as const;
console.log(['', ...CELLS].map((cell, i) => (i === 0 ? cell.padEnd(20) : cell.padStart(15))).join(''));
for (const [row, cells] of rows) console.log(row.padEnd(20) + CELLS.map((cell) => String(cells[cell] ?? 0).padStart(15)).join(''));
