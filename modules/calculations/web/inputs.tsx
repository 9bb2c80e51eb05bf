// The form of a calculation, drawn from what it declares: boxes, groups, tables and blocks, as deep as the document goes.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Fields, Field as KernelField } from '#kernel/calculations/frame/fields.ts';
import { isJsonObject } from '#kernel/calculations/frame/value-type.ts';
import { idOf } from '#ui/fields/field-view.ts';
import { TableControl } from '#ui/fields/table.tsx';
import { type Answers, withAnswer } from '../model/documents.ts';
import { type CalculationField, fieldView, fitsOneBox, isTable, type MoneyUnit, type Shape } from '../model/field-views.ts';
import { boxOf } from './boxes.tsx';
import { defaultNote } from './default-note.ts';
import '#ui/fields/fields.css';

/** What every part of the form is told. */
export interface Surroundings {
  readonly unit: MoneyUnit;
  /** Path of the value that cannot be evaluated, and why. */
  readonly problem: { readonly path: string; readonly message: string } | undefined;
  /** What was typed and cannot be read, by the path of its box. */
  readonly onUnread: (path: string, problem: string | undefined) => void;
}

interface PartProps extends Surroundings {
  readonly path: string;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly required: boolean;
  /** What holds while it is empty, where that is not unknown: the default in words. */
  readonly note?: string | undefined;
}

const unitsInBox: Partial<Record<CalculationField['kind'], true>> = { money: true, percent: true };

function Wrong({ path, problem }: { path: string; problem: Surroundings['problem'] }) {
  if (problem?.path !== path) return null;
  return (
    <p id={`${idOf(path)}-error`} className="kc-field-errors">
      {problem.message}
    </p>
  );
}

function Box({ field, ...props }: PartProps & { field: CalculationField }) {
  const { path, value, onChange, onUnread, problem, required, note } = props;
  const Control = boxOf(field);
  const isBad = problem?.path === path;
  return (
    <div className={`kc-field calc-box ${isBad ? 'kc-field-bad' : ''} ${unitsInBox[field.kind] ? 'calc-box-number' : ''}`}>
      <label htmlFor={idOf(path)} className="kc-field-label">
        {field.label}
        {required && <span className="calc-needed">必填</span>}
      </label>
      <Control
        field={field}
        id={idOf(path)}
        value={value}
        onChange={onChange}
        onProblem={(unread) => onUnread(path, unread)}
        isInvalid={isBad}
        describedBy={isBad ? `${idOf(path)}-error` : undefined}
      />
      {note && <p className="calc-note">{note}</p>}
      <Wrong path={path} problem={problem} />
    </div>
  );
}

function Group({ path, label, problem, children, note }: Pick<PartProps, 'path' | 'label' | 'problem' | 'note'> & { children: ReactNode }) {
  return (
    <fieldset className="calc-group" id={idOf(path)}>
      <legend>{label}</legend>
      {note && <p className="calc-note">{note}</p>}
      {children}
      <Wrong path={path} problem={problem} />
    </fieldset>
  );
}

/** A list that was not touched is unknown; one may also say that there is nothing. */
function None({ value, onChange, required, note }: Pick<PartProps, 'value' | 'onChange' | 'required' | 'note'>) {
  if ((Array.isArray(value) && value.length > 0) || note !== undefined) return null;
  const isNone = Array.isArray(value);
  if (required && isNone) return null;
  return (
    <p className="calc-note">
      {isNone ? '已说明：没有。' : '未填，按未知计算。'}
      <button type="button" className="calc-text-button" onClick={() => onChange(isNone ? undefined : [])}>
        {isNone ? '改为未知' : '确实没有'}
      </button>
    </p>
  );
}

function Table({ element, ...props }: PartProps & { element: Shape }) {
  const columns = Object.entries(element.fields ?? {}).map(([name, field]) => fieldView(name, field, props.unit));
  const { path, label, value, onChange, onUnread, problem, required } = props;
  return (
    <>
      <TableControl
        key={props.unit}
        field={{ key: path, kind: 'table', label, required, columns, minRows: 0, maxRows: 2000 }}
        id={idOf(path)}
        value={value}
        onChange={(rows) => onChange(rows ?? (required ? [] : undefined))}
        onProblem={(unread, at) => onUnread(at ?? path, unread)}
        cellOf={boxOf}
        badPaths={new Set(problem === undefined ? [] : [problem.path])}
      />
      {problem?.path.startsWith(`${path}[`) && <p className="kc-field-errors">{problem.message}</p>}
      <None value={value} onChange={onChange} required={required} note={props.note} />
    </>
  );
}

