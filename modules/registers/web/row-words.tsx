// How a row stands, in a word and a colour.
import { Status, type Tone } from '#ui/page/status.tsx';
import type { RowView } from '../wire.ts';

const tones: Readonly<Record<RowView['standing'], Tone>> = { valid: 'good', expiring: 'warn', lapsed: 'bad', ended: 'off' };

export function Standing({ row }: { row: Pick<RowView, 'standing' | 'standingName' | 'daysLeft'> }) {
  const left = row.daysLeft === null ? '' : `，剩 ${row.daysLeft} 天`;
  return (
    <Status tone={tones[row.standing]}>
      {row.standingName}
      {left}
    </Status>
  );
}
