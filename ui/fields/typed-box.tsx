// A box in which a value is typed as text and read by the kernel: what cannot be read is said at once and never stored as something else.
import { Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { fieldOfView } from '#kernel/faces/form-view.ts';
import { facesOf } from '#kernel/fields/kinds.ts';
import { type ControlProps, type FieldView, status } from './field-view.ts';

export function textOf(view: FieldView, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  const field = fieldOfView(view);
  try {
    return facesOf(field).format(value, field);
  } catch {
    // A value from an older edition that this kind cannot print is shown as it stands.
    return String(value);
  }
}

/** Reads text as the field's kind does; undefined for nothing typed. */
export function readText(view: FieldView, text: string): { readonly value: unknown } | { readonly problem: string } {
  if (text.trim() === '') return { value: undefined };
  const field = fieldOfView(view);
  return facesOf(field).parse(text, field);
}

interface TypedBoxProps extends ControlProps {
  readonly unit?: string | undefined;
  readonly width?: number;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'email';
  /** Taken off the end of the text, since it stands as the unit: `%`. */
  readonly strip?: string;
  /** A second line under the box, made from the value. */
  readonly echo?: (value: unknown) => ReactNode;
}

export function TypedBox(props: TypedBoxProps) {
  const { field, id, value, onChange, onProblem, describedBy, isInvalid, readOnly, inCell, unit, width, inputMode = 'text', echo } = props;
  const shown = (held: unknown) => {
    const full = textOf(field, held);
    return props.strip !== undefined && full.endsWith(props.strip) ? full.slice(0, -props.strip.length) : full;
  };
  const [text, setText] = useState(() => shown(value));
  const read = readText(field, text);
  const held = 'value' in read ? read.value : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a value set from outside (prefill, restore) replaces what is being typed
  useEffect(() => {
    if (value !== held) setText(shown(value));
  }, [value]);
  const type = (next: string) => {
    setText(next);
    const typed = readText(field, next);
    onProblem?.('problem' in typed ? typed.problem : undefined);
    onChange('value' in typed ? typed.value : undefined);
  };
  return (
    <div className="kc-typed">
      <Input
        id={id}
        value={text}
        inputMode={inputMode}
        readOnly={readOnly ?? false}
        status={status(isInvalid)}
        suffix={unit}
        aria-describedby={describedBy}
        aria-invalid={isInvalid ?? false}
        aria-required={field.required}
        style={inCell || width === undefined ? {} : { width, maxWidth: '100%' }}
        className={unit === undefined && inputMode === 'text' ? '' : 'kc-typed-number'}
        onChange={(event) => type(event.target.value)}
        onBlur={() => {
          if ('value' in read && read.value !== undefined) setText(shown(read.value));
        }}
      />
      {echo && !inCell && 'value' in read && read.value !== undefined && <span className="kc-typed-echo">{echo(read.value)}</span>}
    </div>
  );
}
