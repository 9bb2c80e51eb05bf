// Names growths, shares, ranks, differences and the members of lists after the thing they speak of.
import { CHANGED, COMPARED, comparedThing, growthName, suffixed } from './compared-things.ts';
import { countsWhatFollows } from './counted-side.ts';
import { differenceName } from './difference-names.ts';
import { beyondAim } from './following-names.ts';
import type { Frame } from './frames.ts';
import { intensityName } from './intensity-names.ts';
import { PART_OF, reachesAim, type Sort } from './kinds.ts';
import { indicatorNamed } from './lexicon/indicators.ts';
import { thresholdName } from './mark-names.ts';
import { levelName } from './names.ts';
import { instalmentName, partName } from './part-names.ts';
import { nameIn } from './phrases.ts';
import { rankName } from './rank-names.ts';
import { asPrefix, type References } from './references.ts';
import { contributedShare, heldShare, shareName } from './share-names.ts';
import { canonical, type Named, PER_HEAD, subjectOf } from './subjects.ts';
import { rateOfSupport, supportMultiple } from './support-names.ts';

function ratioName(frame: Frame, sorted: Sort, references: References): Named {
  if (/与[^，]{0,8}(?:GDP|生产总值)之比|(?:相当于|占)[^，]{0,8}(?:GDP|生产总值)/.test(frame.left)) {
    const own = canonical(nameIn(frame.left));
    const basisName = references.subject?.id === 'rd-expenditure' || indicatorNamed(own)?.id === 'rd-intensity';
    // 采矿业R&D经费 …，投入强度: the branch's, not that of the whole society.
    const branch = /^([一-龥]{1,12}[业区])(?:研究与[试实]验发展|研发|R&D)/.exec(references.subject?.core ?? '')?.[1];
    if (branch && references.fresh && !/研究|研发|R&D/.test(frame.left)) {
      const name = `${branch}R&D经费投入强度`;
      return { name, subject: subjectOf(name, name), own: true };
    }
    if (basisName)
      return {
        name: intensityName(frame.left),
        subject: { name: intensityName(frame.left), core: '研发投入强度', stem: '研发投入强度', id: 'rd-intensity' },
        own: true,
      };
  }
  // 强度仍不足全国平均水平的一半: how it stands to the mean.
  const mean = TO_MEAN.exec(frame.left + frame.bounding);
  if (mean) return suffixed(comparedThing(mean[1] ?? '', COMPARED, references), `相当于${mean[2]}的比例`);
  if (/占/.test(frame.left) && !reachesAim(frame)) return shareName(frame, references);
  // 企业研发投入41亿元，相当于营业收入的2.2%: of what it is so much.
  const equals = /相当于([一-龥]{3,10})的$/.exec(frame.left)?.[1];
  if (equals && references.fresh && !/上年|去年|同期|全[年国省市]|目标|任务|平均/.test(equals))
    return suffixed(comparedThing('', COMPARED, references), `占${equals}比重`);
  const against = /^[，、]?(与[一-龥]{2,10}之比)/.exec(frame.left)?.[1];
  if (against && references.subject && (references.fresh || references.subject.id === 'rd-expenditure'))
    return { name: `${asPrefix(references.subject.core)}${against}`, subject: references.subject, own: false };
  const contributed = /对([^，]{2,16}?)增?长?的?贡献率/.exec(frame.left);
  if (contributed && /^[、，]?对/.test(frame.left) && references.subject) {
    const name = `${asPrefix(references.subject.core)}对${contributed[1]}增长贡献率`;
    return { name, subject: references.subject, own: false };
  }
  if (sorted.measure === 'rule') return rateOfSupport(frame, references);
  if (reachesAim(frame) || /(?:任务|目标|计划|预算)(?:数|值|量)?的$/.test(frame.left)) {
    const base = references.subject?.stem ?? references.topic;
    return { name: `${base}任务完成率`, subject: references.subject ?? subjectOf(base, base), own: false };
  }
  return levelName(frame, references);
}

const TO_MEAN =
  /^[，、]?(.*?)(?:仍|还|尚|只|仅|也|但)*(?:不足|不到|只有|仅为|约为|相当于)((?:全[国省市区县]|[一-龥]{2,4})平均(?:水平)?)的?(?:不足|不到|约|近)?$/;

