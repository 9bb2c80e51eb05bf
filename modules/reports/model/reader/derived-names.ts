// Names growths, shares, ranks, differences and the members of lists after the thing they speak of.

import { countsWhatFollows } from './counted-side.ts';
import { isGeneric } from './dependent-words.ts';
import { beyondAim } from './following-names.ts';
import type { Frame } from './frames.ts';
import { joined, PLACE_ONLY, placed } from './holder-names.ts';
import { intensityName } from './intensity-names.ts';
import { reachesAim, type Sort } from './kinds.ts';
import { indicatorNamed, indicatorWithin } from './lexicon/indicators.ts';
import { thresholdName } from './mark-names.ts';
import { levelName } from './names.ts';
import { instalmentName, partName } from './part-names.ts';
import { briefRd, leadingVerb, nameIn, withoutDates } from './phrases.ts';
import { asPrefix, basis, type References, type Subject } from './references.ts';
import { canonical, type Named, PER_HEAD, subjectOf } from './subjects.ts';
import { rateOfSupport, supportMultiple } from './support-names.ts';

const COMPARED =
  /(?:同比|环比|比增|同口径|按(?:可比|不变|现|当年)价?|剔除|(?:比|较|与)(?:上|去|前|同|年|\d|一季|三季|“?十)|与(?:全国|全省|全市|全区)|年均|均?(?:实现)?(?:增长|增产|减产|增收|增幅|下降|降幅|上升|提高|提升|上涨|下跌|回落|减少|增加(?!值)|攀升)|累计增速|增速|高于|低于|高出|超出|快于|慢于|超(?=过?(?:全|省|市|国))|分别).*$/;
const RANKED =
  /(?:均|都|分别|分列|分居|稳定|继续|持续|一直|并列|连续[^，]{1,4}(?:年|个月|季度|次|届))*(?:位居|排名|排位|排序|位列|名列|跃居|稳居|蝉联|居|排|列|保持|进入|跻身|位次|升至|前移|上升到|上升至|提升到|提升至|为|(?:全省|全市|全国|全县|全区|苏北|苏中|苏南|中部|西部|东部|东北|世界|全球)(?=[^，]{0,6}$)).*$/;
const CHANGED =
  /(?:同比|环比|(?:比|较)(?:上|去|前|同|年|19|20)).*$|(?:净增加|净减少|净减|跃升|前进|进位|净增|增加(?!值)|减少|下降|提升|上升|前移|后移|提高|新增|下移|上移|少增|多增)(?:了|约|近|达)*$/;
const EMPTY: Subject = { name: '', core: '', stem: '', id: null };
const DEPENDENT =
  /^(?:(?:获奖|获评|入选|入围|获批|认定|备案|登记|入库|申报|立项|授权|新增)(?:总)?(?:数量?|总数|总量)|产值总量|增量|总数|总量|数量|总额|金额|资金总额|项目数|增幅|增速|占比|比重|比例|获奖数量|获奖数|规模|位次|强度|人数|件数|数|额|产值|收入|总收入|投资|净增数|年|总|均|累计|累计增速|其余|其|差距|差额|综合|整体|排名|排位)(?:(?:及|和|、|与)(?:占比|增速|总量|增量|增幅|比重|强度|数量))?$/;

/** The thing a comparison speaks of: its own words before the comparison, else what was named last. */
function comparedThing(left: string, cut: RegExp, references: References, skipped = '', silent = ''): Named {
  const spoken = nameIn(left.replace(cut, ''));
  const own = spoken.length < 2 && skipped !== '' ? nameIn(skipped) : spoken;
  if (own.length >= 2 && /[一-龥]{2}|GDP|R&D/.test(own)) {
    if (DEPENDENT.test(own) || isGeneric(own)) {
      const base = basis(references);
      const name = base.endsWith(own) ? base : joined(base, own);
      return { name, subject: references.subject ?? subjectOf(name, name), own: false };
    }
    if (PLACE_ONLY.test(own) && references.mention !== '') return placed(own, references);
    const { verb, rest } = leadingVerb(own);
    return { name: own, subject: subjectOf(own, verb && rest.length >= 2 ? verb + rest : own), own: true };
  }
  const about = references.topic ? subjectOf(references.topic, references.topic) : null;
  const fallback = (references.fresh ? (references.subject ?? about) : (about ?? references.subject)) ?? EMPTY;
  if (fallback.stem === '' && silent !== '') {
    // 获评创新百强市，位列第57位: nothing was counted yet, so what the clause before speaks of is ranked.
    const clause = leadingVerb(
      nameIn(
        silent
          .replace(/[，:：]+$/, '')
          .split(/[，:：]/)
          .at(-1) ?? '',
      ),
    ).rest;
    return { name: clause, subject: subjectOf(clause, clause), own: clause !== '' };
  }
  return { name: fallback.stem, subject: fallback, own: fallback === about && !references.fresh };
}

