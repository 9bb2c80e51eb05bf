// A number told again as what is spoken of (我市1839件有效专利中，…): it is the number that was told of that thing before.
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { areOfOneSize, beforeInText, hasHappened, isAmount, isLevel, periodsAgree } from './find.ts';
import { isAkin } from './likeness.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';
import { isSlip } from './repeats.ts';

const AGAIN = /^(?<noun>[一-龥]{4,12})(?:当中|之中|中)(?=，|[^，。；]{0,6}占)/;
const OPENS = /(?:^|，|。|年|月|底|末|[全我本][国省市县区]|这|该|上述|的)$/;
const REACH = 40;

function toldAgain(page: Page, figure: Figure): Relation[] {
  const noun = AGAIN.exec(figure.tail)?.groups?.noun;
  if (noun === undefined || figure.sort !== 'count' || !OPENS.test(figure.lead) || figure.reading.bound !== 'exact') return [];
  const told = beforeInText(page, figure, REACH).filter(
    (one) =>
      isLevel(one) &&
      hasHappened(one) &&
      one.reading.bound === 'exact' &&
      isAmount(one) &&
      one.reading.unit === figure.reading.unit &&
      one.place === figure.place &&
      one.inTable === null &&
      one.sentence !== figure.sentence,
  );
  // All of it, and no part with a word more before its name (职务发明专利).
  const all = told.find(
    (one) =>
      (one.lead.endsWith(noun) || one.name === noun || (isAkin(one.name, noun) && one.lead.includes(noun))) && periodsAgree(one, figure),
  );
  if (all === undefined || told.some((one) => one.value.equals(figure.value) && one.lead.endsWith(noun))) return [];
  const isCopied = told.some((one) => one !== all && one.value.equals(figure.value));
  const fits = all.value.equals(figure.value);
  if (!fits && !isCopied && !isSlip(all, figure) && !areOfOneSize(all, figure)) return [];
  return [
    remark({
      type: 'duplicate',
      words: [all, figure].map(wordsOf),
      formula: '同一指标的两处数值相等',
      computed: all.value,
      stated: figure.value,
      verdict: fits ? 'consistent' : 'inconsistent',
      note: fits ? '' : `“${noun}”前文为${valueText(all)}，这里为${valueText(figure)}，请核对哪一处为准`,
    }),
  ];
}

export const toldCounts = (page: Page): Relation[] => page.figures.flatMap((figure) => toldAgain(page, figure));