const GROWN_TO =
  /^(?:快速|大幅|稳步|逐步)?(?:增长|增加|提高|提升|上升|扩大|扩充?|发展|攀升|下降|降低|减少|压缩|缩短|缩小|精简|缩减|合并|提|降|升|增|扩|压|减)(?:至|到|为)(?:了|约|近)?(?:(?:今年|年末|目前|眼下|现在|当前)的?)?$/;

/** The name of any figure; `position` is its place in a list of numbers. */
export function nameOf(frame: Frame, sorted: Sort, references: References, position: number): Named {
  if (/分$/.test(frame.left) && /^(?:批|批次|次|期|轮)$/.test(frame.amount.unit?.base ?? '')) return instalmentName(frame, references);
  // 比例由7.8%提高到8.9%: both numbers are of the same thing.
  if (frame.index > 0 && sorted.kind !== 'rank' && GROWN_TO.test(frame.left) && references.lastName !== '' && references.subject)
    return { name: references.lastName, subject: references.subject, own: false };
  const beyond = beyondAim(frame, references);
  if (beyond) return beyond;
  if (frame.amount.form === 'ratio-part') return partName(frame, position, references);
  if (sorted.kind === 'rank') return rankName(frame, references);
  if (sorted.kind === 'yoy_growth') return growthName(frame, references);
  if (sorted.kind === 'threshold') return thresholdName(frame, references);
  if (frame.amount.unit?.class === 'points') return differenceName(frame, references);
  if (sorted.kind === 'share' && PART_OF.test(frame.left)) return shareName({ ...frame, left: frame.left.replace('为', '占') }, references);
  if (sorted.kind === 'share')
    return frame.left.includes('占')
      ? shareName(frame, references)
      : (heldShare(frame) ?? contributedShare(frame, references) ?? levelName(frame, references));
  if (sorted.kind === 'ratio') return ratioName(frame, sorted, references);
  if (sorted.kind === 'change') return changeName(frame, references);
  if (sorted.kind !== 'multiple') return levelName(frame, references);
  return sorted.measure === 'rate' ? multipleName(frame, references) : supportMultiple(frame, references);
}

/** 翻番 and 增长2.3倍 speak of how often a thing has grown. */
function multipleName(frame: Frame, references: References): Named {
  if (countsWhatFollows(frame)) {
    const told = levelName(frame, references);
    const whose = told.name.length <= 9 && references.holder.length >= 3 && !told.name.includes(references.holder) ? references.holder : '';
    return suffixed({ ...told, name: whose + told.name }, '倍数');
  }
  const base = /(?:是|为|相当于|达到?|、|，|^)((?:全国|全省|全市|全区|[一-龥]{2,6})(?:平均水平|平均|同期水平|水平))的$/.exec(
    frame.left,
  )?.[1];
  if (base) return suffixed(comparedThing('', COMPARED, references), `相当于${base}倍数`);
  // 是2020年的2.2倍: so many times as much as then.
  const then = /(?:是|为|相当于|达到?)((?:19|20)\d\d年|上年|去年|“?十[一二三四]五”?末?)(?:同期|末|底|全年)?的$/.exec(frame.left)?.[1];
  if (then) return suffixed(comparedThing('', COMPARED, references), `为${then}的倍数`);
  const beside = /^[，、]?(?:是|为|相当于)([一-龥]{3,8})的$/.exec(frame.left)?.[1];
  if (beside && !/上年|去年|同期|平均|前者|后者|当年|全国|全省|全市/.test(beside))
    return suffixed(comparedThing('', COMPARED, references), `与${beside}之比`);
  const own = nameIn(frame.left);
  if (/^(?:财政|政府)?(?:资金)?(?:放大|撬动|杠杆放大)$/.test(own)) return suffixed(comparedThing('', COMPARED, references), `${own}倍数`);
  if (/倍数$/.test(own)) return own.length <= 5 ? suffixed(comparedThing('', COMPARED, references), own) : levelName(frame, references);
  return suffixed(
    comparedThing(frame.left.replace(/(?:实现|是|为|达到?|约|近|超过?|[两三四五]年|内|去年|上年|同期|的)*$/, ''), COMPARED, references),
    '增长倍数',
  );
}

