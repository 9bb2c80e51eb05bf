// Names what a number counts: from the phrase before it, the noun after it, or the thing that was named last.
import type { Subject } from './context.ts';
import type { Frame } from './frames.ts';
import type { Sort } from './kinds.ts';
import { indicatorNamed, indicatorWithin } from './lexicon/indicators.ts';
import { anyOf, LIGHT_VERBS } from './lexicon/words.ts';
import { headAndPredicate, leadingVerb, shortened, trimmed } from './phrases.ts';

export type Named = { readonly name: string; readonly subject: Subject; readonly own: boolean };

/** Words that count nothing by themselves: they take the name of the thing spoken of. */
const GENERIC =
  /^(?:总数|总量|数量|总额|金额|总金额|资金|资金总额|总资金|项目数|个数|总面积|面积|增幅|增速|占比|比重|比例|获奖数量|获奖数|立项|投资|经费|支持经费|支持资金|资金支持|资金额|成交额|成交金额|授信|数|额|人数|件数|合同额|税收|补助|规模|总规模|排名|排位|位次|总量|规模|年|总|家数|平均|人均|净增数|净增|新增|新增数|存量|累计|企业数|强度)$/;
/** A grade or a phase that qualifies the thing spoken of: 国家级, 市级, 在建. */
const QUALIFIER =
  /^(?:国家级|省级|市级|县级|区级|世界级|部级|厅级|国家|省|市|县|新建|续建|在建|提升|改建|扩建|已建成|重点|一般|线上|线下|男|女|本科|博士|硕士|正高|副高|高级|中级|初级|一类|二类|第一批|第二批|特等奖|一等奖|二等奖|三等奖|金奖|银奖|铜奖|优秀奖|一等|二等|三等)$/;
const COMPARED =
  /(?:同比|环比|(?:比|较|与)(?:上|去|前|同|19|20|“?十)|年均|均?(?:增长|增幅|下降|降幅|上升|提高|提升|上涨|下跌|回落|减少|增加)|增速|高于|低于|高出|快于|慢于|分别).*$/;
const RANKED =
  /(?:均|都|分别|稳定|继续|连续[^，]{1,4}年)*(?:位居|排名|排位|位列|名列|跃居|稳居|居|排|列|保持|进入|跻身|位次|升至|前移|上升到|上升至|提升到|提升至).*$/;
const LIGHT = new RegExp(`^(?:${anyOf(LIGHT_VERBS)})(?:了)?`);
const COUNTED_WORD = /(?:总数|总量|数量|总额|数|量)$/;

const EMPTY: Subject = { name: '', core: '', id: null, verb: '' };

/** Drops 实施, 开展, 达到 in front; keeps 新增 and 推荐. */
export function withoutLightVerb(phrase: string): string {
  let rest = phrase;
  for (let round = 0; round < 3; round++) {
    const next = rest.replace(LIGHT, '');
    if (next === rest || next.length < 2) break;
    rest = trimmed(next);
  }
  return rest;
}

function subjectOf(name: string, verb: string, core: string): Subject {
  const entry = indicatorNamed(name) ?? indicatorWithin(name);
  return { name, core: core.replace(COUNTED_WORD, '') || core, id: entry?.id ?? null, verb };
}

/** Uses the field's own name where the phrase is one of its indicators. */
function canonical(phrase: string): string {
  return (indicatorNamed(phrase)?.name ?? phrase.replace(/高企(?!业)/g, '高新技术企业')).replace(/规上/g, '规上');
}

/** Puts the thing spoken of in front of a word that means nothing alone. */
function joined(subject: Subject | null, phrase: string): string {
  const core = subject?.core ?? '';
  if (core === '' || phrase.startsWith(core)) return phrase;
  if (QUALIFIER.test(phrase)) return phrase + core.replace(/^(?:国家级|省级|市级)/, '');
  return core + phrase;
}

/** The name from the words before the number. */
function nameBefore(frame: Frame, subject: Subject | null): Named | null {
  const phrase = withoutLightVerb(shortened(trimmed(frame.left)));
  if (phrase === '' || !/[一-龥]{2}|[A-Z]/.test(phrase)) return null;
  if (GENERIC.test(phrase) || QUALIFIER.test(phrase) || (frame.inside && phrase.length <= 3)) {
    const name = joined(subject, phrase);
    return { name, subject: subjectOf(name, '', name), own: false };
  }
  const { verb, rest } = leadingVerb(phrase);
  const core = rest.length >= 2 ? rest : phrase;
  const name = canonical(phrase);
  return { name, subject: subjectOf(name, verb, core), own: true };
}

const GENERIC_HEAD = /^(?:企业|项目|单位|人|团队|成果|机构|平台|高校|院所|专家|人才|家|研究院|活动|课题|基地|产品)$/;
const HEAD_IN_PREDICATE = /(?:专项|项目|奖|计划|课题|基金|工程|平台|基地|中心|称号|资金)$/;

