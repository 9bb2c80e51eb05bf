// Control of a number with decimal places, its unit inside the box.
import type { ControlProps } from './field-view.ts';
import { TypedBox } from './typed-box.tsx';

export function DecimalControl(props: ControlProps) {
  return <TypedBox {...props} inputMode="decimal" width={200} unit={props.inCell ? undefined : props.field.unit} />;
}
