// Measures how many annotated figures of reports the catalogue of indicators can express: `npm run eval:indicators`, with REPORTS_DIR and SYSTEMS_LIST.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '#catalogue/index.ts';
import { coverageOf, type Figure, type ListedSystem } from './coverage.ts';
import { coveragePage } from './page.ts';

const reports = process.env.REPORTS_DIR ?? '../shared/reports';
const list = process.env.SYSTEMS_LIST ?? '../shared/SYSTEMS.md';

function figuresIn(folder: string): Figure[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.figures.json'));
  return files.sort().flatMap((file) => {
    const { figures } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
      figures: {
        id: string;
        indicator_zh: string;
        unit: string;
        kind: string;
        measure: string;
        period: string | null;
        region: string | null;
      }[];
    };
    return figures.map(({ indicator_zh: name, ...figure }) => ({ ...figure, name }));
  });
}

/** Rows of the list of systems: number, Chinese names, and the numbers published with the ids of their figures. */
function systemsIn(file: string): ListedSystem[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^\| S\d{3} /.test(line))
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const published = cells[8] ?? '';
      return {
        number: cells[1] ?? '',
        name: cells[3] ?? '',
        figures: [...published.matchAll(/\[(\d{3}-\d{3})\]/g)].map((match) => match[1] ?? ''),
      };
    });
}

if (!existsSync(reports) || !existsSync(list)) {
  console.error(
    `No annotated reports in ${reports} or no list of systems at ${list}: set REPORTS_DIR and SYSTEMS_LIST. Nothing was measured.`,
  );
  process.exit(2);
}
const coverage = coverageOf(catalogue, figuresIn(reports), systemsIn(list));
const page = coveragePage(coverage);
if (process.argv.includes('--write')) writeFileSync('docs/indicator-coverage.md', page);
console.log(page);
