// The public guide of a programme: what it is, who may apply under which article, what is asked, and how it is decided.
import { citationText } from '../declare/citation.ts';
import type { Dossier } from '../declare/dossier.ts';
import { conditionsOf } from '../declare/holding.ts';
import { officeName } from '../declare/office.ts';
import type { Programme } from '../declare/programme.ts';
import { itemTypes, limitOf, type ServiceItem } from '../declare/service-item.ts';
import type { Title } from '../declare/title.ts';
import { kindOf } from '../stages/kinds.ts';
import { formGuide } from './form-guide.ts';
import { lineageOf } from './lineage.ts';

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...heads), row(...heads.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

function conditions(dossier: Dossier, day: string): string {
  const all = conditionsOf(dossier, { day });
  if (all.length === 0) return '没有须逐条核对的条件。';
  return table(
    ['序号', '条件', '依据'],
    all.map(({ says, cites }, i) => [String(i + 1), says, citationText(cites)]),
  );
}

function stages(dossier: Dossier): string {
  return table(
    ['环节', '由谁办理', '时限', '可以怎样办理'],
    dossier.stages.map((stage) => [
      stage.name,
      stage.by.map(officeName).join('、'),
      stage.within === undefined ? '' : `${stage.within.workdays} 个工作日`,
      kindOf(stage)
        .moves(stage)
        .map((move) => move.label)
        .join('、'),
    ]),
  );
}

const validity = (title: Title): string =>
  title.validity === null
    ? '长期'
    : title.validity === 'year-end'
      ? '当年 12 月 31 日止'
      : title.validity % 12 === 0
        ? `${title.validity / 12} 年`
        : `${title.validity} 个月`;

/** Items at a counter are of one shape: a line each tells all that differs. */
function serviceTable(items: readonly ServiceItem[]): string {
  const lines = items.map((item) => [
    item.name,
    itemTypes[item.type],
    item.object.join('、'),
    item.division,
    `${item.legalLimit}（${limitOf(item).basis}）`,
    String(item.promise),
    String(item.visits),
    item.materials.map((material) => `${material.name}${material.isShared ? '（免提交）' : ''}`).join('、'),
    item.result,
    item.basis.map(citationText).join('、'),
    item.code,
  ]);
  const heads = ['事项', '类型', '申请人', '承办处室', '规定时限（依据）', '承诺时限', '到场次数', '材料', '结果', '依据', '编码'];
  return `## 事项（${items.length} 项）\n\n${table(heads, lines)}`;
}

/** Markdown in Chinese; conditions are those in force on `day`. */
export function programmeGuide(programme: Programme, day: string): string {
  const basis = programme.basis.map((citation) => `- ${citationText(citation)}`).join('\n');
  const items = programme.dossiers.flatMap(({ service }) => (service === undefined ? [] : [service]));
  const [counter] = programme.dossiers.filter(({ service }) => service !== undefined);
  const dossiers = programme.dossiers
    .filter(({ service }) => service === undefined)
    .map(
      (dossier) =>
        `## ${dossier.name}\n\n### 申请条件（${day} 现行）\n\n${conditions(dossier, day)}\n\n### 办理环节\n\n${stages(dossier)}\n\n${formGuide(dossier.form)}`,
    )
    .join('\n');
  const served = counter === undefined ? '' : `${serviceTable(items)}\n\n## 办理环节（以${counter.name}为例）\n\n${stages(counter)}\n`;
  const titles = (programme.titles ?? []).map((title) => [title.name, validity(title)] as const);
  const granted = titles.length === 0 ? '' : `\n## 取得的资质\n\n${table(['资质', '有效期'], titles)}\n`;
  const indicators = lineageOf(programme).map((line) => [line.name, line.measureName, line.sources.join('、') || '—']);
  const counted = indicators.length === 0 ? '' : `\n## 计入的指标\n\n${table(['指标', '取自', '由什么记入'], indicators)}\n`;
  return `# ${programme.name}\n\n## 依据\n\n${basis}\n\n${dossiers}${served}${granted}${counted}`;
}
