// Names the most that a rule gives: by whom it is given to, for each of them, under which scheme.
import type { Frame } from './frames.ts';
import { withoutDates } from './phrases.ts';
import type { References } from './references.ts';
import { type Named, subjectOf } from './subjects.ts';

const SUPPORT = /(?:后补助|补贴|补助|奖励|资助|支持|贷款|贴息|授信|额度|配套|奖补|扶持)/;
/** 单个企业每年最高, 每项不超过, 单户: the most for each of them. */
const FOR_EACH = /(?:单[个家户项笔]|每[个家户项笔])(?:企业|项目|机构|单位|平台)?/;
/** 对首次认定的企业最高奖励, 整体迁入的高企奖励不高于: whom it is given to, in its own clause. */
const TO_WHOM =
  /^[、，]?(?:市|县|区|省)?(?:级?财政)?(?:对|给予)?(?:于)?([^，、对]{4,20}?)(?:的)?(?:最高|再|一次性|分别|给予|予以|奖励|补助|补贴|资助|支持)/;
/** 对技术转移机构按…给予补助，单个机构: the same more clearly. */
const GIVEN_TO = /对(?:于)?([^，。；:：对]{2,14}?)(?:，)?(?:按|给予|予以)/g;
/** 出台《某某创新券管理办法》, 实施“揭榜挂帅”: the scheme by which it is given. */
const SCHEME = /《[^》]{0,16}?((?:科技)?创新券|揭榜挂帅|[一-龥]{2}(?:保险|贷))[^》]*》|“([^“”]{1,6}(?:券|贷|保|险|挂帅|通))”/g;
const OF_SCHEME = /(?:券|贷|保险|挂帅|奖补|补助|补贴)$/;
const SPENT_ON = /研发费用增量|研发费用|研发投入|研发经费|设备投资|贷款利息/g;

/** The scheme that the sentence names, else what was set up before, else what it is reckoned by. */
function schemeOf(frame: Frame, { topic, holder, about }: References): string {
  const named = [...frame.before.matchAll(SCHEME)].at(-1);
  const said = named?.[1] ?? named?.[2] ?? [topic, holder, about].find((one) => OF_SCHEME.test(one));
  return said ?? frame.before.match(SPENT_ON)?.at(-1) ?? '';
}

/** 单个企业最高不超过30万元: the ceiling of a support, or of a share of it. */
export function ceilingName(frame: Frame, references: References): Named {
  const support = SUPPORT.exec(frame.after + frame.clause)?.[0] ?? frame.before.slice(-40).match(new RegExp(SUPPORT, 'g'))?.at(-1) ?? '';
  const measure = frame.amount.unit?.class === 'percent' ? '比例上限' : '上限';
  const each = FOR_EACH.exec(frame.clause)?.[0] ?? '';
  const told = each === '' ? (TO_WHOM.exec(frame.clause.slice(-40))?.[1] ?? '') : '';
  const whom = /\d/.test(told) ? '' : withoutDates(told).replace(/^其中/, '');
  const scheme = whom === '' ? schemeOf(frame, references) : '';
  const noun = each.slice(2);
  const given = noun === '' ? undefined : [...frame.before.matchAll(GIVEN_TO)].findLast(([, one = '']) => one.endsWith(noun))?.[1];
  const clearly = given && given.length <= 10 ? each.slice(0, 2) + given : each;
  // （二）研发费用补助。每家最高: the point has said what is given.
  const titled = scheme !== '' && scheme.endsWith(support);
  const name = (whom || scheme + (titled && noun === '' ? '' : clearly)) + (titled ? '' : support) + measure;
  return { name, subject: subjectOf(name, name), own: support !== '' };
}
