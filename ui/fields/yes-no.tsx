// Control of a yes or no; neither is chosen before someone answers.
import { Radio, Select } from 'antd';
import { type ControlProps, status } from './field-view.ts';

const OPTIONS = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
];

export function YesNoControl({ field, id, value, onChange, describedBy, isInvalid, readOnly, inCell }: ControlProps) {
  const chosen = typeof value === 'boolean' ? (value ? 'yes' : 'no') : undefined;
  if (inCell) {
    return (
      <Select
        id={id}
        value={chosen ?? null}
        options={OPTIONS}
        status={status(isInvalid)}
        disabled={readOnly ?? false}
        aria-label={field.label}
        style={{ width: '100%' }}
        onChange={(next) => onChange(next === null ? undefined : next === 'yes')}
      />
    );
  }
  return (
    <Radio.Group
      id={id}
      value={chosen ?? null}
      disabled={readOnly ?? false}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value === 'yes')}
    >
      <Radio value="yes">是</Radio>
      <Radio value="no">否</Radio>
    </Radio.Group>
  );
}
