// Works out what each column of a table says of its rows: of what, what sort of figure, of which year, in which unit, done or aimed at.
import type { ReportContext } from './context.ts';
import { isGeneric } from './dependent-words.ts';
import { indicatorNamed, indicatorWithin } from './lexicon/indicators.ts';
import { unitAt } from './lexicon/units.ts';
import { multiplierAt } from './numerals.ts';
import { isPlace } from './places.ts';
import type { Kind, Measure, Status } from './reading.ts';
import { aboutOf, inFullWords } from './table-captions.ts';
import type { Heading, Table } from './table-rows.ts';
import { inBrackets, withoutNotes } from './table-titles.ts';
import { partIn } from './year-parts.ts';

export type Column = {
  readonly title: string;
  /** What is counted in it: of a growth, share or rank without words of its own that of the level column before it. */
  readonly owner: string;
  readonly kind: Kind;
  readonly measure: Measure;
  readonly status: Status;
  readonly year: string | null;
  readonly unit: string;
  readonly counts: boolean;
  /** The title says how or when and not of what: that the row does, or the columns before. */
  readonly plain: boolean;
  /** What its title stands under with others. */
  readonly group: string;
};

/** A column without a title. */
export const NO_COLUMN: Omit<Column, 'year'> = {
  title: '',
  owner: '',
  kind: 'level',
  measure: 'flow',
  status: 'actual',
  unit: '',
  counts: true,
  plain: true,
  group: '',
};

const SERIAL =
  /^(?:序号|县区|区县|县市区|市县|市州|地市|城市|区域|园区|(?:单位|企业|机构|部门|产品)?名称|(?:单位|部门|企业)|编号|代码|排序|年份|年度|计量单位|(?:主要|考核|具体|统计)?指标(?:名称)?|项目(?:名称)?|类别|备注|地区|各?县市?区?|责任(?:单位|部门|人|科室)|牵头(?:单位|部门))$/;
const PLAIN =
  /^(?:绝对数|绝对值|绝对额|数值|数量|总量|指标值|本年|本期|本月|合计|产量|金额|值|数|全年|累计|本月止累计|期末数|家数|个数|当期|当年|上年|上年同期|去年同期|去年|上期)?$/;
const AIM = /(?:年度|全年|本年|当年|市定|省定|预期|考核)*(?:目标|计划|任务|预期|指标)(?:任务|指标)?(?:数|值|量|额)?(?:分解|下达)?$/;
const DONE = /(?:全年|目前|当前|已|实际|累计)*(?:完成|实际|实绩|达到|实现)(?:数|值|量|额|情况)?$/;
const REACHED =
  /(?:完成|达成|实现)(?:年度|全年)?(?:目标|任务|计划)?的?(?:率|比例|比率|比重|百分比|进度)|完成进度|进度完成率|占(?:年度|全年)?(?:目标|任务|计划)的?(?:比重|比例)|^进度$/;

/** 增长, 占全市比重, 排名: words that say how, not of what. */
const HOW_ONLY =
  /^(?:(?:同比|环比|比上年|较上年|比去年|较去年|年均|上年同期)?(?:同期)?(?:[±+-]|增长|增减|增幅|增速|增长率|增长速度|升降|变化|提高|增减变化)(?:幅度|率|情况|额|量|数)?|同比|环比|比上年|较上年|比上年同期|较同期|占?(?:全[省市县区国])?的?(?:占比|比重|份额)|占全[省市县区国]的?(?:比重|比例|份额)?|(?:在?全[省市县区国])?(?:增[速幅]|总量)?(?:排名|位次|名次|排位|排序)(?:变化)?)$/;
function sortOf(title: string): { kind: Kind; measure: Measure; status: Status } {
  if (REACHED.test(title)) return { kind: 'ratio', measure: 'rate', status: 'actual' };
  if (/目标|计划(?!项目|专项)|任务|预期/.test(title) && !/完成|实际|达到|实现/.test(title))
    return { kind: 'target', measure: 'flow', status: 'target' };
  if (/排名|位次|名次|排位/.test(title)) return { kind: 'rank', measure: 'rank', status: 'actual' };
  if (/增长|增速|增幅|同比|环比|比上年|较上年|±|升降/.test(title)) return { kind: 'yoy_growth', measure: 'rate', status: 'actual' };
  if (/占比|比重|占全/.test(title)) return { kind: 'share', measure: 'share', status: 'actual' };
  if (/率$|率[(（]|强度/.test(title)) return { kind: 'ratio', measure: 'rate', status: 'actual' };
  return { kind: 'level', measure: 'flow', status: /预计|预测/.test(title) ? 'estimate' : 'actual' };
}

/** The words count something: they are no sum, no aim, no place and no way of telling. */
export const isThing = (words: string): boolean =>
  !PLAIN.test(words) &&
  !HOW_ONLY.test(words) &&
  !SERIAL.test(words) &&
  !isPlace(words) &&
  words.replace(AIM, '') !== '' &&
  words.replace(DONE, '') !== '' &&
  !/^(?:全[省市县区国]|规模|本[年月季]|累计|当[年月季])/.test(words);

/** 亿元, 万件, %: a unit standing alone, with its multiplier. */
export function unitNamed(text: string): { powers: number; base: string; percent: boolean } | null {
  const multiplier = multiplierAt(text, 0);
  const unit = unitAt(text, multiplier.end) ?? unitAt(text, 0);
  if (!unit || unit.class === 'duration') return null;
  const powers = unitAt(text, multiplier.end) ? multiplier.powers : 0;
  return { powers: powers + unit.powers, base: unit.base, percent: unit.class === 'percent' };
}

/** The units that the caption gives to all that has none: 单位：万元; 单位：项、亿元. */
export function unitsOfCaption(caption: string): string[] {
  const told =
    /(?:计量)?单位[:：]?((?:[^\s()（）、，,。/]{1,5})(?:[、，,/](?:%|％|个百分点|[^\s()（）、，,。/]{1,4}))*)(?=$|[)）\n])/m.exec(
      caption,
    )?.[1] ?? '';
  const units = told.split(/[、，,/]/);
  return unitNamed(units[0] ?? '') ? units : [];
}

