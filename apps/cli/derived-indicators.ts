// The catalogue of indicators as a page: by domain, what each counts, which system feeds it or who publishes it, unit and formula in words.
import { catalogue } from '#catalogue/index.ts';
import type { Indicator } from '#kernel/declare/indicator.ts';
import { type PublishedIndicator, timingText } from '#kernel/declare/published-indicator.ts';
import { domains } from '#kernel/declare/system.ts';
import { formulaText } from '#modules/figures/contract.ts';

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const head = ['指标', '单位', '含义', '公式', '来源', '年度口径'];

const common = ({ name, unit, definition, formula }: Indicator): readonly string[] => [
  name,
  unit,
  definition,
  formulaText(formula, catalogue),
];

function givenRow(indicator: PublishedIndicator): string {
  const { publisher, timing, calibre } = indicator;
  return row([...common(indicator), `公布：${publisher}`, [timingText[timing], calibre ?? ''].filter((text) => text !== '').join('；')]);
}

export function indicatorsPage(): string {
  const sections = Object.entries(domains).map(([domain, name]) => {
    const fed = [...catalogue.systems, ...catalogue.shared]
      .filter((system) => system.domain === domain)
      .flatMap((system) => (system.indicators ?? []).map((indicator) => row([...common(indicator), `台账：${system.name}`, '实时'])));
    const given = [...catalogue.published.values()].filter((indicator) => indicator.domain === domain).map(givenRow);
    return `## ${name}\n\n${[row(head), row(head.map(() => '---')), ...fed, ...given].join('\n')}\n`;
  });
  return `<!-- Derived by \`npm run derive\` from catalogue/. -->
# 指标目录

共 ${catalogue.indicators.size + catalogue.published.size} 项：${catalogue.indicators.size} 项由业务台账生成，${catalogue.published.size} 项登记公布的数。
增速、净增、占比、位次、百分点变化是指标的读法，不另立指标。

${sections.join('\n')}`;
}
