// Names differences after what is compared: 占比比上年变化, 增速与全省之差.
import { COMPARED, comparedThing, EMPTY, shortRate, suffixed } from './compared-things.ts';
import type { Frame } from './frames.ts';
import { nameIn } from './phrases.ts';
import { asPrefix, basis, type References } from './references.ts';
import { canonical, type Named, subjectOf } from './subjects.ts';

/** An intensity keeps the bracket in which its text says what it is set against: a change of it is known by those words too. */
const inItsWords = (name: string): string => (/^(?:研发|R&D)[^()]*强度\(/.test(name) ? name : shortRate(name));
const plainRate = (name: string): string => name.replace(/\([^()]*\)$/, '');
const RATE_NAME = /(?:率|增速|增幅|比重|占比|比例|强度|之比)$/;
/** 高于GDP增速, 快于规上工业: what the rate is set against. */
const BEYOND = /(?:高于|低于|高出|超出|快于|慢于|超过)([一-龥A-Za-z&]{2,16}?)(?:平均水平|平均|均值|水平|约|近)*$/;

const HELD = /^[，、]?(?:比|较|与)[一-龥]{2,10}(?:高|低|快|慢|多|少)出?(?:了|约|近)*$/;

export function differenceName(frame: Frame, references: References): Named {
  // 低于营业收入(24%)3个百分点: the words stand before the bracket.
  const spoken = /^[)）]/.test(frame.left) || frame.left === '' ? frame.clause.replace(/[(（][^()（）]*[)）]/g, '') : '';
  const left = (BEYOND.test(spoken) || HELD.test(spoken) ? spoken : frame.left).replace(/(?<=[比较])(?:同期|同一时期)(?=全[国省市])/, '');
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
  const other = /^[，、]?(?:增速|增幅|占比|比重)?(?:比|较|与)([一-龥]{2,10}?)(?:平均水平)?(?:高出?|低|快|慢|多|少)(?:了|约|近)*$/.exec(
    left,
  )?.[1];
  if (other && !/^(?:上|去|前|同|年|[一二三四]季|十)/.test(other)) {
    const base = references.lastName || basis(references);
    return { name: `${base}与${other}之差`, subject: references.subject ?? EMPTY, own: false };
  }
  const average =
    /(?:高于|低于|高出|快于|慢于|超过?|(?<![同环])比|与)((?:全国|全省|全市|全区|省|市(?!场)|国家|西部|中部|东部)[一-龥]{0,4}?(?:平均水平|平均|均值|水平)?|[一-龥]{2,8}(?=平均))/.exec(
      left,
    );
  const compared = comparedThing(left, COMPARED, references, frame.skipped);
  // A difference in points is one of rates: of the rate that stands before it.
  const rate =
    !compared.own && references.fresh && RATE_NAME.test(plainRate(references.lastName)) ? inItsWords(references.lastName) : compared.name;
  if (/(?:差距|差额)$/.test(compared.name)) return compared;
  const beyond = average ? null : BEYOND.exec(left)?.[1];
  if (beyond) return suffixed({ ...compared, name: rate }, `与${beyond}之差`);
  // 落后于时间进度6个百分点: behind what it should be by then.
  // 差目标1.3个百分点; 较目标值65%低3.2个百分点: short of the aim.
  const shortOfAim =
    /差目标(?:值|任务)?(?:约|近)*$/.test(left) ||
    (/^[高低多少快慢]出?$/.test(left) && /目标(?:值|任务)?的?[\d.]+%[高低]出?$/.test(frame.clause));
  const behind = shortOfAim ? '目标' : /落后于?([一-龥]{2,8}?)(?:约|近)*$/.exec(left)?.[1];
  if (behind && !/全[国省市县]|平均/.test(behind))
    return suffixed({ ...comparedThing('', COMPARED, references), name: references.lastName || rate }, `与${behind}之差`);
  const thing = { ...compared, name: rate };
  return average
    ? suffixed(thing, `与${average[1]?.replace(/(?:平均水平|平均|均值|水平)$/, '') ?? ''}之差`)
    : suffixed(thing, '比上年变化');
}
