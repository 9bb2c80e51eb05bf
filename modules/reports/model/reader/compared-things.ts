// Finds the thing that a growth, a rank, a share or a difference speaks of, and names growths after it.
import { isGeneric } from './dependent-words.ts';
import type { Frame } from './frames.ts';
import { joined, PLACE_ONLY, placed } from './holder-names.ts';
import { indicatorWithin } from './lexicon/indicators.ts';
import { lastClause, leadingVerb, nameIn } from './phrases.ts';
import { withoutPlaces } from './place-lists.ts';
import { asPrefix, basis, type References, type Subject } from './references.ts';
import { type Named, subjectOf } from './subjects.ts';

export const COMPARED =
  /(?:逆势|同比|环比|比增|(?<![新净纳倍激])[增涨降跌](?:了|约|近|超|逾)*$|[+＋↑↓]$|同口径|按(?:可比|不变|现|当年)价?|剔除|(?<![占之对百])(?:比|较|与)(?:上|去|前|同|年|\d|一季|三季|“?十)|与(?:全国|全省|全市|全区)|年均|均?(?:实现)?(?:增长|增产|减产|增收|增幅|下降|降幅|上升|提高|提升|上涨|下跌|下行|下滑|回落|减少|增加(?!值)|攀升)|累计增速|增速|高于|低于|高出|超出|快于|慢于|超(?=过?(?:全|省|市|国))|分别).*$/;
export const RANKED =
  /(?:均|都|分别|分列|分居|稳定|继续|持续|一直|并列|连续[^，]{1,4}(?:年|个月|季度|次|届))*(?:位居|排名|排位|排序|位列|名列|跃居|稳居|蝉联|居|排|列|保持|进入|跻身|挺进|冲进|位次|升至|前移|上升到|上升至|提升到|提升至|为|(?:全省|全市|全国|全县|全区|苏北|苏中|苏南|中部|西部|东部|东北|世界|全球)(?=[^，]{0,6}$)).*$/;
export const CHANGED =
  /(?:同比|环比|(?<![占之对百])(?:比|较|与)(?:上|去|前|同|年|[一二三四]季|\d{1,2}月|19|20)).*$|[多少]了?$|(?:净增加|净减少|净减|跃升|前进|再进|进位|净增|增加(?!值)|减少|下降|提升|上升|前移|后移|后退|退后|滑落|提高|新增|下移|上移|少增|多增)(?:了|约|近|达)*$/;
export const EMPTY: Subject = { name: '', core: '', stem: '', id: null };
const DEPENDENT =
  /^(?:(?:获奖|获评|入选|入围|获批|认定|备案|登记|入库|申报|立项|授权|新增)(?:总)?(?:数量?|总数|总量)|产值总量|增量|总数|总量|数量|总额|金额|资金总额|项目数|(?:提升|提高|增长|下降|降低)幅度|增幅|增速|占比|比重|比例|获奖数量|获奖数|规模|份额|位次|强度|人数|件数|数|额|产值|收入|总收入|投资|净增数|年|总|均|累计|累计增速|其余|其|差距|差额|综合|整体|排名|排位|进度|笔数)(?:(?:及|和|、|与)(?:占比|增速|总量|增量|增幅|比重|强度|数量|金额))?$/;

/** 受集采影响下降6%: the cause is not what fell. */
const UNDER = /受[一-龥A-Za-z]{2,14}(?:影响|拖累|冲击|制约|带动)/;

/** The thing a comparison speaks of: its own words before the comparison, else what was named last. */
export function comparedThing(left: string, cut: RegExp, references: References, skipped = '', silent = ''): Named {
  const spoken = nameIn(withoutPlaces(left.replace(/^其中/, '').replace(UNDER, '')).replace(cut, ''));
  const own = spoken.length < 2 && skipped !== '' ? nameIn(skipped) : spoken;
  if (own.length >= 2 && /[一-龥]{2}|GDP|R&D/.test(own)) {
    if (DEPENDENT.test(own) || isGeneric(own)) {
      // 获基金项目60项，资助3亿元，项目数减少: of what was counted, not of the money.
      const counts = /^(?:项目|企业|[人件户家笔项])数$/.test(own) && references.counted !== '' && references.fresh;
      const base = counts ? asPrefix(references.counted) : basis(references);
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
    const clause = leadingVerb(nameIn(lastClause(silent))).rest;
    return { name: clause, subject: subjectOf(clause, clause), own: clause !== '' };
  }
  return { name: fallback.stem, subject: fallback, own: fallback === about && !references.fresh };
}

export const suffixed = (named: Named, suffix: string): Named => ({
  ...named,
  name: named.name.endsWith(suffix)
    ? named.name
    : named.name.replace(/^地区生产总值$/, '地区生产总值(GDP)').replace(/的(?=比重|比例)/, '') + suffix,
});

export function growthName(frame: Frame, references: References): Named {
  const mention = indicatorWithin(frame.before)?.name.replace(/总数$/, '') ?? references.mention;
  const thing = comparedThing(frame.left, COMPARED, { ...references, mention }, frame.skipped);
  if (/(?:增速|增幅|增长率|涨幅|降幅)$/.test(thing.name)) return thing;
  return suffixed(thing, /年均/.test(frame.left) && !/年均/.test(thing.name) ? '年均增速' : '增速');
}

/** 高新技术产业增加值占规上工业增加值比重 is 高新技术产业增加值占比 in the names made from it. */
export function shortRate(name: string): string {
  const plain = name.replace(/的(?=比重|比例)/, '').replace(/^(研发投入强度|R&D经费投入强度)\((?:占|R&D\/GDP).*\)$/, '$1');
  const share = plain.length > 14 ? /^(.{4,})占.{2,}(?:比重|比例)$/.exec(plain) : null;
  return share ? `${share[1]}占比` : plain;
}
