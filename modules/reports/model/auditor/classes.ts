// Whether the parts of a list leave each other apart: classes of one row, sums of money, things of which no word says that they overlap.
import type { Figure } from './figure.ts';

/** Words that put a thing into one class only: classes of one row do not overlap. */
const ROWS: readonly RegExp[] = [
  /国家级|国家(?=高新区)|省级|市级|县级|区级|乡镇|部级|厅级/,
  /特等奖|一等奖|二等奖|三等奖|优秀奖|金奖|银奖|铜奖/,
  /新建|改建|扩建|续建|在建|提升|建成|拟建/,
  /第[一二三四五六七八九]批|首批/,
  /[一二三四]期/,
  /上半年|下半年|[一二三四]季度|(?:19|20)\d\d年/,
  /[男女]性?/,
  /优秀|良好|合格|不合格/,
  /[甲乙丙丁]级/,
  /[ABCDE]级|[ABCDE]类|[ⅠⅡⅢ]类|[一二三四]类/,
  /中央|省财政|省级财政|市财政|市级财政|县财政|县级财政|自筹/,
  /博士|硕士|本科|专科/,
  /发明|实用新型|外观设计/,
  /行政编制|事业编制|工勤编制/,
];

const classOf = (row: RegExp, { lead, tail }: Figure): string | undefined =>
  row.exec(lead.slice(-24))?.[0] ?? row.exec(tail.slice(0, 6))?.[0];

/** Whether the parts are different classes of one row; 国家级、省级、市级分别为5家、13家、20家 names them before. */
export function areApart(parts: readonly Figure[]): boolean {
  return ROWS.some((row) => {
    const classes = parts.map((part) => classOf(row, part));
    return classes.every((one) => one !== undefined) && new Set(classes).size === parts.length;
  });
}

/** 国家级、省级、市级分别为5家、13家、20家: as many names before 分别 as figures behind it. */
export function areInTurn(parts: readonly Figure[]): boolean {
  const [first, ...others] = parts;
  const names = first === undefined ? undefined : /([^，。；：:]+)分别[^，。；、]{0,6}$/.exec(first.lead)?.[1];
  return names?.split(/、|和|与|及/).length === parts.length && others.every(({ lead }) => /^(?:、|，|和|与|及|以及)$/.test(lead));
}

/** What one thing may be beside another: a woman and a member of the party, a firm above scale and one on the exchange. */
const OVERLAPS =
  /以上|[男女]|党员|高级|职称|规上|规模|上市|新增|新认定|外籍|青年|岁|首|重点(?!研发|专项|实验室|项目)|留学|[省市县区境国]外|农村|民营|享受|通过|累计|占|平均|单|最|学历|学位|骨干|领军|专家|人才|院士|兼|龙头|拥有|具有|已|达/;

/** Parts of which no word says that one thing may be counted twice; sums of money are spent once. */
export function areLikelyApart(parts: readonly Figure[]): boolean {
  if (parts.length < 2 || !parts.every(isShortPart)) return false;
  return parts.every(({ sort, lead, tail }, i) => sort === 'money' || !OVERLAPS.test((i === 0 ? afterAmong(lead) : lead) + headOf(tail)));
}

const afterAmong = (lead: string): string => lead.replace(/^.*(?:其中|包括|包含)/, '');
const headOf = (tail: string): string => /^[^，。；、(（]{0,4}/.exec(tail)?.[0] ?? '';

const LONGEST = 16;
const isShortPart = ({ lead }: Figure): boolean =>
  /^[，、；：:和及与]?[^，。；、]*$/.test(afterAmong(lead)) && afterAmong(lead).length <= LONGEST;
