// Control of an amount: typed in the field's unit (万元), kept as yuan, and shown in both so that a slip of four digits is seen at once.
import { formatMoney, formatYuanIn } from '../format.ts';
import type { ControlProps } from './field-view.ts';
import { TypedBox } from './typed-box.tsx';

/** `= 12,345,000.00 元（1234.5万元）`, the second only where the unit typed is not it. */
export function bothAmounts(yuan: string, unit: string): string {
  const inYuan = `${formatYuanIn('元', yuan)} 元`;
  const spoken = formatMoney(yuan);
  return unit === '元' || spoken.endsWith('亿元') ? `= ${inYuan}，${spoken}` : `= ${inYuan}`;
}

export function MoneyControl(props: ControlProps) {
  const unit = props.field.unit ?? '万元';
  return (
    <TypedBox
      {...props}
      inputMode="decimal"
      width={220}
      unit={props.inCell ? undefined : unit}
      echo={(value) => (typeof value === 'string' ? bothAmounts(value, unit) : null)}
    />
  );
}