/** 比2015年增加18亿元, 多于上年2万元: money says since when. */
const SINCE = /(?:(?<![占之对百])[比较]|[与同](?=[^，]{2,12}相比)|[多少]于)(上年|去年|(?:19|20)\d\d年)[^，]*$/;

/** By how much an aim was passed or missed. */
const BY_AIM =
  /^[，、]?(?:已|也)?(?:[比较与](计划|年度计划|目标|年度目标|任务|预期)(?:任务|数|值)?(?:相比)?(?:尚|仍|还)?[多少差低高]出?|(超(?:额|出|过)?(?:年度|全年)?(?:目标|任务)(?:任务|数|值)?))(?:了|约|近)*$/;

const BESIDE = /^[，、]?(?:高出|多出|少于|低于|高于)([一-龥]{2,8})$/;
/** 比输出高出9亿元: than another of the same. */
const BESIDE_IT = /^[，、]?[比较](?!上年|去年|同期|年初|计划|目标|任务|前|预)([一-龥]{2,6}?)[高多低少]出?$/;
const MORE =
  /^[，、]?(?:[比较](?:上年|去年|同期|(?:19|20)\d\d年)[^，]{0,4}|一年(?:之间|间|来))[多少](?:投入?|支出|登记?|签约?|获批?|认定|入库|招收?|出|完成|引进)(?:了|约|近)*$/;

function changeName(frame: Frame, references: References): Named {
  if (/^[，、]?(?:比|较|与)(?:全国|全省|全市|全区|[一-龥]{2,8}平均)[^，]*(?:多|少|高|低)出?$/.test(frame.left))
    return differenceName(frame, references);
  // 超目标任务20家; 比计划少2期: against the aim for what is spoken of.
  const [, set, passed] = BY_AIM.exec(frame.left) ?? [];
  const aim = passed ?? set;
  if (aim && references.subject && references.fresh) {
    const base = asPrefix(references.subject.name);
    return {
      name: /^超/.test(aim) ? `${base}超目标${frame.amount.unit?.class === 'money' ? '额' : '数'}` : `${base}与${aim}之差`,
      subject: references.subject,
      own: false,
    };
  }
  // 较2021年多投入3亿元, 一年间多出9家: the same thing as before, more of it.
  const thing = comparedThing(
    MORE.test(frame.left)
      ? ''
      : frame.left.replace(/^[，、]?(?:[\d一二三四五六七八九十两]+年(?:累计|内|来)?|累计)(?=跃升|上升|提升|前移|净增|增加|减少)/, ''),
    CHANGED,
    references,
    '',
    frame.silent,
  );
  const beside = (BESIDE.exec(frame.left) ?? BESIDE_IT.exec(frame.left))?.[1];
  if (beside && references.subject)
    return { name: `${asPrefix(references.subject.name)}与${beside}之差`, subject: references.subject, own: false };
  const gained = /^净增(.{2,})$/.exec(thing.name)?.[1];
  if (gained) {
    const name = (indicatorNamed(gained)?.name ?? gained).replace(/总数$/, '');
    return { name: `${name}净增数`, subject: subjectOf(gained, gained), own: true };
  }
  const lost = /净减少?/.test(frame.left);
  if (lost) return suffixed({ ...thing, name: thing.name.replace(/净?减少?$/, '') || (references.subject?.stem ?? '') }, '净减少数');
  if (/净增/.test(frame.left))
    return /净增/.test(thing.name) ? thing : suffixed({ ...thing, name: thing.name.replace(/总数$/, '') }, '净增数');
  if (/新增/.test(frame.left)) return suffixed(thing, '新增数');
  if (/^位次?$/.test(frame.amount.unit?.base ?? '') && references.rankBefore !== '' && !thing.own)
    return suffixed({ ...thing, name: references.rankBefore }, '变化');
  if (/^位次?$/.test(frame.amount.unit?.base ?? '') && !/(?:排名|排位|位次)$/.test(thing.name)) return suffixed(thing, '排名变化');
  const since = frame.amount.unit?.class === 'money' ? SINCE.exec(frame.left)?.[1] : undefined;
  return suffixed(thing, since ? `比${since.replace('去年', '上年')}变化` : PER_HEAD.test(thing.name) ? '比上年变化' : '变化');
}
