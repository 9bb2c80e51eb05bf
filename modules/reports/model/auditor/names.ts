// Tells whether two figures count the same thing, by their names without place, ending and verbs of change.

const PLACES = /全国|我国|国内|全省|我省|全自治区|全市|我市|本市|全县|我县|本县|全区|我区|本区/g;
const NOISE = /[\s()（）“”"'‘’《》、，·/&]/g;
const DATES = /(?:19|20)(?:\d\d|[xX×]{2})年?度?|截至目前|截至|目前|今年|全年|当年|本年|上半年|累计|共有|预计|力争/g;
const ENDINGS =
  /(?:变化|增速|增长率|增幅|占比|占全[国省市县区]比重|占.{0,14}比重|排名|位次|与.{1,8}之差|总数|总量|目标值?|任务|完成数?|总金额|金额|总额|数量|规模|指标|数|量|额)+$/;
const LEADS = /^(?:除|其中|新增|净增|新|完成|实现|达到|达|其|共)+/;

/** The thing itself. */
export function coreOf(indicator: string): string {
  let core = indicator.replace(NOISE, '').replace(DATES, '').replace(PLACES, '');
  core = core.replace(ENDINGS, '').replace(LEADS, '').replace('高企', '高新技术企业');
  return core === '' ? indicator.replace(NOISE, '') : core;
}

const bagOf = (name: string): string => [...name].sort().join('');

/** same: no doubt; like: one is the other with more words. */
export type Likeness = 'same' | 'like' | 'other';

/** Said of too many things. */
const VAGUE = /^(?:企业|项目|活动|人才|平台|单位|机构|资金|成果|产业|指标|任务|工作|专利|其余|合计|小计)*$/;

export function likeness(a: string, b: string): Likeness {
  if (a === '' || b === '' || VAGUE.test(a) || VAGUE.test(b)) return 'other';
  if (a === b || (a.length === b.length && bagOf(a) === bagOf(b))) return 'same';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // The head of a Chinese name stands last: 向科技部报备 is a 报备, but a 技术合同交易额 is no 技术合同.
  return short.length >= 2 && long.endsWith(short) ? 'like' : 'other';
}
