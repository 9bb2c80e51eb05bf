// Control of a whole number, its unit inside the box.
import type { ControlProps } from './field-view.ts';
import { TypedBox } from './typed-box.tsx';

export function IntegerControl(props: ControlProps) {
  return <TypedBox {...props} inputMode="numeric" width={200} unit={props.inCell ? undefined : props.field.unit} />;
}
