// Decides what kind of statement a number makes, from its unit and the words around it.
import type { Frame } from './frames.ts';
import type { Kind, Measure } from './reading.ts';

export type Sort = {
  readonly kind: Kind;
  readonly measure: Measure;
  readonly falls: boolean;
};

const CHANGE_VERB =
  '增长|增产|减产|增收|少增|多增|增幅|增速|增长率|增加|上升|上涨|提高|提升|下降|降幅|回落|下滑|减少|降低|下跌|涨幅|跌幅|缩减|萎缩|递增|递减|改善|收窄|扩大|同比|环比|比增|攀升|缩短|压缩|压减|放慢|放缓';
const TAIL = '(?:了|达到|到达|达|为|约|近|超过|超|逾|分别|是|:|：|已|高达|仅|突破|在|均|都|幅度)*';
/** 增15%, 比上年多5%, +8%: said in a word or a sign. */
const BRIEFLY = '(?<![新净纳倍激])[增涨降跌减](?:了|约|近|超|逾)*|(?:同比|[比较][^，]{1,12})[多少](?:出|了)*(?:约|近)*|[+＋↑↓]';
const GROWS = new RegExp(`(?:(?:${CHANGE_VERB}|(?:比|较)(?:上年|去年|同期|上年同期|去年同期))${TAIL}|${BRIEFLY})$`);
const FALLS =
  /↓$|(?:下降|下行|下探|走低|降幅|回落|下滑|减少|降低|下跌|跌幅|缩减|萎缩|递减|减产|少增|负增长|收窄|缩短|压缩|压减|放慢|放缓|降|减|(?:同比|[比较][^，]{1,12})少)(?:了|出|达到|达|为|约|近|超过|分别为|分别|幅度)*$/;
const COUNT_CHANGE =
  /(?:净增加|净增|增加|减少|下降|上升|提升|提高|前移|前进|再进|增产|减产|后移|上移|下移|回落|压缩|缩短|降低|攀升|跃升|超出|[尚还仍]差|(?:^|[，、])差|相差|(?:同|环)比[多少高]出?|[比较][^，]{1,12}(?:增|[多少高]出?|[多少][投支引增产获签登][入出进批约记]?|低|提前|进)|[一-龥]{2}[多少](?=了)|[比较](?:上年|去年|同期|上年同期|去年同期)[多少][一-龥]{1,2}|(?:^|[，、])(?:高出|多出|少于|多于|低于|高于)[一-龥]{2,8}|[之年]间[多少]出|下滑|滑落|退后|后退|退步|^[，、]?[多少]|[↑↓]|(?:^|[，、；])(?:前|又|再)?进了|(?:^|[，、；])(?:只)?[多少](?:签约?|成交|投|获批?|认定|入库|登记?|放款)[一-龥]{0,4})(?:了|约|近|超过|分别|达|幅度达)*$/;
const NET = /净(?:增加?|减少?)(?:数|量)?[^，。]{0,20}$/;
const DIFFERENCE =
  /落后于?[^，]{0,12}$|差(?:年度|全年)?目标(?:值|任务)?$|^[)）]?的?(?:高|低|快|慢)(?:了|出)?$|[仍还又尚][低少掉][了出]?$|(?:与[^，]{2,14}相比[^，]{0,4}[高低]|高于|低于|高出|超出|快于|慢于|超过?(?:全国|全省|全市|全县|省|市)|比[^，]{1,20}(?:高|低|快|慢)|较[^，]{1,20}(?:高|低|快|慢))[^，]{0,24}$/;
const LOWER =
  /落后于?[^，]{0,12}$|差(?:年度|全年)?目标(?:值|任务)?$|^[)）]?的?(?:低|慢)(?:了|出)?$|[低少掉][了出]?$|(?:与[^，]{2,14}相比[^，]{0,4}低|低于|慢于|(?:比|较)[^，]{1,20}(?:低|慢))[^，]{0,24}$/;
