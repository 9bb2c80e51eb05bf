// A field in a form: label, help, control, where a known value came from, and what is wrong, all tied together for eye and screen reader.
import { type ReactNode, useState } from 'react';
import { controlOf, isGroup } from './controls.tsx';
import { type FieldProps, type FieldView, idOf, type Prefilled } from './field-view.ts';
import { textOf } from './typed-box.tsx';
import './fields.css';

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

interface SourceProps {
  readonly field: FieldView;
  readonly prefilled: Prefilled;
  readonly value: unknown;
  readonly onUse: (() => void) | undefined;
}

/** Says that the answer is the known one, or offers it when it differs. */
function Source({ field, prefilled, value, onUse }: SourceProps) {
  if (same(value, prefilled.value)) return <p className="kc-source">来自{prefilled.source}，可修改</p>;
  const unit = field.kind === 'money' ? (field.unit ?? '万元') : (field.unit ?? '');
  return (
    <p className="kc-source kc-source-differs">
      {prefilled.source}为 {textOf(field, prefilled.value)}
      {unit}
      {value !== undefined && '，与所填不一致'}
      {onUse && (
        <button type="button" onClick={onUse}>
          采用
        </button>
      )}
    </p>
  );
}

export interface FieldRowProps extends FieldProps {
  /** Paths of all problems, so that a table can mark its cells. */
  readonly badPaths?: ReadonlySet<string>;
}

/** What the field's boxes hold that cannot be read, by path. */
function useUnread(path: string, tell: FieldProps['onProblem']) {
  const [unread, setUnread] = useState<Readonly<Record<string, string>>>({});
  const mark = (problem: string | undefined, at?: string) => {
    setUnread((before) => {
      const others = at === undefined ? {} : Object.fromEntries(Object.entries(before).filter(([each]) => each !== at));
      return problem === undefined ? others : { ...others, [at ?? path]: problem };
    });
    tell?.(problem, at);
  };
  return { messages: Object.values(unread), mark };
}

function Messages({ id, className, messages }: { id?: string; className: string; messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <ul id={id} className={className}>
      {messages.slice(0, 5).map((message) => (
        <li key={message}>{message}</li>
      ))}
      {messages.length > 5 && <li>另有 {messages.length - 5} 处，见标红的格子</li>}
    </ul>
  );
}

/** A label that names one box, or a legend that names a group of them. */
function Frame({ field, id, isBad, children }: { field: FieldView; id: string; isBad: boolean; children: ReactNode }) {
  const className = `kc-field ${isBad ? 'kc-field-bad' : ''} ${field.kind === 'table' ? 'kc-field-wide' : ''}`;
  const label = (
    <>
      {field.label}
      {!field.required && field.kind !== 'derived' && <span className="kc-optional">选填</span>}
    </>
  );
  if (isGroup(field)) {
    return (
      <fieldset className={className}>
        <legend id={`${id}-label`} className="kc-field-label">
          {label}
        </legend>
        {children}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      <label htmlFor={id} className="kc-field-label">
        {label}
      </label>
      {children}
    </div>
  );
}

export function FieldRow(props: FieldRowProps) {
  const { field, path = field.key, errors = [], warnings = [], prefilled, readOnly = false, badPaths, value, onChange } = props;
  const { messages, mark } = useUnread(path, props.onProblem);
  const id = idOf(path);
  const all = [...new Set([...messages, ...errors])];
  const described = [field.help && `${id}-help`, all.length > 0 && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const Control = controlOf(field);
  return (
    <Frame field={field} id={id} isBad={all.length > 0}>
      {field.help && (
        <p id={`${id}-help`} className="kc-field-help">
          {field.help}
        </p>
      )}
      <Control
        field={field}
        id={id}
        value={value}
        onChange={onChange}
        onProblem={mark}
        readOnly={readOnly}
        describedBy={described}
        isInvalid={all.length > 0}
        {...(badPaths ? { badPaths } : {})}
      />
      {prefilled && (
        <Source field={field} prefilled={prefilled} value={value} onUse={readOnly ? undefined : () => onChange(prefilled.value)} />
      )}
      <Messages id={`${id}-error`} className="kc-field-errors" messages={all} />
      <Messages className="kc-field-warnings" messages={warnings} />
    </Frame>
  );
}