const suffixed = (named: Named, suffix: string): Named => ({
  ...named,
  name: named.name.endsWith(suffix)
    ? named.name
    : named.name.replace(/^地区生产总值$/, '地区生产总值(GDP)').replace(/的(?=比重|比例)/, '') + suffix,
});

function growthName(frame: Frame, references: References): Named {
  const thing = comparedThing(frame.left, COMPARED, references, frame.skipped);
  return /(?:增速|增幅|增长率|涨幅|降幅)$/.test(thing.name) ? thing : suffixed(thing, '增速');
}

/** 高新技术产业增加值占规上工业增加值比重 is 高新技术产业增加值占比 in the names made from it. */
function shortRate(name: string): string {
  const plain = name.replace(/的(?=比重|比例)/, '');
  const share = plain.length > 14 ? /^(.{4,})占.{2,}(?:比重|比例)$/.exec(plain) : null;
  return share ? `${share[1]}占比` : plain;
}

const ENTERED = /(?:入选|入围|获评|跻身|上榜|登上|进入)([^，。；、(（]{4,20})[(（]$/;
const AMONG_OTHERS = /^[、，]?(?:位?居|列|排名?|名列)?[一-龥]{1,6}(?:[省市州县区圈群带]|地区|区域|中部|西部|东部|东北|北方|南方)$/;
const AMONG_WHOM = /^[一-龥]{0,4}(?:市|州|县|区|城市|省份)中(?=列|排|位|居|名)/;

/** 科技进步综合评价位次实现进位，跃居全省第十: the clause without a number says what is ranked. */
const JUDGED =
  /(?:^|[，:：])([^，:：]{2,20}?(?:位次|排名|评价|指数|得分|能力|竞争力|实力|榜单|百强|百强榜|考核|测评|监测|评估))[^，:：]*[，:：]$/;

function rankName(given: Frame, references: References): Named {
  // 在13个地市中列第9位: among whom is no part of what is ranked.
  const frame = { ...given, left: given.left.replace(AMONG_WHOM, '') };
  // 居全省第4位、陕南第一, 居全省第六位，某某城市圈第三位: the same thing among others.
  if (
    (/^[、和及，](?:位?居|列|排名?|名列)?[一-龥]{2,4}$/.test(frame.left) || (references.afterRank && AMONG_OTHERS.test(frame.left))) &&
    references.lastName !== '' &&
    !indicatorWithin(frame.left)
  )
    return { ...comparedThing('', RANKED, references), name: `${references.lastName}排名` };
  // 入选全球百强城市(位列第61名): what the words before the bracket entered.
  const entered =
    frame.inside && nameIn(frame.left.replace(RANKED, '')) === ''
      ? ENTERED.exec(frame.before.slice(0, -frame.left.length || undefined))?.[1]
      : undefined;
  if (entered) return suffixed({ name: entered, subject: subjectOf(entered, entered), own: true }, '排名');
  // 产值同比增长前三名: the growth is ranked.
  if (/同比(?:增长|增速|增幅)$/.test(frame.left)) return suffixed(growthName(frame, references), '排名');
  // 首次居四类合同之首: not the contracts are ranked.
  const { standing } = references;
  if (standing && /^[一-龥]{0,8}$/.test(frame.left)) {
    const among = /(?:城市|[新发]区)$/.test(standing.among) ? `在${standing.among}` : '';
    return suffixed(comparedThing(standing.left.replace(/首次(?=位?居)/, ''), RANKED, references), `${among}排名`);
  }
  const judged = nameIn(frame.left.replace(RANKED, '')) === '' ? JUDGED.exec(frame.silent)?.[1] : undefined;
  if (judged) {
    const thing = nameIn(judged);
    return suffixed({ name: thing, subject: subjectOf(thing, thing), own: true }, '排名');
  }
  const own = comparedThing(frame.left, RANKED, references, '', frame.silent);
  if (own.own || nameIn(frame.left.replace(RANKED, '')).length >= 2) return suffixed(own, '排名');
  // 占全省的3%，居全省第4位: the place among regions is that of the thing, whichever of its figures says so.
  const last = shortRate(references.lastName).replace(REGION_SHARE, '');
  return suffixed({ ...own, name: last || own.name }, '排名');
}

const REGION_SHARE = /占(?:全国|全省|全市|全区|全县|全州|全球|世界)(?:总量)?(?:的)?(?:比重|比例|份额)$/;

const RATE_NAME = /(?:率|增速|增幅|比重|占比|比例|强度)$/;
/** 高于GDP增速, 快于规上工业: what the rate is set against. */
const BEYOND = /(?:高于|低于|高出|超出|快于|慢于|超过)([一-龥A-Za-z&]{2,16}?)(?:平均水平|平均|均值|水平|约|近)*$/;

function differenceName(frame: Frame, references: References): Named {
  const { left } = frame;
  if (/拉动/.test(left)) {
    const spoken = nameIn(left);
    const puller = references.subject?.core.replace(/(?:对?(?:经济|GDP)?增长)?的?贡献率?$/, '') ?? '';
    const own = (/^拉动/.test(spoken) ? asPrefix(puller) : '') + (/增长$/.test(spoken) ? spoken : `${spoken}增长`);
    return { name: own, subject: references.subject ?? subjectOf(own, own), own: false };
  }
  if (/^、?占.*(?:比重|比例)/.test(left) && references.subject) {
    const name = canonical(references.subject.core + nameIn(`的${left.replace(COMPARED, '')}`).replace(/^(?!占)/, '占'));
    return suffixed({ name, subject: subjectOf(name, name), own: true }, '比上年变化');
  }
  const other = /^[，、]?(?:比|较|与)([一-龥]{2,10}?)(?:平均水平)?(?:高出?|低|快|慢|多|少)(?:了|约|近)*$/.exec(left)?.[1];
  if (other && !/^(?:上|去|前|同|年|[一二三四]季|十)/.test(other)) {
    const base = references.lastName || basis(references);
    return { name: `${base}与${other}之差`, subject: references.subject ?? EMPTY, own: false };
  }
  const average =
    /(?:高于|低于|高出|快于|慢于|超过?|比|与)((?:全国|全省|全市|全区|省|市(?!场)|国家|西部|中部|东部)[一-龥]{0,4}?(?:平均水平|平均|均值|水平)?|[一-龥]{2,8}(?=平均))/.exec(
      left,
    );
  const compared = comparedThing(left, COMPARED, references, frame.skipped);
  // A difference in points is one of rates: of the rate that stands before it.
  const rate = !compared.own && references.fresh && RATE_NAME.test(references.lastName) ? shortRate(references.lastName) : compared.name;
  if (/(?:差距|差额)$/.test(compared.name)) return compared;
  const beyond = average ? null : BEYOND.exec(left)?.[1];
  if (beyond) return suffixed({ ...compared, name: rate }, `与${beyond}之差`);
  const thing = { ...compared, name: rate };
  return average
    ? suffixed(thing, `与${average[1]?.replace(/(?:平均水平|平均|均值|水平)$/, '') ?? ''}之差`)
    : suffixed(thing, '比上年变化');
}

const LONGEST_WHOLE = 16;

/** 占全省的25% takes the name of the thing spoken of; 高新技术产业增加值占规上工业增加值比重 names itself. */
function shareName(frame: Frame, references: References): Named {
  const scope = frame.left.includes('占') ? frame.left : frame.clause.slice(-40);
  const whole = /^[，、\s]*占/.test(scope) ? '' : canonical(nameIn(scope));
  if (whole !== '' && indicatorNamed(whole)) return { name: whole, subject: subjectOf(whole, whole), own: true };
  const at = scope.lastIndexOf('占');
  const thing = comparedThing(scope.slice(0, at), /(?:所|均|分别|共)$/, references, frame.skipped);
  const part = withoutDates(scope.slice(at + 1)).replace(
    /(?:的|为|是|约|达到?|超过?|近|突破|总量|总数|申报总数|总额|份额|的?比重|的?比例|比|[、，和])+$/g,
    '',
  );
  const own = part.replace(/^(?:全部|全市|全省|全县|全区|各类|总)/, '');
  if (own.length >= 2 && own.length < part.length + 3 && thing.name.endsWith(own) && /(?:总量|总数|总额|全部|总)/.test(scope.slice(at)))
    return suffixed(thing, '占比');
  // 有效发明专利拥有量 …，其中企业占比: of the whole, those of the enterprises.
  const held = references.part && thing.name.length <= 3 ? (references.whole?.core.replace(/(?:总数|总量|拥有量|数量)$/, '') ?? '') : '';
  if (held.length > 3 && (part === '' || part.startsWith('比')) && !held.includes(thing.name))
    return suffixed({ ...thing, name: thing.name + asPrefix(held) }, '占比');
  // 甲领域增加值占全部的45%，乙领域占17%: of the same whole.
  const alike = part === '' && thing.own && thing.name.length >= 4 ? references.shareSaid.indexOf(thing.name.slice(-2)) : 0;
  const ofWhole = alike > 0 ? references.shareSaid.slice(alike + 2) : '';
  if (references.shareSaid.indexOf('占') > alike && /^[一-龥]{0,6}占.{2,}比重$/.test(ofWhole) && !scope.slice(at + 1).startsWith('比'))
    return { ...thing, name: thing.name + ofWhole };
  if (part === '' || part === '比' || part.startsWith('比')) return suffixed(thing, /比重|比例/.test(scope.slice(at)) ? '比重' : '占比');
  const region = /^(?:全国|全省|全市|全区|全县|全州|全球|世界)/.exec(scope.slice(at + 1));
  const within = briefRd(part);
  return suffixed(thing, `占${region && part.length <= 5 ? region[0] : within.slice(within.length <= LONGEST_WHOLE ? 0 : -12)}比重`);
}

/** 集聚了全省60%的重点实验室: a share of the region that is named by what is counted. */
function heldShare(frame: Frame): Named | null {
  const listed = /、(?:近|约|超|超过|逾)?$/.test(frame.left) ? frame.before.match(/全国|全省|全市|全区|全县|全球/g)?.at(-1) : undefined;
  const region = /(全国|全省|全市|全区|全县|全球)(?:近|约|超|超过|逾)?$/.exec(frame.left)?.[1] ?? listed;
  const thing = /^以?上?的([一-龥A-Za-z]{2,14})/.exec(frame.after)?.[1];
  if (!region || !thing) return null;
  const name = `${thing}占${region}比重`;
  return { name, subject: subjectOf(thing, thing), own: true };
}

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
        subject: { name: '研发投入强度', core: '研发投入强度', stem: '研发投入强度', id: 'rd-intensity' },
        own: true,
      };
  }
  if (/占/.test(frame.left) && !reachesAim(frame)) return shareName(frame, references);
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

