// Names numbers by what follows them where that is no thing: places, an aim, the points of a speech, who was given something.
import { TASKS } from './counted-side.ts';
import type { Frame } from './frames.ts';
import { headAndPredicate, nameIn } from './phrases.ts';
import { asPrefix, basis, type References } from './references.ts';
import { type Named, subjectOf } from './subjects.ts';

const SET_BY = '(?:[省市县国]考|[省市]定|年度|年初|全年|既定|预期|考核)';
const AIMED = '(?:目标|任务)(?:任务|值|数)?';
/** 超额完成10%省考目标: an aim set by someone. */
const AIM = new RegExp(`^的?${SET_BY}+${AIMED}$`);
/** 增速超出省考目标. */
const BEYOND_AIM = new RegExp(`^的?(?:完成)?${SET_BY}*${AIMED}$`);
const INDUSTRY = /^[一-龥]{2,8}(?:产业|工业|制造业|服务业)/;
const POINTS = /^的?(?:方面的?)?(?:主要|重点)?工作$/;
const GIVEN = /^(?:提供|发放|办理|落实|兑现|争取|减免|投放|解决)了?([一-龥]{4,12})$/;

/** The name of a number whose following words count nothing themselves; null where they do. */
export function namedBehind(frame: Frame, references: References): Named | null {
  const { after, left, amount } = frame;
  const unit = amount.unit?.base ?? '';
  const granted = grantedName(after, references);
  if (granted) return granted;
  const { previousHead: head } = references;
  const amongThem = AMONG_THEM.test(head !== '' && left.startsWith(head) ? left.slice(head.length) : left);
  const enjoyed = amongThem && references.fresh ? HAD.exec(after) : null;
  if (enjoyed) {
    const name = `${enjoyed[1]}${enjoyed[2]}${asPrefix(references.subject?.core ?? '')}`;
    return { name, subject: subjectOf(name, name), own: true };
  }
  const tasks = /^[项个条]$/.test(unit) ? TASKS.exec(after)?.[0] : undefined;
  if (tasks) return { name: tasks, subject: subjectOf(tasks, tasks), own: true };
  if (STANDING.test(after) && references.fresh && references.subject) return aloof(after + asPrefix(references.subject.core), references);
  const became =
    references.fresh && references.likeLast && references.subject
      ? (BECAME.exec(after) ?? /^(?:已经?)?被([一-龥]{2,4})$/.exec(after))?.[1]
      : undefined;
  if (became) return aloof(became + asPrefix(references.subject?.core ?? ''), references);
  const failed = FAILED.exec(after);
  if (failed) {
    const name = failed[2] + (failed[1] || asPrefix(references.subject?.core ?? ''));
    return { name, subject: subjectOf(name, name), own: true };
  }
  if (POINTS.test(after) && /方面|^[个项件]$/.test(unit)) return aloof('主要工作方面', references);
  // 400家企业从中受益: so many had the good of it.
  const served = /^(?:的?)([一-龥]{2,4}?)(?:从中|由此|因此|直接)*(?:受益|获益|受惠)$/.exec(after)?.[1];
  if (served) return { name: `受益${served}`, subject: subjectOf(`受益${served}`, served), own: true };
  if (AIM.test(after) && references.fresh && references.subject) {
    const name = amount.unit?.class === 'percent' ? references.lastName || references.subject.name : references.subject.name;
    return { name, subject: references.subject, own: false };
  }
  // 分七大领域看, 在七大领域中: those of the industry spoken of.
  const thing = /^的?(领域|行业|产业|门类)(?:中|来?看)?$/.exec(after)?.[1];
  const whose = INDUSTRY.exec(references.subject?.core ?? '')?.[0] ?? '';
  if (thing && amount.chinese && whose !== '' && /(?:^|[，、])[分在]$/.test(left)) return aloof(`${whose}${thing}数`, references);
  // 有生产活动的168个行业: what marks them belongs to them.
  const marked = /(?:^|[在，])(有[一-龥]{2,8}的)$/.exec(left)?.[1];
  const sorted = marked ? /^(行业|领域|企业|单位)/.exec(after)?.[1] : undefined;
  if (sorted) return { name: `${marked}${sorted}`, subject: subjectOf(`${marked}${sorted}`, sorted), own: true };
  const sort = unit === '类' && /居$/.test(left) ? /^([一-龥]{2,8}?)之?$/.exec(after)?.[1] : undefined;
  if (sort) return aloof(`${sort}类别`, references);
  return /[为向给]$/.test(left) ? givenTo(after) : null;
}

