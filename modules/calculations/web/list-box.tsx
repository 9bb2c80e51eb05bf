// Several values typed into one box, as people write them: 12、13、未知.
import { Input } from 'antd';
import { useState } from 'react';
import { type ControlProps, status } from '#ui/fields/field-view.ts';
import { listText, readList, readNamed } from '../model/documents.ts';
import type { CalculationField } from '../model/field-views.ts';

function howTo({ type }: CalculationField): string {
  if (type.kind === 'map') return '名称=值，用、隔开';
  return type.element?.kind === 'nullable' ? '用、隔开，不知道的写“未知”' : '用、隔开';
}

export function ListBox({ field, id, value, onChange, describedBy, isInvalid, inCell }: ControlProps) {
  const { type } = field as CalculationField;
  const [text, setText] = useState(() => listText(value));
  const [sent, setSent] = useState(value);
  // A value set from outside (an example, a paste) replaces what was typed.
  if (value !== sent) {
    setSent(value);
    setText(listText(value));
  }
  const change = (next: string) => {
    const read = next.trim() === '' ? undefined : type.kind === 'map' ? readNamed(next) : readList(next, type.element ?? type);
    setText(next);
    setSent(read);
    onChange(read);
  };
  return (
    <Input.TextArea
      id={id}
      value={text}
      autoSize={{ minRows: 1, maxRows: 6 }}
      placeholder={howTo(field as CalculationField)}
      status={status(isInvalid)}
      aria-describedby={describedBy}
      style={inCell ? { minWidth: 160 } : {}}
      onChange={(event) => change(event.target.value)}
    />
  );
}
