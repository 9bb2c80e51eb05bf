// Control of a day.
import { DayBox } from './day-box.tsx';
import type { ControlProps } from './field-view.ts';

export function DateControl(props: ControlProps) {
  return <DayBox {...props} picker="date" />;
}
