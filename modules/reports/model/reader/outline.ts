// Follows the headings of a report, to know whether a passage looks back or plans ahead.

import { headingPeriod, type Period } from './periods.ts';

export type Mood = 'past' | 'plan';

const PLAN =
  /(?:打算|计划安排|工作计划|工作思路|思路|工作安排|下一步|下步|下阶段|下半年(?:工作)?(?:安排|打算|计划|重点)|展望|今后|明年|来年|年计划|(?:工作|年)谋划$)|(?:目标任务|工作目标|总体目标|主要目标|预期目标|奋斗目标|发展目标|工作重点|重点任务|工作要点|主要任务|工作举措|努力方向)(?=$|[，。:：和及与、(（])/;
const PAST =
  /(?:完成情况|进展情况|开展情况|落实情况|工作情况|执行情况|总结|小结|汇报|自查|通报|成效|回顾|成绩|亮点|做法|主要工作|所做|存在(?:的)?(?:主要)?(?:问题|困难|不足)|问题和|工作特点|基本情况|现状|经验|(?:发展|工作|创新)基础|面临(?:的)?形势|(?:问题|困难|不足|短板)(?=[与和及、]))/;
const NEUTRAL_PLAN = /(?:行动计划|计划项目|人才计划|发展计划|计划实施情况)/;

/** 强化统筹谋划，指标量质齐升; 锚定目标任务，…: what the point does, not when. */
const DEED_LED =
  /^(?:坚持|强化|聚焦|锚定|围绕|紧盯|紧扣|突出|加强|统筹|科学谋划|落实|对标|狠抓|着力|加快|深化|优化|提升|完善|推进|推动|夯实|健全|压实|抓实|抓牢|瞄准|立足|抓|做好|注重|精心|超前|高点|谋划)/;
const AHEAD = /下一步|下步|下阶段|下半年|明年|来年|今后|打算|展望|工作计划|工作安排|工作思路/;

/** What a heading says of the mood below it; null where it says nothing. */
export function moodOfHeading(heading: string): Mood | null {
  if (DEED_LED.test(heading) && !AHEAD.test(heading)) return null;
  const text = heading.replace(NEUTRAL_PLAN, '');
  const plan = PLAN.exec(text);
  const past = PAST.exec(text);
  if (plan && past) return /(?:完成|进展|落实|执行|开展)情况/.test(text) ? 'past' : plan.index > past.index ? null : 'plan';
  return plan ? 'plan' : past ? 'past' : null;
}

/** The depth of an enumerator: 一、 is 1, (一) 2, 1. 3, ① and (1) 4, 一是 5. */
export function depthOf(enumerator: string): number {
  if (/^[一二三四五六七八九十]+[、.，]/.test(enumerator)) return 1;
  if (/^[(（][一二三四五六七八九十]/.test(enumerator)) return 2;
  if (/^\d+[.．、]/.test(enumerator)) return 3;
  return /^[(（①-⑳⑴-⑽\d]/.test(enumerator) ? 4 : 5;
}

/** The moods of the open sections, outermost first. */
export class Outline {
  private open: { depth: number; mood: Mood | null; year: number | null; span: Period | null; goals: boolean }[] = [];

  /** `ahead`: the year that the heading names has yet to come, so that 2023年重点工作 plans in a report on 2022. */
  enter(depth: number, heading: string, year: number | null, ahead = false): void {
    while ((this.open.at(-1)?.depth ?? 0) >= depth) this.open.pop();
    this.open.push({
      depth,
      mood: moodOfHeading(heading) ?? (ahead ? 'plan' : null),
      year,
      span: headingPeriod(heading),
      goals: /目标/.test(heading),
    });
  }

  get mood(): Mood | null {
    for (let level = this.open.length - 1; level >= 0; level--) {
      const mood = this.open[level]?.mood;
      if (mood) return mood;
    }
    return null;
  }

  /** The innermost heading that says anything speaks of goals. */
  get goals(): boolean {
    return this.open.findLast((section) => section.mood !== null)?.goals ?? false;
  }

  /** The years that the innermost heading with a plan's name or a span of years speaks of: “十二五”期间主要工作回顾. */
  get span(): Period | null {
    return this.open.findLast((section) => section.span !== null || section.year !== null)?.span ?? null;
  }

  /** The year that the innermost dated heading names. */
  get year(): number | null {
    for (let level = this.open.length - 1; level >= 0; level--) {
      const year = this.open[level]?.year;
      if (year) return year;
    }
    return null;
  }
}
