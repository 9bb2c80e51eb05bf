// Control of a calendar year.
import { DayBox } from './day-box.tsx';
import type { ControlProps } from './field-view.ts';

export function YearControl(props: ControlProps) {
  return <DayBox {...props} picker="year" />;
}
