// Names a part by what marks it, and the grades of one judgement: 开展R&D活动的533家 of 规上工业企业, 优秀7家、良好19家.
import type { Frame } from './frames.ts';
import { asPrefix, type References } from './references.ts';
import { type Named, subjectOf } from './subjects.ts';

const MARKED =
  /(?:^|其中|，|、)(?:已|现|尚)?((?:没?有|无|未|开展|建有|设有|实现|用于|获得|建立|设立)[^，、的]{2,16})的(?:共?有|共|达|为|仅|约)*$/;

/** 规上工业企业1508家，其中开展R&D活动的533家: the mark and the whole. */
export function markedPart(frame: Frame, references: References): Named | null {
  if (!references.fresh) return null;
  const mark = MARKED.exec(frame.left.replace(/\s/g, ''))?.[1];
  if (mark === undefined) return null;
  const whole = references.part
    ? references.sameUnit
      ? references.whole
      : null
    : /[里中]，$/.test(frame.silent)
      ? references.subject
      : null;
  const core = asPrefix(whole?.core ?? '');
  if (whole === null || core.length < 2 || core.includes(mark)) return null;
  const name = `${mark}的${core}`;
  return { name, subject: subjectOf(name, name), own: true };
}

const GRADES = '优秀|良好|合格|基本合格|不合格|较差|优良|达标|不达标|基本达标';
const ONE_GRADE = new RegExp(`^(?:${GRADES})$`);
const ENDS_IN_GRADE = new RegExp(`^(.{3,}?)(?:为|获评|评为)?(?:${GRADES})$`);

/** 实验室评估优秀7家、良好19家: the grades of one judgement. */
export function nextGrade(phrase: string, references: References): Named | null {
  if (!references.likeLast || !ONE_GRADE.test(phrase)) return null;
  const judged = ENDS_IN_GRADE.exec(references.lastName)?.[1];
  if (judged === undefined) return null;
  const name = judged + phrase;
  return { name, subject: subjectOf(name, name), own: true };
}

const WHO = /^(?:具?有)?(?:博士|硕士|研究生|本科|大专|正高级?|副高级?|高级职称|中级职称|女性|全时)[一-龥]{0,6}$/;
const PEOPLE = /(?:人员|科学家|特派员)$/;

/** R&D人员中女性3179人；博士毕业612人: more groups of the same people. */
export function groupOfPeople(phrase: string, frame: Frame, references: References): Named | null {
  if (!/^(?:人|名|位)$/.test(frame.amount.unit?.base ?? '') || !WHO.test(phrase) || PEOPLE.test(phrase)) return null;
  const people = (references.subject?.core ?? '').replace(/^(?:女性|男性|博士毕业|硕士毕业|本科毕业|博士|硕士|本科|全时)(?=.{4})/, '');
  if (!PEOPLE.test(people) || people.length > 10) return null;
  const name = phrase + people;
  return { name, subject: subjectOf(name, name), own: true };
}
