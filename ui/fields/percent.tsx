// Control of a share: percent points are typed, a fraction is kept.
import type { ControlProps } from './field-view.ts';
import { TypedBox } from './typed-box.tsx';

export function PercentControl(props: ControlProps) {
  return <TypedBox {...props} inputMode="decimal" width={160} unit={props.inCell ? undefined : '%'} strip="%" />;
}