/** The name from the noun after the number, with what it did and the verb before: 推荐 23家 企业 参加全国赛. */
function nameAfter(frame: Frame, topic: string): Named | null {
  const following = frame.after.replace(/^的/, '');
  if (!/^[一-龥A-Za-z“]{2}/.test(following)) return null;
  const { head, predicate } = headAndPredicate(following);
  const noun = shortened(trimmed(head) || head);
  const phrase = withoutLightVerb(trimmed(frame.left));
  const { verb, rest } = leadingVerb(phrase);
  const act = predicate.slice(0, 12).replace(/[“”]/g, '');
  const lead = rest.length > 10 ? '' : rest.replace(LIGHT, '');
  let name = verb + lead + noun;
  if (act.length >= 2) name = GENERIC_HEAD.test(noun) && HEAD_IN_PREDICATE.test(act) ? verb + lead + act : verb + act + lead + noun;
  else if (GENERIC_HEAD.test(noun) && lead === '' && topic !== '') name = verb + topic + noun;
  if (name.length > 20) name = verb + noun;
  return { name: canonical(name), subject: subjectOf(canonical(name), verb, noun), own: true };
}

/** Whether the number stands before what it counts. */
export function countsWhatFollows(frame: Frame): boolean {
  const { after, left, amount } = frame;
  if (amount.form !== 'number' || amount.unit?.class === 'points') return false;
  if (
    !/^的?[一-龥A-Za-z“]{2}/.test(after) ||
    /^(?:和|与|及|以及|并|且|或|但|同比|比上|比去|较|增长|下降|左右|以上|其中|分别|居|位|占|均|用于|为|是|的)/.test(
      after.replace(/^的(?=[一-龥]{2})/, ''),
    )
  )
    return false;
  const phrase = withoutLightVerb(trimmed(left));
  if (amount.unit?.class === 'money') return !/(?:额|资金|经费|收入|产值|投资|支出|投入|贷款|税收|补助|总值)$/.test(phrase);
  return true;
}

/** The name of a level. */
export function levelName(frame: Frame, subject: Subject | null, topic: string): Named {
  if (countsWhatFollows(frame)) {
    const after = nameAfter(frame, topic);
    if (after) return after;
  }
  const before = nameBefore(frame, subject);
  if (before) return before;
  const after = nameAfter(frame, topic);
  if (after) return after;
  const fallback = subject ?? EMPTY;
  return { name: fallback.name || topic, subject: fallback, own: false };
}

/** The thing a comparison speaks of: its own words before the comparison, else what was named last. */
function comparedThing(frame: Frame, cut: RegExp, subject: Subject | null): Named {
  const own = shortened(withoutLightVerb(trimmed(frame.left.replace(cut, ''))));
  if (own.length >= 2 && /[一-龥]{2}|GDP/.test(own)) {
    if (GENERIC.test(own)) {
      const name = joined(subject, own);
      return { name, subject: subject ?? subjectOf(name, '', name), own: false };
    }
    const name = canonical(own);
    return { name, subject: subjectOf(name, leadingVerb(own).verb, leadingVerb(own).rest || own), own: true };
  }
  const fallback = subject ?? EMPTY;
  return { name: fallback.name, subject: fallback, own: false };
}

const suffixed = (named: Named, suffix: string): Named => ({
  ...named,
  name: named.name.endsWith(suffix) ? named.name : named.name + suffix,
});

/** The name of a growth, a share, a rank or a difference. */
export function derivedName(frame: Frame, sorted: Sort, subject: Subject | null, topic: string): Named {
  const { left } = frame;
  if (sorted.kind === 'yoy_growth') {
    const thing = comparedThing(frame, COMPARED, subject);
    return /增速|增幅|增长率|涨幅|降幅/.test(thing.name.slice(-3)) ? thing : suffixed(thing, '增速');
  }
  if (sorted.kind === 'rank') return suffixed(comparedThing(frame, RANKED, subject), '排名');
  if (sorted.measure === 'difference' && frame.amount.unit?.class === 'points') {
    const average = /(?:高于|低于|高出|快于|慢于|比)(全国|全省|全市|省|国家|西部|中部|东部)/.exec(left);
    const thing = comparedThing(frame, COMPARED, subject);
    return average ? suffixed(thing, `与${average[1]}之差`) : suffixed(thing, '比上年变化');
  }
  if (sorted.kind === 'share' && /占/.test(frame.clause)) return shareName(frame, subject);
  if (sorted.kind === 'change') {
    const thing = comparedThing(
      frame,
      /(?:同比|环比|(?:比|较)(?:上|去|前|同)).*$|(?:净增加|增加|减少|下降|提升|上升|前移|后移|提高|新增)[了约近达]*$/,
      subject,
    );
    return suffixed(
      thing,
      /净增/.test(left) && !/净增/.test(thing.name) ? '净增数' : /位/.test(frame.amount.unit?.base ?? '') ? '变化' : '',
    );
  }
  return levelName(frame, subject, topic);
}

/** 占全省的25% takes the name of the thing spoken of; 高新技术产业增加值占规上工业增加值比重 names itself. */
function shareName(frame: Frame, subject: Subject | null): Named {
  const scope = frame.left.includes('占') ? frame.left : frame.clause.slice(-30);
  const at = scope.lastIndexOf('占');
  const thing = comparedThing({ ...frame, left: scope.slice(0, at) }, /$^/, subject);
  const whole = trimmed(scope.slice(at + 1)).replace(/(?:的|总量|总数|比重|比例|申报总数|总额|份额)+$/g, '');
  if (whole.startsWith('比')) return suffixed(thing, '占比');
  const region = /^(?:全国|全省|全市|全区|全县|全州|省|世界)/.exec(scope.slice(at + 1));
  return suffixed(thing, `占${region && whole.length <= 4 ? region[0] : shortened(whole)}比重`);
}
