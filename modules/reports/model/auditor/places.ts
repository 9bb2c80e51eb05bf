// Whose figure it is: the nation's, the province's, the city's or the county's, by the words before the number.

/** How wide a place is; figures are set against each other only where it is the same, shares where the whole is wider. */
export type Place = 'county' | 'city' | 'province' | 'nation';

const WIDTH: Readonly<Record<Place, number>> = { county: 1, city: 2, province: 3, nation: 4 };
export const isWider = (a: Place, b: Place): boolean => WIDTH[a] > WIDTH[b];

const WORDS: readonly (readonly [Place, string])[] = [
  ['nation', '全国|我国|国内'],
  ['province', '全省|我省|全自治区'],
  ['city', '全市|我市|本市'],
  ['county', '全县|我县|本县|全区|我区|本区'],
];

const placeOfWord = (word: string): Place | undefined => WORDS.find(([, words]) => words.split('|').includes(word))?.[0];

const HEAD = 120;
const TITLE_WEIGHT = 20;
const LONGEST_TITLE = 40;

/** The place that the document itself speaks for: the one it calls its own most often. */
export function homeOf(source: string): Place {
  const count = (pattern: RegExp) => source.match(pattern)?.length ?? 0;
  // A title is a line of its own; a sentence at the head may name the province's office as well.
  const head = source
    .slice(0, HEAD)
    .split(/[\n。，,;；]/)
    .filter((line) => line.trim().length <= LONGEST_TITLE)
    .join('\n');
  const inTitle = (pattern: RegExp) => (pattern.test(head) ? TITLE_WEIGHT : 0);
  const found: readonly (readonly [Place, number])[] = [
    ['county', 3 * count(/我县|本县|我区|本区/g) + count(/全县|全区/g) + inTitle(/[县区](?:科技局|科学技术局|科工局|经科局)/)],
    ['city', 3 * count(/我市|本市/g) + count(/全市/g) + inTitle(/市(?:科技局|科学技术局)/)],
    ['province', 3 * count(/我省|本省/g) + count(/全省/g) / 4 + inTitle(/省(?:科技厅|科学技术厅)/)],
  ];
  const [best] = [...found].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > 0 ? best[0] : 'city';
}

const NAME_SIGHT = 3000;

/** Title and office tell whose paper it is, however many of its counties are named below. */
const TITLE = 80;
const OF_TITLE = 4;

/** The name of a province, city or county that the head of the text gives, or its beginning most often and more than once. */
export function homeNameOf(source: string): string {
  const counts = new Map<string, number>();
  for (const { 0: name, index } of source
    .slice(0, NAME_SIGHT)
    .matchAll(/(?<![一-龥])[一-龥]{2,3}[省市县]|(?<=[在对为是年])[一-龥]{2}[省市县]/g))
    if (!/[全我本该各外在]/.test(name)) counts.set(name, (counts.get(name) ?? 0) + (index < TITLE ? OF_TITLE : 1));
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > 1 ? best[0] : '';
}

/**
 * Names the subject of a sentence, not what it is compared with (占全省, 高于全省平均) or where it stands (居全省第, 全省首个); 国内发明专利 says who
 * applied, not where it was counted.
 */
const SUBJECT =
  /(?<!占|于|居|列|排|名|位|在|为|达|占到|超过|超|比|较|与|和|持)(全国|我国|国内(?!发明|实用|外观|专利|申请|授权)|全省|我省|全自治区|全市|我市|本市|全县|我县|本县|全区|我区|本区)(?!国内|第|率先|首|唯一|领先|前|平均|最|总|的|各|[一二三四五六七八九十\d])/g;

/** 第七次全国人口普查, “全国技术合同网上登记系统”: the name of a census, a system or a meeting, no place that is counted. */
const IN_NAMES =
  /第[一二三四五六七八九十]+次全国[一-龥]{0,4}普查|[“"《]全国[^“”"《》，。]*[”"》]|全国[一-龥]{2,10}(?:普查|系统|平台|大赛|大会)/g;

/** The last subject named before the number in its sentence. */
export function placeBefore(before: string, home: Place): Place {
  const last = [...before.replace(IN_NAMES, '').matchAll(SUBJECT)].at(-1)?.[1];
  return (last === undefined ? undefined : placeOfWord(last)) ?? home;
}

/** The place named in the whole of a share: 占全省, 占全国总量. */
export function placeIn(words: string): Place | undefined {
  const found = /全国|我国|国内|全省|我省|全市|我市|本市|全县|我县|本县|全区|我区|本区/.exec(words)?.[0];
  return found === undefined ? undefined : placeOfWord(found);
}
