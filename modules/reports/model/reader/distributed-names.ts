// Names the members of a distribution by what was counted: 从产业分布看，电子信息152家 are 电子信息 among the enterprises of the sentence before.
import type { Frame } from './frames.ts';
import { indicatorWithin } from './lexicon/indicators.ts';
import { nameIn } from './phrases.ts';
import { isPlace, isTown } from './places.ts';
import { asPrefix, type References } from './references.ts';
import { type Named, subjectOf } from './subjects.ts';

const SEEN_BY = /^\s*(?:从|按|分)(?:重点|主要|技术|所属)?(?:产业|行业|领域|专业|学科|门类)[^，。；:：\d]{0,6}(?:看|分|划分|统计)[，:：]/;
/** 从产业分布看 tells how a thing is looked at and is none itself. */
export const seenByField = (silent: string): boolean => SEEN_BY.test(silent);
const AMONG = /^\s*(?:其中，)?([一-龥]{4,12})[里中]，/;
/** 授权超过50件的申请人有3个：: the measure of the mark is told of each behind the colon. */
const MARKED =
  /^\s*([一-龥]{4,14}?)(?:超过?|达到?|突破|在|不足|低于)[\d.,]+([万亿]?[一-龥]{1,2}|%)(?:以上|以下)?的[一-龥]{2,6}(?:共|仅)?有?[\d两一二三四五六七八九十]{1,3}[个家所名](?:[:：]|，(?:分别|依次)?[为是即有])/;

/** What a measure word counts: 家 are enterprises, 件 are patents. */
const COUNTED_IN: Record<string, RegExp> = {
  家: /(?:企业|高企|公司|机构|单位|平台)$/,
  个: /(?:企业|高企|公司|机构|单位|平台|项目|中心)$/,
  项: /(?:项目|课题|合同|成果|专利|技术)$/,
  件: /(?:专利|专利申请|授权|商标)$/,
  人: /(?:人员|人才|专家|特派员)$/,
  名: /(?:人员|人才|专家|特派员)$/,
  元: /(?:成交额|产值|收入|经费|支出|投入|增加值|投资)$/,
};

/** The name of one field, kind or holder of a distribution; null where none is told. */
export function distributed(phrase: string, frame: Frame, references: References): Named | null {
  const member = phrase.replace(/(?:领跑|居首|领先|最多|为)+$/, '');
  if (!/^[一-龥]{2,10}$/.test(member) || indicatorWithin(member) || isPlace(member) || isTown(member)) return null;
  const unit = frame.amount.unit?.base ?? '';
  const marked = MARKED.exec(frame.before);
  if (marked?.[2]?.endsWith(unit)) {
    const measure = nameIn(marked[1] ?? '');
    return measure.length < 4 ? null : { name: member + measure, subject: subjectOf(measure, measure), own: false };
  }
  const among = AMONG.exec(frame.before)?.[1];
  const whole = among ?? (SEEN_BY.test(frame.before) ? asPrefix(references.subject?.core ?? '') : '');
  if (whole.length < 3 || COUNTED_IN[unit]?.test(whole) !== true || COUNTED_IN[unit]?.test(member)) return null;
  // Behind it the whole is spoken of again, and a share is that of the member.
  const name = member + whole;
  return { name, subject: { ...subjectOf(name, whole), stem: name }, own: false };
}
