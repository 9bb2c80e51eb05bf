// How far apart two values of one thing are, told last year's first or with other numbers between: 上年人数4万人，人均33.43万元；…比上年增加1.24万元.
import { minus, signedChange, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, isLevel, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import type { Relation } from './relation.ts';

const LAST_YEAR = /上年|去年|上一年|前一年|年初/;
/** 本年比上年增加, 户均多贷, 每万人增加: what of the thing came to more, without the name of another. */
const CHANGED =
  /^[，；](?:本年|今年|今年以来)?(?:同比|比上年(?:同期)?|较上年(?:同期)?|比去年(?:同期)?|较去年(?:同期)?|每[^，。；\d]{1,4}|[户人项件家]均|平均(?:每[一-龥]{1,2})?)?(?:净)?(?<word>增加|减少|提高|降低|下降|提升|缩短|压缩|延长|节约|多|少)[一-龥]{0,2}?$/;
const FALLS = /减|降|少|缩|压|节/;

/** The words between the last stop and the number, without year and verbs. */
const thingOf = ({ lead }: Figure): string =>
  (lead.split(/[，；。：:、]/).at(-1) ?? '').replace(
    /^(?:上年|去年|上一年|前一年|年初|本年|今年|当年)(?:末|底)?(?:同期)?(?:的)?|(?:由|从|达到?|增至|降至|[缩延]短?[到至]|提高到|为|是|有)+$/g,
    '',
  );

/** What is told in a part of the sentence (；) that begins with last year is last year's. */
function isLastYears({ before, lead }: Figure): boolean {
  const clause = lead.split(/[，；。]/).at(-1) ?? '';
  if (/今年|本年|当年|本期/.test(clause)) return false;
  return LAST_YEAR.test(clause.slice(0, 8)) || /^(?:上年|去年|上一年|前一年)/.test(before.split(/[；。]/).at(-1) ?? '');
}

const isValue = (figure: Figure, change: Figure): boolean =>
  (isLevel(figure) || figure.reading.kind === 'ratio') &&
  unitsFit(figure, change) &&
  figure.reading.unit === change.reading.unit &&
  figure.reading.bound === 'exact';

const NEAR = 4;

export const saidDifferences = (page: Page): Relation[] =>
  page.figures.flatMap((change) => {
    const word = CHANGED.exec(change.lead)?.groups?.word;
    if (word === undefined || change.sort === 'points' || change.sort === 'part' || change.inTable !== null) return [];
    const near = beforeInSentence(page, change)
      .slice(0, NEAR)
      .filter((figure) => isValue(figure, change));
    const [last, more] = near.filter(isLastYears);
    const now = near.filter((figure) => !isLastYears(figure));
    const [own] = now;
    if (last === undefined || more !== undefined || own === undefined || now.length > 1) return [];
    const [a, b] = [thingOf(own), thingOf(last)];
    if (a !== '' && b !== '' && a !== b) return [];
    const relation = judge(
      {
        type: 'change',
        members: [own, last],
        stated: signedChange(change, FALLS.test(word)),
        formula: `${valueText(own)} − ${valueText(last)}`,
        compute: minus,
        bond: 'sure',
      },
      page.figures,
    );
    return relation === undefined ? [] : [relation];
  });
