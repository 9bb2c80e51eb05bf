// The box of each value of a calculation: those of forms, and three of its own for moments, lists and answers that may stay unknown.
import { Radio, Select } from 'antd';
import type { ComponentType } from 'react';
import { controlOf } from '#ui/fields/controls.tsx';
import type { ControlProps, FieldView } from '#ui/fields/field-view.ts';
import type { CalculationField } from '../model/field-views.ts';
import { ListBox } from './list-box.tsx';
import { TimeBox } from './time-box.tsx';

const answers = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
];

/** Unlike in an application, not to know is an answer here. */
function FlagBox({ field, id, value, onChange, describedBy, inCell }: ControlProps) {
  const held = typeof value === 'boolean' ? (value ? 'yes' : 'no') : field.required ? null : 'unknown';
  const unset = { value: 'unknown', label: (field as CalculationField).hasDefault === true ? '默认' : '未知' };
  const options = field.required ? answers : [...answers, unset];
  const change = (next: string | null) => onChange(next === 'yes' ? true : next === 'no' ? false : undefined);
  if (inCell) return <Select id={id} value={held} options={options} style={{ width: '100%', minWidth: 76 }} onChange={change} />;
  return (
    <Radio.Group
      id={id}
      value={held}
      options={options}
      aria-label={field.label}
      aria-describedby={describedBy}
      onChange={(event) => change(String(event.target.value))}
    />
  );
}

export function boxOf(field: FieldView): ComponentType<ControlProps> {
  const { type } = field as CalculationField;
  if (type.kind === 'list' || type.kind === 'map') return ListBox;
  if (type.kind === 'time') return TimeBox;
  if (type.kind === 'flag') return FlagBox;
  return controlOf(field);
}
