// This year's round of recognition in the demonstration: who applies, how far each has come, and who has already been granted or refused.
import { addDays } from '#kernel/declare/calendar.ts';
import { type Title, validUntil } from '#kernel/declare/title.ts';
import type { Enterprise } from '#testing/population/types.ts';
import { calendar } from '../settings.ts';
import { city, county, type eventsOf, recommended, submitted } from './history.ts';

export interface Applicant {
  readonly firm: Enterprise;
  /** 0 to 13: how far the case has come. */
  readonly pace: number;
  /** Certificate of the authority's first list, for those granted already. */
  readonly certificate: { readonly number: string; readonly from: string; readonly until: string } | null;
}

type Step = Parameters<typeof eventsOf>[0][number];

function workdaysBefore(day: string, count: number): string {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, -1);
    if (calendar.isWorkday(current)) left -= 1;
  }
  return current;
}

const decided = 10;
const listDay = (today: string): string => workdaysBefore(today, 12);

/** Certificates that run out, last year's refused and ready newcomers; the same for the same population and day. */
export function currentRound(firms: readonly Enterprise[], today: string, title: Title): Applicant[] {
  const year = Number(today.slice(0, 4));
  const round: Applicant[] = [];
  for (const firm of firms) {
    if (firm.status !== 'active' || firm.flaw?.kind === 'duplicate' || firm.field === null) continue;
    const held = firm.titles.find((one) => one.kind === 'HNTE' && one.untilOn >= `${year}-01-01` && one.revokedOn === null);
    const last = firm.applications.at(-1);
    const refused = last?.outcome === 'refused' && last.year === year - 1;
    const isDue = held?.untilOn.startsWith(String(year)) === true;
    const applies = isDue ? firm.serial % 5 !== 0 : held === undefined && (refused ? firm.serial % 3 !== 0 : firm.serial % 23 === 0);
    if (!applies) continue;
    // A certificate that still runs can't be followed by another before its end, so those renewals wait for the second list.
    const pace = isDue ? firm.serial % decided : firm.serial % 14;
    const from = listDay(today);
    const certificate =
      pace > decided
        ? { number: `GR${year}99${String(round.length + 1).padStart(6, '0')}`, from, until: validUntil(title, from) ?? from }
        : null;
    round.push({ firm, pace, certificate });
  }
  return round;
}

/** Steps of an applicant's case, spread over the working days before today. */
export function stepsOf({ firm, pace, certificate }: Applicant, today: string, answers: unknown): Step[] {
  const ago = (workdays: number): string => workdaysBefore(today, Math.max(1, workdays));
  const list = `${today.slice(0, 4)}年第一批`;
  if (pace < 3) return submitted(ago(pace * 3), answers);
  if (pace === 3) {
    const reasons = '1. 研发费用专项审计报告缺少第二年度明细；2. 科技人员花名册与个税申报人数不一致，请核对后重新上传。';
    return [
      ...submitted(ago(8), answers),
      { stage: 'county-review', verb: 'return', office: 'county-office', day: ago(3), data: { reasons, workdays: 5 } },
    ];
  }
  if (pace === 4) {
    const data = { verdict: 'agree', note: '收入、研发费用与申报数据一致' };
    return [...submitted(ago(7), answers), { stage: 'county-review', verb: 'opine', office: 'county-tax', day: ago(4), data }];
  }
  const isDecided = pace >= decided;
  const steps = [
    ...submitted(ago((isDecided ? 70 : 24) + (firm.serial % 20)), answers),
    ...county(ago(isDecided ? 60 : 6 + (firm.serial % 7))),
  ];
  if (pace < 7) return steps;
  steps.push(...city(ago(isDecided ? 50 : 3 + (firm.serial % 3))));
  if (pace < 9) return steps;
  steps.push(recommended(ago(isDecided ? 45 : 2), list));
  if (pace === decided) {
    const reasons = [['R01'], ['R03'], ['R06', 'R08'], ['R05'], ['R08']][firm.serial % 5] ?? ['R08'];
    steps.push({
      stage: 'external',
      verb: 'receive-result',
      office: 'city-office',
      day: listDay(today),
      data: { outcome: 'refused', reasons },
    });
  }
  if (certificate !== null) {
    const { number, from, until } = certificate;
    steps.push({
      stage: 'external',
      verb: 'receive-result',
      office: 'city-office',
      day: from,
      data: { outcome: 'granted', number, issuedOn: from },
    });
    steps.push({ stage: 'issue', verb: 'issue', office: 'system', day: from, data: { number, from, until } });
  }
  return steps;
}