const GROWN_TO =
  /^(?:快速|大幅|稳步|逐步)?(?:增长|增加|提高|提升|上升|扩大|发展|攀升|下降|降低|减少|压缩|缩短|缩小)(?:至|到|为)(?:了|约|近)?$/;

/** The name of any figure; `position` is its place in a list of numbers. */
export function nameOf(frame: Frame, sorted: Sort, references: References, position: number): Named {
  if (/分$/.test(frame.left) && /^(?:批|批次|次|期|轮)$/.test(frame.amount.unit?.base ?? '')) return instalmentName(frame, references);
  // 比例由7.8%提高到8.9%: both numbers are of the same thing.
  if (frame.index > 0 && GROWN_TO.test(frame.left) && references.lastName !== '' && references.subject)
    return { name: references.lastName, subject: references.subject, own: false };
  const beyond = beyondAim(frame, references);
  if (beyond) return beyond;
  if (frame.amount.form === 'ratio-part') return partName(frame, position, references);
  if (sorted.kind === 'rank') return rankName(frame, references);
  if (sorted.kind === 'yoy_growth') return growthName(frame, references);
  if (sorted.kind === 'threshold') return thresholdName(frame, references);
  if (frame.amount.unit?.class === 'points') return differenceName(frame, references);
  if (sorted.kind === 'share')
    return frame.left.includes('占') ? shareName(frame, references) : (heldShare(frame) ?? levelName(frame, references));
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
  const own = nameIn(frame.left);
  if (/倍数$/.test(own)) return own.length <= 5 ? suffixed(comparedThing('', COMPARED, references), own) : levelName(frame, references);
  return suffixed(
    comparedThing(frame.left.replace(/(?:实现|是|为|达到?|约|近|超过?|[两三四五]年|内|去年|上年|同期|的)*$/, ''), COMPARED, references),
    '增长倍数',
  );
}

