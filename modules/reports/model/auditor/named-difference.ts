// How far one growth lies above another that is called by name (生物医药增速高于全市高新技术产业总产值增速6.3个百分点), both told before.
import { minus, signedChange, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInText, hasHappened, isGrowthRate } from './find.ts';
import { judge } from './judge.ts';
import { isWithinName } from './likeness.ts';
import { coreOf } from './names.ts';
import type { Relation } from './relation.ts';

const CALLS =
  /(?:^|[，；：])(?<own>[一-龥]{2,8}?)(?:(?:增势|增长|势头|表现|发展)[^，。；\d]{0,8}，)?(?:的)?(?:增速|增幅)(?<word>高于|低于|快于|慢于|高出|比)(?<thing>[^，。；\d]{4,24}?)的?(?:增速|增幅)(?<side>高|快|低|慢)?(?:出|了)?$/;
const REACH = 40;
const SHORTEST = 4;

const isTold = (figure: Figure): boolean =>
  isGrowthRate(figure) &&
  hasHappened(figure) &&
  figure.reading.bound === 'exact' &&
  figure.inTable === null &&
  !/环比|年均|可比|不变价/.test(figure.lead);

/** 生物医药 is said for 生物医药产值, and 总产值 for 产值. */
const bare = (name: string): string => name.replace(/总(?=产值|收入)/, '');
const isOf = ({ name }: Figure, own: string): boolean => name === own || bare(name).replace(/(?:产值|收入)$/, '') === own;

/** One growth only bears the name, however often it is told. */
function onlyOne(found: readonly Figure[]): Figure | undefined {
  const [first] = found;
  return first !== undefined && found.every(({ value }) => value.equals(first.value)) ? first : undefined;
}

function beyondNamed(page: Page, change: Figure): Relation[] {
  const { own = '', word = '', thing = '', side = '' } = CALLS.exec(change.lead)?.groups ?? {};
  const core = bare(coreOf(thing));
  if (change.sort !== 'points' || core.length < SHORTEST || /平均|上年|去年|同期/.test(thing) || (word === '比' && side === '')) return [];
  const told = beforeInText(page, change, REACH).filter(isTold);
  const mine = onlyOne(told.filter((one) => isOf(one, coreOf(own)) && one.place === change.place));
  const other = onlyOne(told.filter((one) => one !== mine && isWithinName(core, bare(one.name))));
  if (mine === undefined || other === undefined) return [];
  const falls = /低|慢/.test(`${word}${side}`);
  const formula = `${valueText(mine)} − ${valueText(other)}`;
  const stated = signedChange(change, falls);
  const relation = judge({ type: 'change', members: [mine, other], stated, formula, compute: minus, bond: 'named' }, page.figures);
  return relation === undefined ? [] : [relation];
}

export const namedDifferences = (page: Page): Relation[] => page.figures.flatMap((figure) => beyondNamed(page, figure));
