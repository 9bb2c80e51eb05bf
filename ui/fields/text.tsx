// Control of a short text, such as a name or a credit code.
import type { ControlProps } from './field-view.ts';
import { TypedBox } from './typed-box.tsx';

const MODES = { phone: 'tel', email: 'email', uscc: 'text', 'resident-id': 'text' } as const;
const WIDTHS = { phone: 200, email: 320, uscc: 260, 'resident-id': 260 } as const;

export function TextControl(props: ControlProps) {
  const { pattern, maxLength } = props.field;
  const width = pattern ? WIDTHS[pattern] : maxLength !== undefined && maxLength <= 20 ? 240 : 520;
  return <TypedBox {...props} inputMode={pattern ? MODES[pattern] : 'text'} width={width} />;
}
