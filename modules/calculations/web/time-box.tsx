// A moment of Beijing time, to the second.
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ControlProps } from '#ui/fields/field-view.ts';
import { status } from '#ui/fields/field-view.ts';

const written = 'YYYY-MM-DDTHH:mm:ss';

export function TimeBox({ field, id, value, onChange, describedBy, isInvalid, inCell }: ControlProps) {
  const held = typeof value === 'string' ? dayjs(value.slice(0, 19)) : null;
  return (
    <DatePicker
      id={id}
      showTime
      value={held?.isValid() ? held : null}
      format={['YYYY-MM-DD HH:mm:ss', 'YYYY-MM-DD HH:mm', 'YYYY/M/D HH:mm']}
      placeholder="如 2026-03-01 09:00"
      allowClear={!field.required}
      status={status(isInvalid)}
      aria-describedby={describedBy}
      style={{ width: inCell ? '100%' : 210, minWidth: 190 }}
      onChange={(moment) => onChange(moment === null || Array.isArray(moment) ? undefined : `${moment.format(written)}+08:00`)}
    />
  );
}
