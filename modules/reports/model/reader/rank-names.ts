// Names ranks after the thing ranked: 高新技术企业总数排名.
import { comparedThing, growthName, RANKED, shortRate, suffixed } from './compared-things.ts';
import type { Frame } from './frames.ts';
import { indicatorWithin } from './lexicon/indicators.ts';
import { nameIn, withoutDates } from './phrases.ts';
import type { References } from './references.ts';
import { type Named, subjectOf } from './subjects.ts';

const ENTERED = /(?:入选|入围|获评|跻身|上榜|登上|进入)([^，。；、(（]{4,20})[(（]$/;
const AMONG_OTHERS = /^[、，]?(?:位?居|列|排名?|名列)?[一-龥]{1,6}(?:[省市州县区圈群带]|地区|区域|中部|西部|东部|东北|北方|南方)$/;
const AMONG_WHOM =
  /^[一-龥]{0,6}(?:省|市|州|县|区|城市|省份)(?:[(（][^()（）]{1,5}[)）])?中(?=[仍还]?(?:列|排|位|居|名|由|从))|^[一-龥]{0,4}(?:市州|州市|市|州|县|区|城市|省份)里(?=列|排|位|居|名)/;
/** 由第7位升至第5位: the same rank later. */
const MOVED_TO =
  /^[，、]?(?:又|再|快速|大幅)?(?:上升|跃升|提升|前移|升|跃居|跃|进|下降|下滑|滑落|后移|降|退)(?:至|到|为)?(?:全[国省市县区州])?$/;

/** 科技进步综合评价位次实现进位，跃居全省第十: the clause without a number says what is ranked. */
const JUDGED =
  /(?:^|[，:：])([^，:：]{2,20}?(?:位次|排名|评价|指数|得分|能力|竞争力|实力|榜单|百强|百强榜|考核|测评|监测|评估))[^，:：]*[，:：]$/;

const SPENT = /^(?:支出|投入|经费)(?:总量|总额|规模)?(?:排名)?$/;
/** 研发经费支出64亿元，强度2.3%，支出总量居第5位: the spending that the sentence told is ranked. */
export function rankName(frame: Frame, references: References): Named {
  const ranked = rankOf(frame, references);
  const spent = SPENT.test(ranked.name) ? indicatorWithin(frame.before) : null;
  return spent?.id === 'rd-expenditure'
    ? suffixed({ name: spent.name, subject: subjectOf(spent.name, spent.name), own: false }, '排名')
    : ranked;
}

function rankOf(given: Frame, references: References): Named {
  // 在13个地市中列第9位: among whom is no part of what is ranked.
  const frame = { ...given, left: given.left.replace(AMONG_WHOM, '') };
  if (references.rankBefore !== '' && references.subject && MOVED_TO.test(frame.left))
    return { name: references.rankBefore, subject: references.subject, own: false };
  // 第58位，较上年度的第69位前移11位: what it is set against.
  if (references.rankBefore !== '' && references.subject && /^[，、]?[较比](?:上年度?|去年)的?$/.test(frame.left))
    return { name: references.rankBefore, subject: references.subject, own: false };
  // 居全省第4位、陕南第一, 居全省第六位，某某城市圈第三位: the same thing among others.
  if (
    (/^[、和及，](?:位?居|列|排名?|名列)?[一-龥]{2,4}$/.test(frame.left) ||
      (references.rankBefore !== '' && AMONG_OTHERS.test(frame.left))) &&
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
    return suffixed(
      comparedThing(standing.left.replace(/首次(?=位?居)|在(?:全国|全省|全市|全县|全区)?$/g, ''), RANKED, references),
      `${among}排名`,
    );
  }
  const judged = nameIn(frame.left.replace(RANKED, '')) === '' ? JUDGED.exec(frame.silent)?.[1] : undefined;
  if (judged) {
    const thing = nameIn(judged);
    return suffixed({ name: thing, subject: subjectOf(thing, thing), own: true }, '排名');
  }
  const zone = ZONE.exec(frame.left)?.[1];
  const contest = zone === undefined ? null : IN_JUDGEMENT.exec(withoutDates(frame.before.slice(-60)));
  if (zone && contest) {
    const thing = `${zone}${contest[1] ?? `在${contest[2]}中`}`;
    return suffixed({ name: thing, subject: subjectOf(thing, thing), own: true }, '排名');
  }
  const own = comparedThing(frame.left, RANKED, references, '', frame.silent);
  if (own.own || nameIn(frame.left.replace(RANKED, '')).length >= 2) return suffixed(own, '排名');
  // 占全省的3%，居全省第4位: the place among regions is that of the thing, whichever of its figures says so.
  const last = shortRate(references.lastName).replace(REGION_SHARE, '');
  return suffixed({ ...own, name: last || own.name }, '排名');
}

/** 在国家高新区综合评价中，青岚高新区由上年第14名: who is judged, and in what. */
const ZONE = /^[，、]?([一-龥]{2,6}(?:高新区|经开区|开发区|园区))(?:首次参评即)?(?:[由从](?:上年度?|去年)?的?)?(?:[位居列排名为]*)$/;
const IN_JUDGEMENT =
  /(?:在(?:全[国省市])?([一-龥]{2,12}?(?:评价|考核|评估|测评))中|([一-龥]{2,6}(?:高新区|经开区|开发区|园区))中)(?:[（(][^()（）]{1,10}[)）])?[，,]/;

const REGION_SHARE = /占(?:全国|全省|全市|全区|全县|全州|全球|世界)(?:总量)?(?:的)?(?:比重|比例|份额)$/;

/** 研发投入强度排名 among the cities of the province is 研发投入强度全省排名. */
export const rankedAmong = (name: string, whole: string | null): string =>
  whole !== null && name.endsWith('排名') && !name.includes(whole) ? name.replace(/排名$/, `${whole}排名`) : name;