function Blocks({ element, ...props }: PartProps & { element: Shape }) {
  const { path, label, value, onChange, required } = props;
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const put = (index: number, next: unknown) => onChange(items.map((item, at) => (at === index ? (next ?? {}) : item)));
  const without = (index: number) => {
    const rest = items.filter((_, at) => at !== index);
    onChange(rest.length === 0 && !required ? undefined : rest);
  };
  return (
    <>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part of a document has no other name than its place
        <section key={index} className="calc-block" aria-label={`${label} 第 ${index + 1} 项`}>
          <div className="calc-block-head">
            第 {index + 1} 项
            <Button type="text" size="small" aria-label={`删除第 ${index + 1} 项`} onClick={() => without(index)}>
              ✕
            </Button>
          </div>
          <Whole {...props} type={element} path={`${path}[${index}]`} value={item} onChange={(next) => put(index, next)} />
        </section>
      ))}
      <None value={value} onChange={onChange} required={required} note={props.note} />
      <Button size="small" onClick={() => onChange([...items, {}])}>
        增加一项
      </Button>
    </>
  );
}

/** The parts of a record or of one of several kinds, without a frame around them. */
function Whole({ type, ...props }: PartProps & { type: Shape }) {
  const { path, value, onChange, required: _required, label: _label, note: _note, ...around } = props;
  const held: Answers = isJsonObject(value) ? value : {};
  if (type.kinds === undefined) return <Parts {...around} fields={type.fields ?? {}} path={path} answers={held} onChange={onChange} />;
  const options = Object.entries(type.kinds).map(([code, { label }]) => ({ code, name: label }));
  const kind = typeof held.kind === 'string' ? held.kind : undefined;
  const choice = {
    key: 'kind',
    label: '类型',
    kind: 'choice',
    type: { kind: 'word', schema: {} } as unknown as Shape,
    required: true,
    options,
  };
  return (
    <>
      <Box
        {...around}
        field={choice as CalculationField}
        path={`${path}.kind`}
        label="类型"
        required
        value={kind}
        onChange={(next) => onChange({ kind: next })}
      />
      {kind !== undefined && (
        <Parts
          {...around}
          fields={type.kinds[kind]?.fields ?? {}}
          path={path}
          answers={held}
          onChange={(next) => onChange({ ...next, kind })}
        />
      )}
    </>
  );
}

function Matrix({ element, ...props }: PartProps & { element: Shape }) {
  const { path, value, onChange } = props;
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const fieldOf = (index: number) => ({ key: 'row', label: `第 ${index + 1} 行`, kind: 'text', type: element, required: true }) as const;
  return (
    <>
      {rows.map((row, index) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of a matrix has no other name than its place
          key={index}
          {...props}
          field={fieldOf(index)}
          note={undefined}
          path={`${path}[${index}]`}
          label={`第 ${index + 1} 行`}
          value={row}
          onChange={(next) => onChange(rows.map((each, at) => (at === index ? (next ?? []) : each)))}
        />
      ))}
      <Button size="small" onClick={() => onChange([...rows, []])}>
        增加一行
      </Button>
      {rows.length > 0 && (
        <Button type="text" size="small" onClick={() => onChange(rows.length === 1 ? undefined : rows.slice(0, -1))}>
          删除末行
        </Button>
      )}
    </>
  );
}

function Part({ field, ...props }: PartProps & { field: KernelField<unknown> }) {
  const type: Shape = field.type;
  const { element } = type;
  const view = fieldView(props.path, field, props.unit);
  if (fitsOneBox(type)) return <Box key={`${props.path} ${props.unit}`} {...props} field={view} />;
  const inner = () => {
    if (type.kind !== 'list' || element === undefined) return <Whole {...props} type={type} />;
    if (element.kind === 'list') return <Matrix {...props} element={element} />;
    return isTable(element) ? <Table {...props} element={element} /> : <Blocks {...props} element={element} />;
  };
  return <Group {...props}>{inner()}</Group>;
}

interface PartsProps extends Surroundings {
  readonly fields: Fields;
  /** Empty for the document itself. */
  readonly path: string;
  readonly answers: Answers;
  readonly onChange: (answers: Answers | undefined) => void;
}

export function Parts({ fields, path, answers, onChange, ...around }: PartsProps) {
  return (
    <div className="calc-parts">
      {Object.entries(fields).map(([name, field]) => (
        <Part
          key={name}
          {...around}
          field={field}
          path={path === '' ? name : `${path}.${name}`}
          label={field.label}
          required={field.presence === 'required'}
          note={defaultNote(field)}
          value={answers[name]}
          onChange={(value) => onChange(withAnswer(answers, name, value))}
        />
      ))}
    </div>
  );
}