const OF_MONEY = /额|经费|资金|投入|收入|产值|投资|支出|价值|利润|税/;
const isMoney = (unit: string): boolean => unit.endsWith('元');

/** Of several units a column of money has the one of money, another the first of another sort. */
export function unitFor({ title, owner }: Pick<Column, 'title' | 'owner'>, units: readonly string[]): string {
  if (units.length < 2) return units[0] ?? '';
  const wanted = OF_MONEY.test(title || owner);
  return units.find((unit) => isMoney(unit) === wanted && !/[%％]|百分点/.test(unit)) ?? units[0] ?? '';
}

/** 合同数 under 吸纳技术合同 is 吸纳技术合同数. */
function within(about: string, title: string): string {
  if (about === '' || about.includes(title)) return about.includes(title) && title !== '' ? title : about;
  for (let shared = Math.min(about.length, title.length); shared > 0; shared--)
    if (about.endsWith(title.slice(0, shared))) return about + title.slice(shared);
  return about + title;
}

/** A title that names nothing alone takes what the table is about. */
const named = (title: string, about: string): string =>
  about !== '' && !indicatorNamed(title) && (PLAIN.test(title) || isGeneric(title) || title.length <= 3) ? within(about, title) : title;

/** 投入强度 beside R&D经费 is that of R&D. */
const strengthOf = (title: string, spent: string, caption: string): string =>
  /^(?:经费)?(?:投入)?强度$/.test(title) && indicatorWithin(spent)?.id === 'rd-expenditure'
    ? inFullWords('R&D经费投入强度', caption)
    : title;

/** The columns of a table, each in the light of those before it. */
export function columnsOf(table: Table, context: ReportContext): Column[] {
  const known = context.clock.year;
  const about = aboutOf(table.caption);
  const years = table.header.flatMap(({ title }) => (/目标|计划|任务|预期/.test(title) ? [] : (title.match(/(?:19|20)\d\d(?=年)/g) ?? [])));
  const latest = years.length > 0 ? String(Math.max(...years.map(Number))) : null;
  const captionYear = /((?:19|20)\d\d)年/.exec(table.caption)?.[1] ?? null;
  let owner = '';
  let group = '';
  return table.header.map((heading: Heading) => {
    const { title: written } = heading;
    if (heading.group !== group) owner = named(withoutNotes(heading.group), about);
    group = heading.group;
    const sorted = sortOf(written);
    const title = strengthOf(inFullWords(withoutNotes(written), table.caption), owner || about, table.caption);
    const how = HOW_ONLY.test(title) || REACHED.test(title);
    const thing = sorted.kind === 'target' ? title.replace(AIM, '') : title.replace(DONE, '');
    const own = how ? '' : named(PLAIN.test(thing) ? '' : thing, heading.group === '' ? about : named(withoutNotes(heading.group), about));
    const names = own !== '' && !SERIAL.test(title);
    if (names && !PLAIN.test(thing) && (sorted.kind === 'level' || sorted.kind === 'target')) owner = own;
    const year = /((?:19|20)\d\d)/.exec(written)?.[1];
    const before = /上年|去年|上期/.test(written) && !/比上年|较上年|比去年|较去年/.test(written);
    const base = latest ?? captionYear ?? (known === null ? null : String(known));
    const ofText = captionYear === null && known !== null && base === String(known) ? context.clock.part : '';
    // An aim is of the whole year, unless its title says otherwise.
    const part = partIn(written) || (year || sorted.kind === 'target' ? '' : partIn(table.caption) || ofText);
    return {
      title,
      owner: (how || PLAIN.test(thing) ? owner : '') || own || (how ? about : ''),
      ...sorted,
      year: (year && year + part) ?? (base === null ? null : before && latest === null ? String(Number(base) - 1) : base + part),
      unit: unitNamed(inBrackets(written)) ? inBrackets(written) : '',
      counts: !SERIAL.test(title) || (title === '' && heading.group !== ''),
      plain: how || PLAIN.test(thing),
      group: withoutNotes(heading.group),
    };
  });
}
