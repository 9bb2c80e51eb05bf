// A calendar box for days, months and years; also reads what people type, such as 2026年3月1日 or 20260301.
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { type ControlProps, status } from './field-view.ts';

const FORMATS = {
  date: ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日'],
  month: ['YYYY-MM', 'YYYYMM', 'YYYY/M', 'YYYY.M', 'YYYY年M月'],
  year: ['YYYY', 'YYYY年'],
} as const;

interface DayBoxProps extends ControlProps {
  readonly picker: 'date' | 'month' | 'year';
}

export function DayBox({ picker, field, id, value, onChange, describedBy, isInvalid, readOnly, inCell }: DayBoxProps) {
  const held = value === undefined || value === null ? null : dayjs(String(value));
  const write = (day: dayjs.Dayjs) => (picker === 'year' ? day.year() : day.format(FORMATS[picker][0]));
  const outside = (day: dayjs.Dayjs) => {
    const text = day.format(FORMATS[picker][0]);
    return (field.min !== undefined && text < field.min) || (field.max !== undefined && text > field.max);
  };
  return (
    <DatePicker
      id={id}
      picker={picker}
      value={held?.isValid() ? held : null}
      format={[...FORMATS[picker]]}
      placeholder={picker === 'date' ? '如 2026-03-01' : picker === 'month' ? '如 2026-03' : '如 2026'}
      disabled={readOnly ?? false}
      status={status(isInvalid)}
      allowClear={!field.required}
      minDate={undefined}
      disabledDate={outside}
      aria-describedby={describedBy}
      aria-invalid={isInvalid ?? false}
      aria-required={field.required}
      style={{ width: inCell ? '100%' : 180 }}
      onChange={(day) => onChange(day === null || Array.isArray(day) ? undefined : write(day))}
    />
  );
}