/** 9项目标任务中，7项提前完成: how some of them stand. */
export const STANDING =
  /^(?:未?达标|(?:提前|按期|按时|按进度|如期|超额|全面|基本|全部|尚未|未)(?:完成|达标|达到序时进度|达到时序进度|办结|整改到位)|(?:仍|正)?在推进)$/;

/** 入驻项目9个，3个已回县产业化: so many of them have. */
const BECAME =
  /^(?:已经?|均已?|都已|现已|全部)((?:[一-龥]{0,4})(?:办结|产业化|投产|上市|开工|竣工|完工|入驻|落地|结题|验收|投用|转化|交付|签约|挂牌|运营|升规|毕业|撤回|整改|销号|兑现|脱贫|到位|建成|启用|备案|立项))$/;

/** 26家企业中仅4家享受到后补助: those of them. */
const AMONG_THEM = /^(?:里面?|[，、]?其?中)(?:仅|只|已|有)*$/;
const HAD = /^(享受|获得?|申领|拿到|领到|得到)(?:到|了|过)*([一-龥]{2,10})$/;
/** 3家因占比不达标未能通过认定, 11家企业因逾期被取消资格: what became of them, not why. */
const FAILED = /^([一-龥]{0,6}?)因(?!此|素|子)[^，。]{2,24}?((?:未能?|没能|被)(?:通过|获得|取消|撤销|淘汰|终止)[一-龥]{0,8})$/;

/** 全省17市中率先 …; 对6县1区 …: so many places, whatever they did. */
export function placesCounted({ after, left, amount }: Frame, references: References): Named | null {
  const unit = amount.unit?.base ?? '';
  // 全市8个县(市、区): whatever stands in the bracket.
  const counties = after === '县' ? /(?:覆盖|涉及)?(全[国省市州])$/.exec(left) : null;
  if (counties) return aloof(`${counties[0]}县市区数`, references);
  if (!/^[市县区旗]$/.test(unit) || /^(?:的?[一-龥]{2,}(?:企业|单位|人)|位?居|排|增|为|[高低]于)/.test(after)) return null;
  if (after === '' && !/(?:对|在|全[国省市县区]|覆盖|涉及)$|^$/.test(left)) return null;
  return aloof(`${/(全国|全省|全市|全县|全区)$/.exec(left)?.[1] ?? ''}${unit}数`, references);
}

/** 为30家企业提供科技贷款: those who were given it. */
function givenTo(after: string): Named | null {
  const { head, predicate } = headAndPredicate(after);
  const given = GIVEN.exec(predicate)?.[1];
  const whom = nameIn(head.replace(/(?:协调|累计|成功|争取|共)+$/, ''));
  if (!given || whom.length < 2 || whom.length > 6) return null;
  const name = `获${given}${whom}`;
  return { name, subject: subjectOf(name, given), own: true };
}

/** 超出200家完成省考目标: by how much the aim for what is spoken of was passed. */
export function beyondAim({ left, after }: Frame, references: References): Named | null {
  if (!/超(?:出|过|额)?$/.test(left) || !BEYOND_AIM.test(after)) return null;
  const base = asPrefix(references.subject?.name ?? '') || basis(references);
  return { name: `${base}超出目标`, subject: references.subject ?? subjectOf(base, base), own: false };
}

/** What is spoken of stays as it was. */
const aloof = (name: string, references: References): Named => ({
  name,
  subject: references.subject ?? subjectOf(name, name),
  own: false,
});

const GRANTED = /^(?:通过|获得?)了?(?:公示|评审|认定|立项|批准|备案)$/;
const APPLIED_FOR = /^(?:培育|和|组织|推荐)*(?:申报|申请|推荐)(.{3,})$/;

/** 申报农业示范园61家，有37家通过认定: so many of what was applied for. */
function grantedName(phrase: string, references: References): Named | null {
  const thing = GRANTED.test(phrase) && references.fresh ? APPLIED_FOR.exec(references.lastName)?.[1] : undefined;
  return thing ? aloof(phrase.replace('了', '') + thing, references) : null;
}
