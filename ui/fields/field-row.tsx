// A field in a form: label, help, control, where a known value came from, and what is wrong, all tied together for eye and screen reader.
import { useState } from 'react';
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

export function FieldRow({
  field,
  path = field.key,
  errors = [],
  warnings = [],
  prefilled,
  readOnly,
  badPaths,
  ...control
}: FieldRowProps) {
  const [typed, setTyped] = useState<string | undefined>();
  const id = idOf(path);
  const group = isGroup(field);
  const all = typed === undefined ? errors : [typed, ...errors.filter((error) => error !== typed)];
  const described = [field.help && `${id}-help`, all.length > 0 && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const Control = controlOf(field);
  const label = (
    <>
      {field.label}
      {!field.required && field.kind !== 'derived' && <span className="kc-optional">选填</span>}
    </>
  );
  const body = (
    <>
      {field.help && (
        <p id={`${id}-help`} className="kc-field-help">
          {field.help}
        </p>
      )}
      <Control
        {...control}
        field={field}
        id={id}
        readOnly={readOnly ?? false}
        describedBy={described}
        isInvalid={all.length > 0}
        onProblem={(problem) => {
          setTyped(problem);
          control.onProblem?.(problem);
        }}
        {...(badPaths ? { badPaths } : {})}
      />
      {prefilled && (
        <Source
          field={field}
          prefilled={prefilled}
          value={control.value}
          onUse={readOnly ? undefined : () => control.onChange(prefilled.value)}
        />
      )}
      {all.length > 0 && (
        <ul id={`${id}-error`} className="kc-field-errors">
          {all.slice(0, 5).map((error) => (
            <li key={error}>{error}</li>
          ))}
          {all.length > 5 && <li>另有 {all.length - 5} 处，见标红的格子</li>}
        </ul>
      )}
      {warnings.length > 0 && (
        <ul className="kc-field-warnings">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </>
  );
  const className = `kc-field ${all.length > 0 ? 'kc-field-bad' : ''} ${field.kind === 'table' ? 'kc-field-wide' : ''}`;
  if (group) {
    return (
      <fieldset className={className} aria-describedby={described}>
        <legend id={`${id}-label`} className="kc-field-label">
          {label}
        </legend>
        {body}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      <label htmlFor={id} className="kc-field-label">
        {label}
      </label>
      {body}
    </div>
  );
}
