// Names shares by the part and the whole: 高新技术产业增加值占规上工业增加值比重.
import { comparedThing, EMPTY, suffixed } from './compared-things.ts';
import type { Frame } from './frames.ts';
import { indicatorNamed } from './lexicon/indicators.ts';
import { briefRd, nameIn, withoutDates } from './phrases.ts';
import { asPrefix, type References } from './references.ts';
import { canonical, type Named, subjectOf } from './subjects.ts';
import { withoutTown } from './town-names.ts';

const LONGEST_WHOLE = 16;

/** 68支团队应榜，来自京津冀的占44%: those of them that come from there. */
const ORIGIN = /(?:^|其中|，|、)((?:来自|用于|投向|属于)[^，、的]{2,14})的占(?:比|到|了|约|近)*$/;

/** 在全市总额中占六成: of the sum of all. */
const WITHIN = /[，、]?在?(全[国省市县区州])总[额量数]中(?:[约所只仅]*)占/;

/** 占全省的25% takes the name of the thing spoken of; 高新技术产业增加值占规上工业增加值比重 names itself. */
export function shareName(frame: Frame, references: References): Named {
  const scope = (frame.left.includes('占') ? frame.left : frame.clause.slice(-40)).replace('份额', '比重').replace(WITHIN, '占$1总额');
  const from = ORIGIN.exec(scope)?.[1];
  if (
    from &&
    (references.fresh || scope.startsWith('其中')) &&
    references.subject &&
    references.subject.core.length >= 2 &&
    !references.subject.core.includes(from)
  )
    return suffixed({ name: `${from}的${asPrefix(references.subject.core)}`, subject: references.subject, own: false }, '占比');
  const spoken = /^[，、\s]*(?:大?约|仅|只|已|也|均|共|合计|所)*占/.test(scope) ? '' : nameIn(scope);
  const whole = canonical(spoken);
  if (indicatorNamed(spoken) ?? indicatorNamed(whole)) return { name: whole, subject: subjectOf(whole, whole), own: true };
  const at = scope.lastIndexOf('占');
  const compared = comparedThing(scope.slice(0, at), /(?:所|均|分别|共|只|仅|仍|还|已|约|就)+$/, references, frame.skipped);
  // 青岚县12家、白渡区9家，合计占全市的60%: of all the places together.
  const thing = /合计[所共]?占/.test(scope) && !compared.own ? { ...compared, name: withoutTown(compared.name) } : compared;
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

const CONTRIBUTES = /(?:贡献|创造|完成|承担|集聚|占有|占据|提供)了?(?:约|近|超|超过|逾)*$/;

/** 高企贡献了近六成的利润、七成的研发投入: so much of the whole, by what is spoken of. */
export function contributedShare(frame: Frame, references: References): Named | null {
  const lists = /^(?:、|以及|和|与|及)(?:约|近|超|超过|逾)*$/.test(frame.left) && /占[一-龥]{2,12}比重$/.test(references.lastName);
  const thing = /^以?上?的([一-龥A-Za-z]{2,14}?)(?:以?及|和|与)?$/.exec(frame.after)?.[1];
  const base = references.subject?.core ?? '';
  if (!thing || base === '' || !(lists || CONTRIBUTES.test(frame.left))) return null;
  return { name: `${asPrefix(base)}占${thing}比重`, subject: references.subject ?? EMPTY, own: false };
}

/** 集聚了全省60%的重点实验室: a share of the region that is named by what is counted. */
export function heldShare(frame: Frame): Named | null {
  const listed = /(?:、|以及|和|与|及)(?:近|约|超|超过|逾)?$/.test(frame.left)
    ? frame.before.match(/全国|全省|全市|全区|全县|全球/g)?.at(-1)
    : undefined;
  const region = /(全国|全省|全市|全区|全县|全球)(?:近|约|超|超过|逾)?$/.exec(frame.left)?.[1] ?? listed;
  const thing = /^以?上?的([一-龥A-Za-z]{2,14}?)(?:以?及|和|与|[在是集来].*)?$/.exec(frame.after)?.[1];
  if (!region || !thing) return null;
  const name = `${thing}占${region}比重`;
  return { name, subject: subjectOf(thing, thing), own: true };
}
