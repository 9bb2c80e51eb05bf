// Names the parts of a proportion and the instalments of what is given out.
import type { Frame } from './frames.ts';
import { levelName } from './names.ts';
import { basis, type References } from './references.ts';
import { type Named, subjectOf } from './subjects.ts';

const SECTORS = ['第一产业', '第二产业', '第三产业'];

/** The parts of 8.2:40.5:51.3, named by place. */
export function partName(frame: Frame, position: number, references: References): Named {
  if (/产业/.test(frame.before.slice(-60))) {
    const name = `${SECTORS[position % 3] ?? ''}占生产总值比重`;
    return { name, subject: subjectOf(name, name), own: true };
  }
  return levelName(frame, references);
}

/** 分两批: the number of instalments of what is spoken of. */
export function instalmentName(frame: Frame, references: References): Named {
  const base = basis(references);
  // 分两批下达了专项资金: what was given out in instalments is named behind.
  const given =
    /^(?:集中|陆续|组织|分别)?(下达|发放|拨付|兑现|安排|公布|发布)了?.*?([一-龥]{2}(?:资金|经费|项目|计划|名单))/.exec(frame.after) ??
    /^(?:组织)?(推荐|申报|认定|评选|征集|遴选|备案|立项)了?([一-龥]{3,12}?)$/.exec(frame.after);
  return {
    name: `${given ? given[2] + (given[1] ?? '') : base}${frame.amount.unit?.base.charAt(0) === '批' ? '批次' : '次数'}`,
    subject: references.subject ?? subjectOf(base, base),
    own: false,
  };
}
