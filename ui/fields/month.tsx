// Control of a month.
import { DayBox } from './day-box.tsx';
import type { ControlProps } from './field-view.ts';

export function MonthControl(props: ControlProps) {
  return <DayBox {...props} picker="month" />;
}
