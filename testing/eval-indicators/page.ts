// The coverage as a page: shares, what is tied by likeness only, and what is not tied at all.
import { readingText } from '#kernel/declare/indicator-names.ts';
import type { Coverage, Outcome, Tied } from './coverage.ts';

const outcomes: readonly (readonly [Outcome, string])[] = [
  ['sure', 'name or alias says the indicator'],
  ['likely', 'name holds the name of an indicator beside other words: a person confirms'],
  ['rule', 'number within a rule (threshold, rate of subsidy): a parameter, no indicator'],
  ['list', 'how many things a list names: no indicator'],
  ['none', 'not expressed'],
];

const share = (part: number, whole: number): string => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)}%)`;

export function coveragePage({ indicators, figures, systems }: Coverage): string {
  const of = (outcome: Outcome): readonly Tied[] => figures.filter((one) => one.outcome === outcome);
  const reports = [...new Set(figures.map(({ figure }) => figure.id.slice(0, 3)))];
  const rows = outcomes.map(([outcome, says]) => {
    const each = reports.map((report) => of(outcome).filter(({ figure }) => figure.id.startsWith(report)).length);
    return `| ${says} | ${of(outcome).length} | ${each.join(' | ')} |`;
  });
  const likely = of('likely').map(
    ({ figure, meant }) => `| ${figure.id} | ${meant?.indicator.name ?? ''} | ${meant === undefined ? '' : readingText[meant.reading]} |`,
  );
  const none = [...of('none'), ...of('list')].map(
    ({ figure, outcome }) => `| ${figure.id} | ${figure.kind} | ${outcome === 'list' ? 'list' : ''} |`,
  );
  const by = (how: string) => systems.filter((one) => one.by === how);
  return `<!-- Written by \`npm run eval:indicators -- --write\`; the annotated reports are kept beside the project. -->
# What the catalogue of indicators expresses

${indicators.reckoned} indicators are reckoned from the work of systems, ${indicators.published} are given as published values. The aliases were
written with these three reports in view, so the shares below say that nothing in them was forgotten, not how other reports would do.

| Figures of the annotated reports | all | ${reports.join(' | ')} |
| --- | --- | ${reports.map(() => '---').join(' | ')} |
${rows.join('\n')}
| all | ${figures.length} | ${reports.map((report) => figures.filter(({ figure }) => figure.id.startsWith(report)).length).join(' | ')} |

Tied: ${share(of('sure').length + of('likely').length, figures.length)}; by name or alias alone: ${share(of('sure').length, figures.length)}.

Systems that publish numbers: ${systems.length}. By their annotated figures: ${by('figures').length}; by the name of the system: ${by('name').length};
by indicators named for them: ${by('said').length}; with a reason why there is none: ${by('reason').length}; neither: ${
    by('none')
      .map(({ system }) => system.number)
      .join(', ') || 'none'
  }. Where only the name of the system was looked at, the figures of
its report have no names in the annotation; a number that repeats a target, counts counties or counts the items of a plan has no indicator of its own.

## Which system feeds which indicator

| System | 名称 | Tied by | 指标 | 说明 |
| --- | --- | --- | --- | --- |
${systems.map(({ system, by, indicators: names, why }) => `| ${system.number} | ${system.name} | ${by} | ${names.join('、') || '—'} | ${why ?? ''} |`).join('\n')}

## Tied by likeness

| Figure | Indicator | Reading |
| --- | --- | --- |
${likely.join('\n')}

## Not tied

| Figure | Kind | Counts a list |
| --- | --- | --- |
${none.join('\n')}
`;
}
