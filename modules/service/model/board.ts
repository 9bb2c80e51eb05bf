// The wall board: cases under way by colour and division, and the most urgent of them; nobody is named on a wall.
import type { Calendar } from '#kernel/declare/calendar.ts';
import type { ServiceItem } from '#kernel/declare/service-item.ts';
import type { CaseState } from '#kernel/stages/case-state.ts';
import { type ClockReading, readClock } from '#kernel/stages/clock.ts';

export interface Underway {
  readonly item: ServiceItem;
  readonly number: string | null;
  readonly state: CaseState;
}

export type Light = ClockReading['colour'];

export interface DivisionLine {
  readonly division: string;
  readonly underWay: number;
  readonly dueToday: number;
  readonly near: number;
  readonly overdue: number;
}

export interface UrgentCase {
  readonly number: string | null;
  readonly item: string;
  readonly division: string;
  readonly stage: string;
  readonly dueOn: string;
  readonly left: number;
  readonly colour: Light;
}

/** Cases whose clock runs against the office: what waits for the applicant's correction or rating is none of its haste. */
const isOurs = ({ state }: Underway): boolean => state.status === 'open' && state.clock !== null;

interface Read extends Underway {
  readonly reading: ClockReading;
}

const readAll = (cases: readonly Underway[], today: string, calendar: Calendar): readonly Read[] =>
  cases.filter(isOurs).flatMap((each) => {
    const { clock } = each.state;
    return clock === null ? [] : [{ ...each, reading: readClock(calendar, clock, today) }];
  });

const isDueToday = ({ reading }: Read, today: string): boolean => reading.dueOn === today;

export function lightsOf(cases: readonly Underway[], today: string, calendar: Calendar): Readonly<Record<Light, number>> {
  const counts = { green: 0, amber: 0, red: 0, paused: 0 };
  for (const { reading } of readAll(cases, today, calendar)) counts[reading.colour] += 1;
  return counts;
}

export function divisionLines(cases: readonly Underway[], today: string, calendar: Calendar): readonly DivisionLine[] {
  const lines = new Map<string, DivisionLine>();
  for (const each of readAll(cases, today, calendar)) {
    const { division } = each.item;
    const { colour } = each.reading;
    const line = lines.get(division) ?? { division, underWay: 0, dueToday: 0, near: 0, overdue: 0 };
    lines.set(division, {
      division,
      underWay: line.underWay + 1,
      dueToday: line.dueToday + (isDueToday(each, today) ? 1 : 0),
      near: line.near + (colour === 'amber' ? 1 : 0),
      overdue: line.overdue + (colour === 'red' ? 1 : 0),
    });
  }
  return [...lines.values()].sort((a, b) => b.overdue - a.overdue || b.dueToday - a.dueToday || b.underWay - a.underWay);
}

/** The first to be handled: overdue, then by their day. */
export function urgentCases(
  cases: readonly Underway[],
  stageName: (item: ServiceItem, stage: string | null) => string,
  today: string,
  calendar: Calendar,
  most: number,
): readonly UrgentCase[] {
  return readAll(cases, today, calendar)
    .flatMap(({ item, number, state, reading: { dueOn, left, colour } }): UrgentCase[] =>
      dueOn === null || left === null || colour === 'green'
        ? []
        : [{ number, item: item.name, division: item.division, stage: stageName(item, state.stage), dueOn, left, colour }],
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .slice(0, most);
}
