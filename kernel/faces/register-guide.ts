// The guide of a register: what is kept, who sees it, how long a row holds, how a sheet is matched, what is counted and what is public.
import { citationText } from '../declare/citation.ts';
import { isInForce, type Register, stateKey } from '../declare/register.ts';
import { formGuide } from './form-guide.ts';
import { lineageOf } from './lineage.ts';

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...heads), row(...heads.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

const labels = (register: Register, keys: readonly string[]): string =>
  keys.map((key) => register.form.fields[key]?.label ?? key).join('、');

function rules(register: Register): string {
  const { region, validity, publicFields, matchBy, party, states, seenBy } = register;
  const isOrganisation = (key: string) => register.form.fields[key]?.kind === 'organisation';
  const match = matchBy.map((key) =>
    isOrganisation(key) ? `${labels(register, [key])}（先按统一社会信用代码，再按名称）` : labels(register, [key]),
  );
  const said = [
    `每条登记一${register.counter === '条' ? '项' : register.counter}，状态有：${states.map((state) => state.name).join('、')}；计为有效的是：${states
      .filter((state) => isInForce(register, state.code))
      .map((state) => state.name)
      .join('、')}。`,
    region === undefined ? '由市局管理；县区可以查看，不能修改。' : `县区只能查看和维护“${labels(register, [region])}”为本县区的记录。`,
    seenBy === undefined ? undefined : '只对有专门权限的人员开放，查看会写入审计记录。',
    validity === undefined
      ? undefined
      : `自“${labels(register, [validity.from])}”起有效，至“${labels(register, [validity.until])}”止；到期前 ${validity.soonDays ?? 90} 天提示。`,
    `Excel 导入时依次按${match.join('、')}找到已有的记录，找不到的新增。`,
    party === undefined ? undefined : `“${labels(register, [party])}”按统一社会信用代码、再按名称与主体名录对应。`,
    publicFields === undefined ? '不对外公开。' : `有效的记录对外公开：${labels(register, publicFields)}。`,
  ];
  return said
    .filter((line) => line !== undefined)
    .map((line) => `- ${line}`)
    .join('\n');
}

/** Markdown in Chinese. */
export function registerGuide(register: Register): string {
  const basis = register.basis.map((citation) => `- ${citationText(citation)}`).join('\n');
  const { yearly } = register;
  const years = yearly === undefined ? '' : `\n## ${yearly.name}（每年一份）\n\n${formGuide(yearly.form)}`;
  const indicators = lineageOf(register).map((line) => [line.name, line.measureName, line.sources.length === 0 ? '—' : register.name]);
  const counted = indicators.length === 0 ? '' : `\n## 计入的指标\n\n${table(['指标', '取自', '由什么记入'], indicators)}\n`;
  const shown = Object.entries(register.form.fields).filter(([key, field]) => field.filter === true || key === stateKey);
  const filters = `可按${shown.map(([, field]) => field.label).join('、')}筛选。`;
  return `# ${register.name}\n\n## 依据\n\n${basis}\n\n## 怎样管理\n\n${rules(register)}\n- ${filters}\n\n## 登记内容\n\n${formGuide(register.form)}${years}${counted}`;
}