function changeName(frame: Frame, references: References): Named {
  if (/^[，、]?(?:比|较|与)(?:全国|全省|全市|全区|[一-龥]{2,8}平均)[^，]*(?:多|少|高|低)出?$/.test(frame.left))
    return differenceName(frame, references);
  const thing = comparedThing(
    frame.left.replace(/^[，、]?(?:[\d一二三四五两]+年)?(?:累计|内|来)(?=跃升|上升|提升|前移)/, ''),
    CHANGED,
    references,
    '',
    frame.silent,
  );
  const gained = /^净增(.{2,})$/.exec(thing.name)?.[1];
  if (gained) {
    const name = (indicatorNamed(gained)?.name ?? gained).replace(/总数$/, '');
    return { name: `${name}净增数`, subject: subjectOf(gained, gained), own: true };
  }
  const lost = /净减少?/.test(frame.left);
  if (lost) return suffixed({ ...thing, name: thing.name.replace(/净?减少?$/, '') || (references.subject?.stem ?? '') }, '净减少数');
  if (/净增/.test(frame.left)) return /净增/.test(thing.name) ? thing : suffixed(thing, '净增数');
  if (/新增/.test(frame.left)) return suffixed(thing, '新增数');
  if (/^位次?$/.test(frame.amount.unit?.base ?? '') && !/(?:排名|排位|位次)$/.test(thing.name)) return suffixed(thing, '排名变化');
  return suffixed(thing, PER_HEAD.test(thing.name) ? '比上年变化' : '变化');
}
