// The clock of a step: how many working days are left, in words and in colour.
import { formatDay } from '../format.ts';
import { Status, type Tone } from '../page/status.tsx';
import './case.css';

export interface ClockReading {
  /** `YYYY-MM-DD`; null while paused. */
  readonly dueOn: string | null;
  /** Working days left; negative when overdue, null while paused. */
  readonly left: number | null;
  readonly colour: 'green' | 'amber' | 'red' | 'paused';
}

const TONES: Readonly<Record<ClockReading['colour'], Tone>> = { green: 'good', amber: 'warn', red: 'bad', paused: 'off' };

/** `剩 3 个工作日`, `今日到期`, `已超期 2 个工作日`, `计时已暂停`. */
export function clockWords({ left }: ClockReading): string {
  if (left === null) return '计时已暂停';
  if (left === 0) return '今日到期';
  return left > 0 ? `剩 ${left} 个工作日` : `已超期 ${-left} 个工作日`;
}

export function Clock({ reading, withDay = false }: { reading: ClockReading; withDay?: boolean }) {
  return (
    <Status tone={TONES[reading.colour]}>
      {clockWords(reading)}
      {withDay && reading.dueOn !== null && <span className="kc-clock-day">{formatDay(reading.dueOn)} 止</span>}
    </Status>
  );
}
