// Words and colours that the pages of casework share: how a case stands, how long a call is open, what a clock says.
import type { Tone } from '#ui/page/status.tsx';
import type { ClockReading } from '#ui/record/clock.tsx';
import type { CallView, CaseSummary } from '../wire.ts';

const tones: Readonly<Record<string, Tone>> = {
  draft: 'plain',
  open: 'wait',
  correction: 'warn',
  granted: 'good',
  refused: 'bad',
  withdrawn: 'off',
  lapsed: 'off',
  stopped: 'bad',
  concluded: 'off',
};

export const toneOf = (status: string): Tone => tones[status] ?? 'plain';

const colours = ['green', 'amber', 'red', 'paused'] as const;

/** The clock of a case as the server read it; undefined where no time runs. */
export function clockOf({ dueOn, left, colour }: Pick<CaseSummary, 'dueOn' | 'left' | 'colour'>): ClockReading | undefined {
  const known = colours.find((each) => each === colour);
  return known === undefined ? undefined : { dueOn: known === 'paused' ? null : dueOn, left, colour: known };
}

const dayMilliseconds = 86_400_000;

/** Calendar days from one day to a later one. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds);

export interface Deadline {
  readonly tone: Tone;
  readonly words: string;
}

/** 距截止还有 12 天; by the hour on the last day. */
export function deadlineOf({ phase, opensAt, closesAt }: Pick<CallView, 'phase' | 'opensAt' | 'closesAt'>, now: Date): Deadline {
  if (phase === '未开始') {
    const days = Math.ceil((Date.parse(opensAt) - now.getTime()) / dayMilliseconds);
    return { tone: 'plain', words: days <= 1 ? '即将开始受理' : `${days} 天后开始受理` };
  }
  if (phase !== '受理中') return { tone: 'off', words: phase };
  const left = Date.parse(closesAt) - now.getTime();
  if (left <= 0) return { tone: 'off', words: '已截止' };
  const hours = Math.floor(left / 3_600_000);
  if (hours < 24) return { tone: 'bad', words: hours < 1 ? '不足 1 小时截止' : `还有 ${hours} 小时截止` };
  const days = Math.floor(hours / 24);
  return { tone: days <= 7 ? 'warn' : 'good', words: `受理中，还有 ${days} 天截止` };
}

export const isEditable = (status: string): boolean => status === 'draft' || status === 'correction';
