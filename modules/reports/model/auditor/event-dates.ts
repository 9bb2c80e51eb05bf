// Dates in the order of what happens: a stretch begins before it ends, work before it is accepted, and it lasts as many days as are said.
import { Rational } from '#kernel/exact/rational.ts';
import type { Page } from './figure.ts';
import { numberOf } from './lists.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOfMatch } from './remark.ts';

const MONTH = '((?:19|20)\\d\\d)年(\\d{1,2})月(?:(\\d{1,2})日)?';
const ORDERED: readonly RegExp[] = [
  new RegExp(
    `${MONTH}[^，。；\\d]{0,8}(?:立项|开工|启动|动工|签约|申报|受理)，?(?:并|且|已|现已)?(?:于|在|至)?${MONTH}[^，。；\\d]{0,8}(?:验收|竣工|投产|建成|结题|完工)`,
    'g',
  ),
  new RegExp(`自${MONTH}起(?:施行|实施|执行|生效)[^。；\\d]{0,12}[至到]${MONTH}`, 'g'),
];

const SPANS: readonly RegExp[] = [
  /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?:至|到|—|-|~)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日/g,
  /(?<!\d)((?:19|20)\d\d)年(\d{1,2})月(?:至|到|—|-|~)((?:19|20)\d\d)年(\d{1,2})月/g,
  /(?<![\d.])((?:19|20)\d\d)年?(?:至|—|-|~)((?:19|20)\d\d)年/g,
  /(?:19|20)\d\d年(\d{1,2})月(\d{1,2})日(?:至|到|—|-|~)(\d{1,2})月(\d{1,2})日/g,
];

/** By the first of year, month and day that both tell and that differs. */
function isLater(from: readonly number[], to: readonly number[]): boolean {
  const differs = from.findIndex((part, i) => part > 0 && (to[i] ?? 0) > 0 && part !== to[i]);
  return (from[differs] ?? 0) > (to[differs] ?? 0);
}

/** Half of what each shape holds is of the earlier date, half of the later: 2020年3月至2019年12月. */
const forward = (page: Page, shapes: readonly RegExp[], formula: string, wrong: string): Relation[] =>
  page.blocks.flatMap((block) =>
    shapes.flatMap((shape) =>
      [...block.text.matchAll(shape)].map((match) => {
        const parts = match.slice(1).map((part) => Number(part ?? 0));
        const half = parts.length / 2;
        const isBackward = isLater(parts.slice(0, half), parts.slice(half));
        return remark({
          type: 'date',
          words: [wordsOfMatch(page, block, match)],
          formula,
          verdict: isBackward ? 'inconsistent' : 'consistent',
          weight: 'date',
          note: isBackward ? wrong : '',
        });
      }),
    ),
  );

const LASTING = /为期([两二三四五六七八九十]|\d{1,2})天[^。；\d]{0,20}(\d{1,2})月(\d{1,2})日?(?:至|到|—|-|~)(\d{1,2})日/g;

/** 为期3天的培训班于5月8日至10日举办. */
function lasting(page: Page): Relation[] {
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(LASTING)].map((match) => {
      const said = numberOf(match[1] ?? '');
      const days = Number(match[4]) - Number(match[3]) + 1;
      return remark({
        type: 'date',
        words: [wordsOfMatch(page, block, match)],
        formula: `${match[4]} − ${match[3]} + 1 = ${said}`,
        computed: Rational.of(days),
        stated: Rational.of(said),
        verdict: days === said ? 'consistent' : 'inconsistent',
        weight: 'date',
        note: days === said ? '' : `说为期${said}天，起止日期为${days}天`,
      });
    }),
  );
}

export const eventDates = (page: Page): Relation[] => [
  ...forward(page, SPANS, '起始早于截止', '起始日期晚于截止日期'),
  ...forward(page, ORDERED, '先后之事日期依次', '在先之事的日期晚于在后之事，请核对两处日期'),
  ...lasting(page),
];
