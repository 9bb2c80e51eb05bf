// One part of a compound answer: a small label over its own box.
import { Input } from 'antd';

interface PartBoxProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly width?: number;
  readonly inputMode?: 'text' | 'tel' | 'email';
  readonly readOnly?: boolean | undefined;
  readonly optional?: boolean;
  readonly isInvalid?: boolean | undefined;
}

export function PartBox({ id, label, value, onChange, width = 200, inputMode = 'text', readOnly, optional, isInvalid }: PartBoxProps) {
  return (
    <div className="kc-part" style={{ width }}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="kc-optional">选填</span>}
      </label>
      <Input
        id={id}
        inputMode={inputMode}
        value={value ?? ''}
        readOnly={readOnly ?? false}
        status={isInvalid && !optional && (value ?? '') === '' ? 'error' : ''}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** A compound without any part filled in is no answer; blank parts are left out. */
export function compound<T extends object>(before: T | undefined, key: keyof T & string, text: string): T | undefined {
  const next = { ...(before ?? {}), [key]: text === '' ? undefined : text };
  const kept = Object.fromEntries(Object.entries(next).filter(([, part]) => part !== undefined && part !== ''));
  return Object.keys(kept).length === 0 ? undefined : (kept as T);
}