const OUTPUT_VALUE = /GDP|gdp|生产总值|营业收入|主营业务收入|销售收入|销售额|产值/;
const SHARE = /占|比重|占比|比例|份额|参与率/;
const RATE = /率|强度|满意度|普及面|系数|覆盖面|浓度|集中度|自给/;
const RULE_NOUN = /^的?(?:比例|标准|补助|奖励|资助|补贴|支持|配套|优惠|贴息|税率|贴补|给予|予以)/;
const QUALIFIED =
  /^的?(?:[一-龥]{0,10}?)(?:企业|单位|项目|机构|园区|平台|工业|制造业|人员|团队|人才|乡镇|村|农户|合同|订单|县区|高校|院所|产业|集群|科技成果)/;
const LIMITED =
  /(?:收入|营收|产值|费用|投入|额|投资|资金|人数|年龄|税收|比例|经费|规模|面积|销售|注册资本|评分|得分|积分)(?:达到|达|在|为|超过|首次达到|首次突破|首次)*$/;
const SUPPORT = /补贴|补助|奖励|资助|支持|贷款|贴息|授信|额度|配套|奖补|扶持|给予/;

const sort = (kind: Kind, measure: Measure, falls = false): Sort => ({ kind, measure, falls });

/** 占全年目标(100家)的45%, 完成年度计划的90%: how much of an aim has been reached. */
const OF_AIM =
  /(?:占|完成|超额?|达到?|为|是|相当于)[^，。；]{0,12}(?:任务|目标|计划|指标)(?:数|值|量|任务)?(?:[(（]?[\d.,]+[万亿]?[一-龥]{1,3}[)）]?)?的(?:约|近|超过?)?$|完成[^，。；]{0,12}(?:任务|目标|计划|指标)(?:数|值|量|任务)?(?:达|达到)?$/;

export const reachesAim = ({ before }: Frame): boolean => OF_AIM.test(before.slice(-28));

const BRANCH =
  /(?:增加值|产业|行业|产值|(?:营业|销售|主营业务)收入)(?:达到?|为|约)?(?:[\d.]+[万亿]+元?[、，]?)?(?:[^，；。占]{0,4}增长[\d.]+%，)?(?:[高低]于?出?[^，；。占]{2,12}个?百分点，)?的?占[^，]*$/;

/** A branch is a part of the economy; spending set against it is a rate. */
function setAgainst(scope: string, before: string): Sort {
  const whole = /占|之比/.test(scope) ? scope.slice(Math.max(0, scope.indexOf('占'))) : '';
  const isRate = OUTPUT_VALUE.test(whole) && !BRANCH.test(before) && !/工业总?产值|(?:规上|规模以上|全部)工业增加值/.test(whole);
  return isRate ? sort('ratio', 'rate') : sort('share', 'share');
}

