// What stands for a derived field: the result that the system works out, never typed.
import type { ControlProps } from './field-view.ts';
import { textOf } from './typed-box.tsx';

export function DerivedControl({ field, id, value, inCell }: ControlProps) {
  const text = textOf(field, value);
  return (
    <output id={id} className="kc-derived">
      {text === '' ? <span className="kc-derived-none">填齐相关项后自动计算</span> : text}
      {text !== '' && field.unit !== undefined && !inCell && <span className="kc-unit">{field.unit}</span>}
    </output>
  );
}
