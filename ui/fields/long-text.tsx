// Control of a text of several lines, with how much of its length is used.
import { Input } from 'antd';
import { type ControlProps, status } from './field-view.ts';

export function LongTextControl({ field, id, value, onChange, describedBy, isInvalid, readOnly, inCell }: ControlProps) {
  return (
    <Input.TextArea
      id={id}
      value={typeof value === 'string' ? value : ''}
      autoSize={inCell ? { minRows: 1, maxRows: 4 } : { minRows: 3, maxRows: 16 }}
      readOnly={readOnly ?? false}
      status={status(isInvalid)}
      {...(field.maxLength === undefined || inCell ? {} : { count: { show: true, max: field.maxLength } })}
      aria-describedby={describedBy}
      aria-invalid={isInvalid ?? false}
      aria-required={field.required}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  );
}