const GROWTH_NAMED = /(?:增速|增幅|增长率)(?:[（(]|[^，。；:：\d%]{0,8}，?)$/;

/** 增速居前三位的是：甲市12%、乙县11%. */
const RANKED_GROWTHS =
  /增[速幅][^，。；:：\d%]{0,16}(?:[\d一二三四五六七八九十]+[位名个])?[^，。；:：\d%]{0,8}(?:是|为|[:：])+(?:[^。；:：、]{2,16}%(?:[、，和]|$))*$/;

/** 兑付比例为实际支付额的50%, 抵用比例调整为50%: what a rule gives. */
const RULE_SHARE = /(?:兑付|抵用|抵扣|补助|补贴|资助|奖励|贴息|支持)比例(?:调整|提高|统一|确定)?(?:为|是|按|到)+[^，。；\d]{0,14}$/;
/** 财政科技支出2168万元，为一般公共预算支出的0.6%: a part of it. */
export const PART_OF = /^[，、]?为(?!上年|去年|全[国省市]平均)[^，。；]{2,12}(?:支出|总额|总量|总数)的$/;

function percentSort(frame: Frame): Sort {
  const { left, before, after, clause, amount, silent } = frame;
  if (/(?:至|到|达到)$/.test(left) && /提高|提升|增加|上升|扩大|增长|下降|降低|减少|压缩/.test(left))
    return /占|比重|占比|比例/.test(clause) ? setAgainst(clause, before) : sort('ratio', 'rate');
  // 甲市(-3%): below nothing but where it stood before.
  if (amount.negative && (frame.inside ? left === '' : /^[，、]?(?:同比|环比)?$/.test(left))) return sort('yoy_growth', 'rate');
  if (GROWS.test(left)) return sort('yoy_growth', 'rate', FALLS.test(left));
  if (/^的?(?:年均|平均)?(?:增速|增长|增幅|速度|涨幅)/.test(after)) return sort('yoy_growth', 'rate');
  // 低于投资增速(11.8%); 增速实现破百，达到114.9%.
  if (frame.inside ? GROWTH_NAMED.test(before) : /^[，、]?(?:分别)?(?:为|达到?)$/.test(left) && GROWTH_NAMED.test(silent))
    return sort('yoy_growth', 'rate');
  if (RANKED_GROWTHS.test(before.slice(0, before.length - left.length)) && /^、?[一-龥]{1,10}$/.test(left))
    return sort('yoy_growth', 'rate');
  if (reachesAim(frame)) return sort('ratio', 'rate');
  if (frame.inside && left === '' && /(?:占比|比重)[^，。（(]{0,6}[（(]$/.test(before)) return sort('share', 'share');
  if (RULE_SHARE.test(left)) return sort('ratio', 'rule');
  if (PART_OF.test(left)) return sort('share', 'share');
  if (SHARE.test(left) || SHARE.test(clause.slice(-24))) {
    return setAgainst(SHARE.test(left) ? left : clause.slice(-24), before);
  }
  // …占比较小，分别为1.2%、0.3%: the clause before says of what.
  if (/^[，、]?(?:分别|均|各)(?:为|占|达到?|是)$/.test(left) && /占比|比重/.test(silent)) return sort('share', 'share');
  if (RATE.test(left) || /之比|相当于/.test(left)) return sort('ratio', 'rate');
  if (/(?:全国|全省|全市|全县|全区)(?:总[量数额])?(?:的)?$/.test(left) && !/高于|低于|[快慢]于/.test(left)) return sort('share', 'share');
  if (RULE_NOUN.test(after)) return sort('ratio', 'rule');
  // 仅为全省平均的八成.
  if (/(?:为|是|相当于|达到?)[^，]{0,8}平均(?:水平)?的$/.test(left)) return sort('ratio', 'rate');
  if (/^[成半]$/.test(amount.unit?.written ?? '')) return sort('share', 'share');
  if (/^(?:的|是|为|由|来自)/.test(after) || QUALIFIED.test(after)) return sort('share', 'share');
  return sort('ratio', 'rate');
}

/** 的行业大类, 的市州: a class of branches or places. */
const CLASS =
  /^的(?!增长|速度|比例|水平|规模|份额)[一-龥]{0,4}(?:行业|门类|大类|地区|省份|城市|市州|设区市|市|县区|县市区|县|区|乡镇|镇|街道|园区|高新区|开发区)(?!场|级|域|间|块)/;
const REACHES = /(?:跨入|迈入|跨上|迈上|进入|达到|突破|超过)(?:了)?$/;

/** 投入超过500亿元的行业, 成交额跨入百亿元的市州, 高于3%的地区: a mark that restricts a class of branches or places. */
const restricts = ({ amount, bounding, left, after }: Frame): boolean =>
  CLASS.test(after) &&
  (amount.unit?.class === 'money'
    ? LIMITED.test(left) || REACHES.test(left) || bounding !== ''
    : amount.unit?.class === 'count'
      ? /^(?:不足|不到|少于|超过|多于)$/.test(bounding)
      : amount.unit?.class === 'percent' && /^(?:高于|低于|大于|小于|不足|不低于|不高于)$/.test(bounding));

/** 3亿元以上的工业企业, 主营业务收入5亿元的企业: a mark that selects, not a result. */
function isThreshold(frame: Frame): boolean {
  const { amount, left, after } = frame;
  const money = amount.unit?.class === 'money';
  const bounded = amount.bound === 'at_least' || amount.bound === 'at_most' || amount.bound === 'more_than' || amount.bound === 'less_than';
  const wordAfter = frame.afterStart > amount.end;
  if (restricts(frame)) return true;
  // 对年度研发费用超过300万元、且 …的企业: what it is asked for.
  if (money && bounded && LIMITED.test(left) && /^对[^，]*$/.test(frame.clause)) return true;
  // 投资达到300万元以上(含300万元): the mark said again.
  if (money && frame.inside && /^[（(]?(?:不?含|包括)$/.test(left)) return true;
  if (
    money &&
    wordAfter &&
    bounded &&
    (QUALIFIED.test(after) ||
      (LIMITED.test(left) && /^(?:的|无|未|且|$)/.test(after) && !/^[，。；]/.test(frame.behind) && frame.behind !== ''))
  )
    return true;
  // 收入5亿元以上的82家: the things counted go without saying.
  if (
    wordAfter &&
    bounded &&
    (money || amount.unit?.class === 'score') &&
    /^的?\d+[家户个项笔件]/.test(frame.behind) &&
    SELECTED.test(left)
  )
    return true;
  // 授权超过50件的申请人有3个: whom the count behind counts.
  if (/^(?:超过|高于|多于|低于|不足|少于|不到)$/.test(frame.bounding) && /^的[一-龥]{2,10}(?:共有|仅有|只有|有|共|仅|只|达)$/.test(after))
    return true;
  // 有4家得分低于50分: the count stands before its mark.
  if (
    amount.unit?.class === 'score' &&
    /^(?:超过|高于|低于|不足)$/.test(frame.bounding) &&
    /\d[家个所户][^，\d]{0,4}[得评]分$/.test(frame.clause)
  )
    return true;
  // 带动农户30户以上的，给予补助: whom a rule is for.
  if (wordAfter && bounded && /^的[，,]?(?:给予|予以|一次性|再|按|奖励|补助|可享受)/.test(frame.behind)) return true;
  // 对研发费用300万元以上、且增长10%以上的企业: what else is asked for.
  if (
    amount.unit?.class === 'percent' &&
    wordAfter &&
    bounded &&
    QUALIFIED.test(after) &&
    GROWS.test(left) &&
    /对[^。；]*$/.test(frame.before)
  )
    return true;
  // 得分低于60分的2家.
  if (amount.unit?.class === 'score' && frame.bounding !== '' && /^的\d/.test(frame.behind)) return true;
  if (money && /^的?(?:[一-龥]{0,6}?)(?:企业|高企|公司)/.test(after) && LIMITED.test(left)) return true;
  if (money && bounded && /^的部分/.test(after)) return true;
  if (money && amount.bound === 'more_than' && amount.chinese && /^的/.test(after)) return !/(?:总投资|总规模|投资)$/.test(left);
  if (money && (frame.bounding === '上限' || (amount.bound === 'at_most' && SUPPORT.test(after + frame.before.slice(-40))))) return true;
  if (amount.unit?.class === 'percent' && wordAfter && bounded && QUALIFIED.test(after) && /^的/.test(after)) return MEASURED.test(left);
  // 强度超过1.5%的只有3个: whom the count counts.
  if (
    amount.unit?.class === 'percent' &&
    frame.bounding !== '' &&
    /^的(?:只有|仅有|有|还有|仅|达|共)?[\d一二两三四五六七八九十]/.test(frame.behind) &&
    (MEASURED.test(left) || /^[，、]?(?:而)?$/.test(left))
  )
    return true;
  // 财政资助不超过项目总投入的30%, 企业自筹比例不低于70%, 不良率容忍上限2%: what may be given and borne.
  if (amount.unit?.class === 'percent' && (CAPPED.test(left + frame.bounding) || /容忍/.test(left + after))) return true;
  // 进度低于80%的，要说明原因: whom it is asked of.
  if (amount.unit?.class === 'percent' && /^(?:高于|低于|不足|超过|未达)$/.test(frame.bounding) && /^的[，,]/.test(frame.behind))
    return true;
  return /(?:岁|周岁)/.test(amount.unit?.base ?? '') && wordAfter;
}

const SELECTED = new RegExp(`${LIMITED.source}|^[，、:：]?(?:其中)?(?:单[笔项个户])?$`);

const CAPPED =
  /(?:资助|补助|补贴|贴息|支持|奖励|自筹)(?:比例|资金|金额|额度)?(?:不超过|不高于|最高|不低于|不少于|不得少于|不得超过)[^，。；\d]{0,14}$/;

/** 收益率5%以上的企业 are selected by a rate; 80%以上的企业 are so many of them. */
const MEASURED = /[率比重度速幅例额入值资用]/;

const TOTAL_BEHIND = /^[，,](?:累计)?(?:总数|总量|总计|累计)(?:已|共)*(?:达到?|增至|为|有|突破|超过)/;

/** 万家企业中高新技术企业15家: so many to ten thousand of them. */
const PER_MANY = /^(?:每|平均每)?[百千万][家户名][一-龥]{2,10}中[一-龥]*$/;

function countSort(frame: Frame, listed: boolean): Sort {
  const { amount, left, clause } = frame;
  if (isThreshold(frame)) return sort('threshold', 'rule');
  if (amount.unit?.class === 'count' && PER_MANY.test(clause)) return sort('ratio', 'rate');
  if (amount.unit?.class === 'times') return sort('multiple', /补助|奖励|加计|给予/.test(clause + frame.after) ? 'rule' : 'rate');
  // 超额6000万元; 距目标还有0.5亿元缺口: by how much.
  if (/^[，、]?(?:约|还)?超额$/.test(left)) return sort('change', 'difference');
  if (/[距离][^，]{0,6}(?:目标|任务)(?:还|尚|仍)?[有差缺]$/.test(left)) return sort('change', 'difference');
  // 超目标任务2500万元: by how much.
  if (/(?:^|[，、])超(?:额|出|过)?[^，]{0,4}(?:目标|任务|计划)(?:任务|数|值|指标)?$/.test(left)) return sort('change', 'difference');
  if (NET.test(left)) return sort('change', 'net_change', /净减/.test(left));
  // 科学素质提升六大工程: works that are named, not a rise.
  if (COUNT_CHANGE.test(left) && amount.unit?.written !== '大')
    return sort(
      'change',
      amount.unit?.base === '位' || /比|较|[高低多少]于/.test(left) ? 'difference' : 'net_change',
      /减少|下降|降低|缩短|压缩|少|低|后移|下移|回落|下滑|滑落|退|落后/.test(left.slice(-10)),
    );
  // 入库企业新增58家，总数达195家: so many more than there were; without the total they are new ones.
  if (/[一-龥]新增(?:了|约|近|超过)?$/.test(left) && TOTAL_BEHIND.test(frame.behind)) return sort('change', 'net_change');
  return sort('level', listed ? 'set_size' : measureOf(frame));
}

function measureOf({ left, before, amount, after }: Frame): Measure {
  if (amount.chinese && /方面|大/.test(amount.unit?.written ?? '')) return 'set_size';
  if (/累计/.test(left) || /以来[^。]*$/.test(before)) return 'cumulative';
  if (/新增|新建|新认定|新获批|新备案|新培育|新引进|创建|新设|新组建/.test(left + after)) return 'new';
  if (/总数|总量|拥有|共有|现有|存量|目前|余额|在孵|建有|已有|达$|达到$|面积|人口/.test(left))
    return /额|投入|支出|收入|产值|成交/.test(left) ? 'flow' : 'stock';
  return 'flow';
}

/** The sort of a number standing alone; the reader hands it on along 分别 lists. */
export function sortOf(frame: Frame, listed: boolean): Sort {
  const { amount, left } = frame;
  if (amount.form === 'rank') return sort('rank', 'rank');
  if (amount.form === 'doubling') return sort('multiple', 'rate');
  if (amount.form === 'to-one') return sort('ratio', 'rate');
  if (amount.form === 'ratio-part') return amount.unit?.class === 'percent' ? sort('share', 'share') : sort('ratio', 'rate');
  if (amount.unit?.class === 'points') {
    // 低于工业增速(19.4%)1.4个百分点: the words stand before the bracket.
    const words = /^[)）]?$/.test(left) ? frame.clause : left;
    // 降幅收窄2.5个百分点: less of a fall is more.
    const eases = /[降跌]幅/.test(words) && /收窄|缩小/.test(words);
    const falls = DIFFERENCE.test(words) ? LOWER.test(words) : FALLS.test(words) && !eases;
    return sort('change', 'difference', falls);
  }
  if (amount.unit?.class === 'percent') return isThreshold(frame) ? sort('threshold', 'rule') : percentSort(frame);
  return countSort(frame, listed);
}
