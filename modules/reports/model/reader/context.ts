// What the reader remembers while it walks through a report: its year and place, the section, the last thing named.
import type { Mood } from './outline.ts';
import { Outline } from './outline.ts';
import type { Clock, Period } from './periods.ts';
import type { Told } from './place-lists.ts';
import { placeOfOffice } from './places.ts';
import type { ReadOptions } from './reading.ts';
import type { Subject } from './references.ts';
import { reportedPart, reportedSpan, reportedYear, spokenIn } from './report-year.ts';
import type { Read } from './respectively.ts';
import type { Stated } from './stated-tasks.ts';
import type { Named } from './subjects.ts';
import type { CellMood } from './titled-cells.ts';

export type ReportContext = {
  readonly clock: Clock;
  /** The years that the whole report looks back on; null for a report on one year. */
  readonly span: Period | null;
  readonly region: string | null;
  /** The year that the title plans for. */
  readonly planYear: number | null;
  /** The mood of the report outside its sections: that of a report, or of a plan. */
  readonly mood: Mood;
  /** Who serves or what is held, where the title says that the text is about it: 科技特派员, 揭榜挂帅. */
  readonly about: string;
  /** The text is about spending on R&D: bare 经费 in it is that. */
  readonly onRd: boolean;
  readonly outline: Outline;
  /** Set by 下一步, … until the paragraph ends. */
  paragraphMood: Mood | null;
  /** Speech in quotes plans: until they close. */
  speech: 'open' | 'closed' | null;
  /** What the title above the cell of a table of tasks says of its words. */
  cell: CellMood;
  /** The task that is being stated, before what came of it. */
  stated: Stated | null;
  /** The number of the sentence that a bracket dated, and its year. */
  dated: { readonly index: number; readonly year: number } | null;
  /** The mark of the point that the text stands in. */
  mark: string;
  /** The year that opened an earlier sentence of the paragraph. */
  carried: Period | null;
  /** What was carried before a year that dates its own sentence alone, with its ；; undefined where no such year stands. */
  beforeLate: Period | null | undefined;
  /** What was carried where the points of the paragraph began (一是 …): each of them begins with it anew; undefined before them. */
  pointsCarry: Period | null | undefined;
  /** The part of the sentence before the last ； spoke of an aim. */
  aimed: boolean;
  /** The marks that select, by their value: a later one of the same value is the same mark. */
  readonly marks: Map<string, Named>;
  /** What was told last, for numbers of other places behind it. */
  /** The levels that the sentence told so far, over its ；, for 三者占比分别为…. */
  levels: Read[];
  readonly told: Map<string, Told>;
  subject: Subject | null;
  /** The thing spoken of before the bracket that is open. */
  outer: Subject | null;
  /** The thing the paragraph is about: the last concept that was held, launched or built. */
  topic: string;
  /** What was set up or held last: the platform, fund, event or policy to which what follows belongs. */
  holder: string;
  /** The indicator of the field that the text mentioned last. */
  mention: string;
  /** The name of the last share of the paragraph that said of what it is one. */
  shareSaid: string;
};

const HEAD = 3000;
const ABOUT = /科技特派员|揭榜挂帅|科技活动周/;
const PLAN_TITLE =
  /((?:19|20)\d\d)年?(?:度)?[^，。\n\d]{0,14}(?:工作要点|工作意见|工作部署|工作计划|工作思路|工作安排|工作打算|重点工作|目标任务|实施方案|行动计划|行动方案)/;

/** A title that plans names the year planned for; one that only plans makes the whole text a plan. */
function plannedBy(head: string): { planYear: number | null; mood: Mood } {
  for (const line of head.split('\n', 10)) {
    const title = line.length <= 48 ? PLAN_TITLE.exec(line) : null;
    if (title) return { planYear: Number(title[1]), mood: /总结|回顾|情况|成效|报告/.test(line) ? 'past' : 'plan' };
  }
  return { planYear: null, mood: 'past' };
}

const NO_PLACE = /[全我各本该外城上超门夜股楼集科省在县市区]|自治|地级|设区|高新/;

/** The place that a text without a heading names again and again. */
function frequentPlace(text: string): string | null {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(/[一-龥]{2}[市县](?![场级直委区民值])/g)) {
    const place = match[0];
    if (!NO_PLACE.test(place.slice(0, 2))) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best && best[1] >= 4 ? best[0] : null;
}

export function openReport(source: string, options: ReadOptions): ReportContext {
  const head = source.slice(0, HEAD).replace(/[ \t\u3000\u00a0]+/g, '');
  const office = placeOfOffice(head);
  const year = reportedYear(head, options.reportingYear);
  return {
    clock: { year, part: reportedPart(head), spoken: spokenIn(head, year) },
    span: reportedSpan(head, year),
    region: office && !/[xX×某]/.test(office) ? office : frequentPlace(source.slice(0, 4 * HEAD)),
    ...plannedBy(head),
    about: ABOUT.exec(head.split('\n', 3).join('\n'))?.[0] ?? '',
    onRd: (head.match(/研究与[试实]验发展|R&D/g)?.length ?? 0) >= 3,
    outline: new Outline(),
    paragraphMood: null,
    speech: null,
    cell: null,
    stated: null,
    dated: null,
    mark: '',
    carried: null,
    beforeLate: undefined,
    pointsCarry: undefined,
    aimed: false,
    marks: new Map(),
    levels: [],
    told: new Map(),
    subject: null,
    outer: null,
    topic: '',
    holder: '',
    mention: '',
    shareSaid: '',
  };
}
