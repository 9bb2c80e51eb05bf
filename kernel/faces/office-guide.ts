// The officers' guide of a programme: at each stage who acts and by when, what each move records and leads to, what a call may set, and what follows by itself.
import { type Citation, citationText } from '../declare/citation.ts';
import { callParameters, type Dossier } from '../declare/dossier.ts';
import { officeName } from '../declare/office.ts';
import type { CallParameter } from '../declare/parameter.ts';
import type { Programme } from '../declare/programme.ts';
import { spotCheckBasis } from '../declare/spot-check.ts';
import { kindOf, type Stage } from '../stages/kinds.ts';
import type { Move } from '../stages/stage.ts';
import { lineageOf } from './lineage.ts';

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...heads), row(...heads.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');
const offices = (by: readonly Parameters<typeof officeName>[0][]): string => by.map(officeName).join('、');

function limitOf({ within }: Stage): string {
  if (within === undefined) return '不计时限';
  const more = within.extension === undefined ? '' : `，经批准可延长 ${within.extension} 个工作日`;
  return within.runsOn === true ? `与上一环节合计 ${within.workdays} 个工作日${more}` : `${within.workdays} 个工作日${more}`;
}

const asks = ({ records, gathered }: Move): string => {
  if (gathered !== undefined) return `在“${gathered}”中形成`;
  const labels = Object.values(records.fields).map(({ label, optional }) => (optional === true ? `${label}（选填）` : label));
  return labels.length === 0 ? '不需填写' : labels.join('、');
};

const notes = ({ batch, grave, sealed, consequence }: Move): string =>
  [
    ...(batch === true ? ['可以批量办理'] : []),
    ...(grave === true ? ['须再次确认'] : []),
    ...(sealed === true ? ['拆封前对办理部门保密'] : []),
    ...(consequence === undefined ? [] : [consequence]),
  ].join('；');

function stageGuide(stage: Stage, no: number): string {
  const kind = kindOf(stage);
  const moves = kind.moves(stage).map((move) => [move.label, offices(move.by), asks(move), notes(move) || '—']);
  const self = kind.onEntry === undefined ? [] : ['- 进入本环节时由系统自动办理。'];
  const head = `#### ${no}. ${stage.name}\n\n- 由 ${offices(stage.by)} 办理；时限：${limitOf(stage)}。`;
  return `${[head, ...self].join('\n')}\n\n${table(['办理', '由谁', '填写', '说明'], moves)}`;
}

function parametersGuide(parameters: readonly CallParameter[], day: string): string {
  if (parameters.length === 0) return '';
  const cited = (citation: Citation): string => citationText(citation);
  const rows = parameters.map((one) => [
    one.label,
    `${one.defaultOn(day)}${one.kind === 'integer' ? (one.unit ?? '') : ''}`,
    [one.min, one.max].every((bound) => bound === undefined) ? '—' : `${one.min ?? ''} 至 ${one.max ?? ''}`,
    cited(one.cites),
  ]);
  return `\n\n### 批次可以设定的参数（${day} 的默认值）\n\n${table(['参数', '默认', '范围', '依据'], rows)}`;
}

function special({ about, barsAffiliates, winners, holder }: Dossier): string {
  const said = [
    ...(about === undefined ? [] : ['针对已发布的榜单申请，随榜单开放和截止，截止后统一拆封。']),
    ...(barsAffiliates === undefined ? [] : ['申请人与发布单位有关联关系的，系统拦截。']),
    ...(winners === undefined ? [] : ['同一榜单的入选数受批次参数限制，超过的系统拒绝。']),
    ...(holder === undefined ? [] : ['申请当日须持有规定的资质。']),
  ];
  return said.length === 0 ? '' : `\n\n${said.map((line) => `- ${line}`).join('\n')}`;
}

function dossierGuide(dossier: Dossier, all: readonly Dossier[], day: string): string {
  const stages = dossier.stages.map((stage, i) => stageGuide(stage, i + 1)).join('\n\n');
  return `## ${dossier.name}${special(dossier)}\n\n### 逐个环节\n\n${stages}${parametersGuide(callParameters(all, dossier), day)}\n`;
}

/** Counter items are of one shape: the first stands for all. */
function shownDossiers({ dossiers }: Programme): readonly Dossier[] {
  const [item] = dossiers.filter(({ service }) => service !== undefined);
  return dossiers.filter((dossier) => dossier.service === undefined || dossier === item);
}

function afterwards(programme: Programme): string {
  const { obligations = [], spotCheck } = programme;
  const lines = [
    '- 补正：退回后申请人在期限内补正，办理时限暂停；逾期未补正的按撤回处理。',
    '- 期限：按工作日计算，扣除法定节假日；临近和超过期限的在“今日”中提示。',
    ...(obligations.length === 0 ? [] : ['- 资金：签订、里程碑验收、终止等办理时，系统同时登记资金承诺、到期、放弃或追回，无须另行录入。']),
    ...(spotCheck === undefined
      ? []
      : [
          `- 抽查：对取得“${spotCheck.title.name}”的单位每年按不低于 ${Number(spotCheck.least) * 100}% 抽查（${spotCheckBasis(spotCheck)}），在“抽查”中抽取和登记。`,
        ]),
  ];
  return `## 共同规则\n\n${lines.join('\n')}\n`;
}

/** Markdown in Chinese; parameters show what holds on `day` where a call sets nothing. */
export function officeGuide(programme: Programme, day: string): string {
  const counted = lineageOf(programme).map((line) => [line.name, line.sources.join('、') || '—']);
  const figures = counted.length === 0 ? '' : `\n## 办理后自动计入的指标\n\n${table(['指标', '由什么记入'], counted)}\n`;
  const dossiers = shownDossiers(programme).map((dossier) => dossierGuide(dossier, programme.dossiers, day));
  return `# ${programme.name}：办理指南\n\n依据：${programme.basis.map(citationText).join('、')}。\n\n${dossiers.join('\n')}\n${afterwards(programme)}${figures}`;
}
