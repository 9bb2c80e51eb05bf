// Places in a row (居前四位的依次是甲、乙、丙、丁) beside the place that is told of one of them by name: 丁…退至第五位.
import type { Figure, Page } from './figure.ts';
import { numberOf } from './lists.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt, wordsOf } from './remark.ts';

const ROW =
  /前(?<count>[二两三四五六七八九十]|\d{1,2})(?:位|名)?的?[^，。；、\d]{0,8}?(?:依次|分别)(?:是|为|有)(?<names>[^。；：:]{6,200})/g;
const NAME = /^[一-龥]{2,10}?(?=[市县区]?(?:\d|[(（]|$)|[市县区](?:[、，]|$))/;
const REACHED =
  /(?:升至|升到|跃升至|上升至|上升到|前移至|退至|退到|降至|下降至|下降到|后移至|跌至|滑落至|位居|位列|排名|排|列|居)(?:全[国省市县区])?$/;
const FAR = 400;

interface Placed {
  readonly name: string;
  readonly place: number;
}

/** The names of the row and their places, where they are as many as is said. */
function placesOf(names: string, count: number): readonly Placed[] {
  const items = names
    .split(/、|和|及|与/)
    .map((item) => NAME.exec(item.trim())?.[0] ?? '')
    .slice(0, count);
  return items.length < count || items.some((name) => name.length < 2) ? [] : items.map((name, i) => ({ name, place: i + 1 }));
}

/** Whose place it is: the name that the part of the sentence begins with. */
const ownerOf = ({ before }: Figure, placed: readonly Placed[]): Placed | undefined => {
  const part = before.split('；').at(-1) ?? '';
  return placed.find(({ name }) => part.trim().startsWith(name));
};

export const toldRanks = (page: Page): Relation[] =>
  page.blocks.flatMap((block) =>
    [...block.text.matchAll(ROW)].flatMap((match) => {
      const placed = placesOf(match.groups?.names ?? '', numberOf(match.groups?.count ?? ''));
      if (placed.length < 2) return [];
      const words = wordsAt(page, block, match.index, match.index + Math.min(match[0].length, 40));
      const ranks = page.figures.filter(
        ({ reading, lead }) =>
          reading.kind === 'rank' &&
          reading.bound === 'exact' &&
          reading.rawStart > words.span.start &&
          reading.rawStart - words.span.end < FAR &&
          REACHED.test(lead),
      );
      return ranks.flatMap((rank) => {
        const owner = ownerOf(rank, placed);
        if (owner === undefined || /增[速幅长]|上年|去年/.test(rank.lead)) return [];
        const fits = Number(rank.value.numerator) === owner.place;
        return [
          remark({
            type: 'rank',
            words: [words, wordsOf(rank)],
            formula: `${owner.name}列第${owner.place}位`,
            stated: rank.value,
            verdict: fits ? 'consistent' : 'inconsistent',
            note: fits ? '' : `按所列次序${owner.name}为第${owner.place}位，这里说是${rank.reading.raw}`,
          }),
        ];
      });
    }),
  );
