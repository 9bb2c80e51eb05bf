// Names the sums, rates and multiples of a rule that supports: 对首次认定的企业奖励10万元, 研发费用20%的补助, 加计1倍的后补助.
import { GIVEN } from './dependent-words.ts';
import type { Frame } from './frames.ts';
import { listedThings } from './listed-things.ts';
import { levelName } from './names.ts';
import { headAndPredicate, nameIn } from './phrases.ts';
import type { References } from './references.ts';
import { type Named, subjectOf } from './subjects.ts';

const MEASURES = /^.*(研发费用|研发投入|研发经费|设备投资|投资额|成交额|贷款|利息|服务费用)/;

/** 对技术转移机构按成交额的1%给予补助: whom it is for, where they are of one kind. */
const RATED_FOR =
  /对(?:于)?(?:[^，。；\d]{2,8}的)?([^，。；的\d]{3,8}(?<!企业|单位|个人|部分|项目)|[^，。；的\d]{2,6}(?:吸纳|输出|服务|转移|小微|初创)企业)，?按/;

/** 按研发投入的5%给予补助 is the rate of a support. */
export function rateOfSupport(frame: Frame, references: References): Named {
  const told = nameIn(frame.left.replace(/^.*(?:按照?|给予|予以|以)/, ''));
  // 对研发费用500万元以上的企业，按新增部分的5%: of what the condition is set on.
  const base = /^(?:新增|增量)部分|^实际(?:发生额|支出)|^投入额/.test(told) ? (MEASURES.exec(frame.before)?.[1] ?? told) : told;
  const whom = RATED_FOR.exec(frame.clause)?.[1];
  const given = /(?:补助|奖励|资助|补贴|贴息)/.exec(frame.after)?.[0];
  if (whom && given && !GIVEN.test(references.topic)) {
    const name = `${whom}${given}比例`;
    return { name, subject: subjectOf(name, name), own: true };
  }
  // （二）研发费用补助。按增量的8%给予补助: the rate of that.
  if (GIVEN.test(references.topic)) {
    const name = `${references.topic}比例`;
    return { name, subject: subjectOf(name, name), own: true };
  }
  const support = /(?:补助|奖励|资助|补贴|支持|配套|优惠|贴息)/.exec(frame.after)?.[0] ?? '';
  if (base === '' && support === '') return levelName(frame, references);
  // 年度实际研发费用20%的补助 is a support of research.
  const what = base.replace(/^(?:年度|当年|实际|上年度?)+/, '').replace(/(?<=.{2})(?:费用|经费|投入|支出|金额)$/, '');
  const name = `${what.replace(/比例$/, '')}${support}比例`;
  return { name, subject: subjectOf(name, name), own: true };
}

/** 给予加计1倍的研发后补助: how many times a support is given. */
export function supportMultiple(frame: Frame, references: References): Named {
  const support = headAndPredicate(frame.after.replace(/^的/, '')).head;
  if (support.length < 2) return levelName(frame, references);
  const name = `${support}${/加计|增加|提高/.exec(frame.left)?.[0] ?? ''}倍数`;
  return { name, subject: subjectOf(name, support), own: true };
}

const GIVES = '奖励|补助|补贴|资助|奖补';
const ENDS = new RegExp(`(?:${GIVES})$`);
const GIVEN_TO = new RegExp(
  `(?:^|[，；])对(?:于)?([^，。；\\d]{3,30}?)(?:的)?[，]?(?:分别|依次|各|每[家个项人户]|一次性|给予|再|另|最高|不超过|按[^，。；\\d]{2,12}?)*(${GIVES})$`,
);

/** 首次认定的高企奖励30万元，重新认定的奖励10万元: the same enterprises. */
const AGAIN = /^[，、]?(重新认定|首次认定|复审通过|整体迁入|新认定)的?(?:再|给予|一次性|最高|不超过)*(奖励|补助|资助)?(?:减半，即)?$/;
const SAME_GIVEN = /(?:高新技术企业|高企|企业|平台|孵化器)/;
export function givenAgain(frame: Frame, lastName: string): Named | null {
  const again =
    frame.amount.unit?.class === 'money'
      ? AGAIN.exec(frame.left === '即' ? frame.silent.slice(-12).replace(/^.*[，；。](?=.*[，；。])/, '') + frame.left : frame.left)
      : null;
  const whom = SAME_GIVEN.exec(lastName)?.[0];
  const gives = again?.[2] ?? /(?:奖励|补助|资助)/.exec(lastName)?.[0];
  if (!again || !whom || !gives) return null;
  const name = `${again[1]}${whom}${gives}${frame.amount.bound === 'at_most' ? '上限' : ''}`;
  return { name, subject: subjectOf(name, name), own: true };
}

/** 对国家级、省级平台分别奖励100万元、20万元: the name of a sum by whom it is given to; null where no rule gives it. */
export function givenByRule(frame: Frame, first: Frame, position: number, size: number): Named | null {
  if (frame.amount.unit?.class !== 'money' || !ENDS.test(first.left)) return null;
  const found = GIVEN_TO.exec(first.before);
  if (!found?.[1] || !found[2]) return null;
  const whom = (size > 1 ? listedThings(found[1], size)?.[position] : undefined) ?? (found[1].length <= 14 ? found[1] : nameIn(found[1]));
  if (whom.length < 2) return null;
  const name = whom + found[2];
  return { name, subject: subjectOf(name, name), own: true };
}
