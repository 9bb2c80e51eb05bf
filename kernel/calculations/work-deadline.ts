// The working-day clock of a government service (政务服务办理时限): deadline, light and compression, as casework counts them.
import { type Calendar, dueDay, type Pause, workdaysBetween } from '../declare/calendar.ts';
import { isNearDue } from '../stages/clock.ts';
import {
  asRatio,
  atMost,
  calculation,
  calendarYear,
  type Day,
  date,
  figureOf,
  findingsBy,
  formatDay,
  int,
  intBetween,
  listOf,
  optional,
  quotient,
  Rational,
  type Read,
  type Reading,
  ratio,
  readDay,
  record,
  required,
  weekdayOf,
  given as whenKnown,
  withDefault,
  yearOf,
} from './frame/index.ts';

const calendarType = record({
  years: required('已公布放假安排的年度', listOf(calendarYear)),
  holidays: required('放假日', listOf(date)),
  makeUpWorkdays: required('调休上班日', listOf(date)),
});

const input = {
  acceptDate: required('受理日期', date),
  promisedLimit: required('承诺时限（工作日）', intBetween(1, 3650)),
  extensionDays: withDefault('批准延长（工作日）', intBetween(0, 3650), 0),
  statutoryLimit: optional('法定时限（工作日）', intBetween(1)),
  calendar: optional('放假与调休安排', calendarType),
  suspensions: withDefault(
    '中止计时（听证、检验、专家评审等）',
    listOf(record({ from: required('中止日期', date), to: optional('恢复日期', date) })),
    [],
  ),
  closeDate: optional('办结日期', date),
  asOf: optional('统计日期', date),
};

const parameters = {
  yellowDays: withDefault('剩余不超过此数（工作日）亮黄灯', int, 2),
  yellowRatio: withDefault('剩余不超过此比例亮黄灯', ratio, '0.3'),
};

type Input = Read<typeof input>;
type Limits = Read<typeof parameters>;

const licensingLaw = '《中华人民共和国行政许可法》';

const rules = {
  'WD-1': { required: '承诺时限不超过法定时限', basis: `${licensingLaw}第四十二条；《优化营商环境条例》` },
};

/** The holidays of a year are known only once they are published. */
class CalendarMissing extends RangeError {}

/** 第八十二条: working days, without statutory holidays; a weekend day made up for is one. */
function calendarOf(given: Input['calendar']): Calendar {
  const years = new Set(given?.years);
  const [holidays, makeUpWorkdays] = [new Set(given?.holidays), new Set(given?.makeUpWorkdays)];
  return {
    isWorkday(text) {
      const day = readDay(text);
      if (day === undefined || !years.has(yearOf(day))) throw new CalendarMissing(text);
      return makeUpWorkdays.has(day) || (weekdayOf(day) <= 5 && !holidays.has(day));
    },
  };
}

interface Due {
  readonly deadline: string | null;
  readonly reason: 'SUSPENDED' | 'CALENDAR_MISSING' | null;
}

function dueOf(given: Input, calendar: Calendar, pauses: readonly Pause[]): Due {
  try {
    const deadline = dueDay(calendar, formatDay(given.acceptDate), given.promisedLimit + given.extensionDays, pauses);
    return { deadline, reason: deadline === null ? 'SUSPENDED' : null };
  } catch (problem) {
    if (problem instanceof CalendarMissing) return { deadline: null, reason: 'CALENDAR_MISSING' };
    throw problem;
  }
}

type ClockState = 'STOPPED' | 'PAUSED' | 'RUNNING';

function clockStateOf({ closeDate, asOf, suspensions }: Input): ClockState | null {
  if (closeDate !== null) return 'STOPPED';
  return whenKnown([asOf], (day) => (suspensions.some(({ from, to }) => from < day && (to === null || day <= to)) ? 'PAUSED' : 'RUNNING'));
}

interface Standing {
  readonly overdue: boolean | null;
  readonly remainingWorkdays: number | null;
  readonly light: 'RED' | 'YELLOW' | 'GREEN' | null;
}

const noStanding: Standing = { overdue: null, remainingWorkdays: null, light: null };

/** How an open case stands on a day; a closed one, or one without a deadline, does not stand anywhere. */
function standingOf(
  given: Input,
  { yellowDays, yellowRatio }: Limits,
  calendar: Calendar,
  pauses: readonly Pause[],
  deadline: string | null,
): Standing {
  if (given.closeDate !== null || given.asOf === null || deadline === null) return noStanding;
  const today = formatDay(given.asOf);
  if (today > deadline) return { overdue: true, remainingWorkdays: 0, light: 'RED' };
  const left = workdaysBetween(calendar, today, deadline, pauses);
  const near = isNearDue(left, given.promisedLimit + given.extensionDays, yellowDays, yellowRatio);
  return { overdue: false, remainingWorkdays: left, light: near ? 'YELLOW' : 'GREEN' };
}

function checkInput({ acceptDate, calendar, suspensions, closeDate, asOf }: Input, _limits: Limits, reading: Reading): void {
  const holidays = new Set(calendar?.holidays);
  for (const [index, day] of (calendar?.makeUpWorkdays ?? []).entries()) {
    if (holidays.has(day)) reading.conflict(`calendar.makeUpWorkdays[${index}]`, '同一天不能既放假又上班');
  }
  for (const [index, { from, to }] of suspensions.entries()) {
    if (to !== null && to < from) reading.conflict(`suspensions[${index}].to`, '恢复日期早于中止日期');
  }
  const notBefore = (day: Day | null, path: string) => {
    if (day !== null && day < acceptDate) reading.conflict(path, '早于受理日期');
  };
  notBefore(closeDate, 'closeDate');
  notBefore(asOf, 'asOf');
}

export const workDeadline = calculation({
  id: 'work-deadline',
  name: '政务服务办理时限',
  basis: [`${licensingLaw}第四十二条、第四十五条、第八十二条`],
  method: [
    '受理次日起算，第N个未中止的工作日为期限（N＝承诺时限＋延长）；中止期间不计，重叠部分只算一次。',
    '工作日：调休上班日，或非放假日的周一至周五；未给出放假安排的年度不推算。',
    '剩余工作日不超过规定天数或规定比例亮黄灯，超期亮红灯。压缩率＝1－承诺时限÷法定时限。',
  ],
  input,
  parameters,
  rules,
  check: checkInput,
  evaluate(given, limits) {
    const calendar = calendarOf(given.calendar);
    const pauses = given.suspensions.map(({ from, to }) => ({ from: formatDay(from), to: to === null ? null : formatDay(to) }));
    const { deadline, reason } = dueOf(given, calendar, pauses);
    const kept = figureOf(quotient(given.promisedLimit, given.statutoryLimit));
    return {
      deadline,
      reason,
      clockState: clockStateOf(given),
      onTime: whenKnown([given.closeDate, deadline], (closed, due) => formatDay(closed) <= due),
      ...standingOf(given, limits, calendar, pauses, deadline),
      compression: asRatio(whenKnown([kept], (share) => Rational.one.minus(share))),
      findings: [findingsBy(rules, limits)('WD-1', atMost(given.promisedLimit, given.statutoryLimit), given.promisedLimit)],
    };
  },
});
