// Names thresholds: the mark that selects what is counted, and the ceiling of a support.
import { ceilingName } from './ceiling-names.ts';
import type { Frame } from './frames.ts';
import { briefRd, headAndPredicate, isLightVerb, nameIn, trimmed } from './phrases.ts';
import type { References } from './references.ts';
import { type Named, subjectOf } from './subjects.ts';

const SELECTED = /^的?((?:无|有|未|没有)[一-龥]{2,8}?)(?=的|企业|、|$)/;
const MARK =
  /(?:(?:年度?|主营|主营业务|营业|销售|业务|产品)*(?:收入|营收|销售额)|研发费用|研发投入|投资额?|注册资本|产值|税收|成交额|合同金?额|交易额|贷款额?|年龄|资产|人数)(?:达到|达|在|为|超过)?$/;

const VERBAL = /^(?:推进|引导|加大|强化|抓|聚焦|聚力|紧盯|建强|提升|重点|倍增|激发)|行动$|情况|结构|口径|条款|分布|安排/;

/** 单个项目资助不超过项目总投入的30%, 企业自筹比例不低于70%: how much of it there may or must be. */
const CAPPED = /^[，、且并]*(.{2,14}?)(?:最高)?(不超过|不高于|不得超过|不低于|不少于|不得少于|不得低于)[^，。；\d]{0,14}$/;
function cappedShare(what: string, floor: boolean, frame: Frame, references: References): Named {
  const scheme = /揭榜挂帅/.exec(frame.before + references.topic + references.holder)?.[0] ?? '';
  const name = `${what.includes(scheme) ? '' : scheme}${what.replace(/比例$/, '')}比例${floor ? '下限' : '上限'}`;
  return { name, subject: subjectOf(name, name), own: true };
}

/** A threshold is named by what it is set on; a ceiling of support by the support. */
export function thresholdName(frame: Frame, references: References): Named {
  const capped = frame.amount.unit?.class === 'percent' ? CAPPED.exec(frame.left + frame.bounding) : null;
  if (capped) return cappedShare(nameIn(capped[1] ?? ''), /不低|不少/.test(capped[2] ?? ''), frame, references);
  if (frame.amount.bound === 'at_most') return ceilingName(frame, references);
  const left = trimmed(frame.left);
  const own = MARK.exec(left)?.[0];
  // 完成10万元以上科技成果转化1项: the mark is set on what follows.
  const following = own === undefined && isLightVerb(left) ? headAndPredicate(frame.after.replace(/^的/, '')).head : '';
  if (following.length >= 4) return { name: `${following}门槛`, subject: subjectOf(following, following), own: true };
  // 收入1亿元以上无研发活动、5亿元以上无机构: the second mark is set on the same thing.
  const marked =
    own ??
    (left.length >= 4 && !/^(?:无|有|未|没)/.test(left) ? left : undefined) ??
    references.subject?.core.replace(/^.*(?=营业收入|收入)/, '') ??
    '';
  const purpose =
    references.topic.length >= 4 && references.topic.length <= 10 && !VERBAL.test(references.topic) && !marked.includes(references.topic)
      ? references.topic
      : '';
  const selected = SELECTED.exec(frame.after)?.[1] ?? '';
  return { name: `${selected || purpose}${briefRd(marked)}门槛`, subject: subjectOf(marked, marked), own: own !== undefined };
}
