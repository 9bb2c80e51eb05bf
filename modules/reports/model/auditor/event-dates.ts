// Days in the order of what happens: begun before it is accepted, in force before it ends, and as many days as are said.
import { Rational } from '#kernel/exact/rational.ts';
import type { Page } from './figure.ts';
import { numberOf } from './lists.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt } from './remark.ts';

const MONTH = '((?:19|20)\\d\\d)年(\\d{1,2})月(?:(\\d{1,2})日)?';
const ORDERED: readonly RegExp[] = [
  new RegExp(
    `${MONTH}[^，。；\\d]{0,8}(?:立项|开工|启动|动工|签约|申报|受理)，?(?:并|且|已|现已)?(?:于|在|至)?${MONTH}[^，。；\\d]{0,8}(?:验收|竣工|投产|建成|结题|完工)`,
    'g',
  ),
  new RegExp(`自${MONTH}起(?:施行|实施|执行|生效)[^。；\\d]{0,12}[至到]${MONTH}`, 'g'),
];

function inOrder(page: Page): Relation[] {
  return page.blocks.flatMap((block) =>
    ORDERED.flatMap((shape) =>
      [...block.text.matchAll(shape)].map((match) => {
        const [a = 0, b = 0, c = 0, x = 0, y = 0, z = 0] = match.slice(1).map((part) => Number(part ?? 0));
        const isBackward = a * 100 + b > x * 100 + y || (a === x && b === y && c > 0 && z > 0 && c > z);
        return remark({
          type: 'date',
          words: [wordsAt(page, block, match.index, match.index + match[0].length)],
          formula: '先后之事日期依次',
          verdict: isBackward ? 'inconsistent' : 'consistent',
          weight: 'date',
          note: isBackward ? '在先之事的日期晚于在后之事，请核对两处日期' : '',
        });
      }),
    ),
  );
}

const LASTING = /为期([两二三四五六七八九十]|\d{1,2})天[^。；\d]{0,20}(\d{1,2})月(\d{1,2})日?(?:至|到|—|-|~)(\d{1,2})日/g;

/** 为期3天的培训班于5月8日至10日举办. */
function lasting(page: Page): Relation[] {
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(LASTING)].map((match) => {
      const said = numberOf(match[1] ?? '');
      const days = Number(match[4]) - Number(match[3]) + 1;
      return remark({
        type: 'date',
        words: [wordsAt(page, block, match.index, match.index + match[0].length)],
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

export const eventDates = (page: Page): Relation[] => [...inOrder(page), ...lasting(page)];
