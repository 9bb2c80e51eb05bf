// Control of a table: a row a line, cells by their kinds, pasted from Excel; on a phone each row is a small form.
import { Button } from 'antd';
import { type ClipboardEvent, type ComponentType, useState } from 'react';
import { useIsPhone } from '../media.ts';
import type { ControlProps, FieldView } from './field-view.ts';
import { pasteInto, type Row, readCells } from './table-paste.ts';

const WIDTHS: Partial<Record<FieldView['kind'], number>> = {
  text: 160,
  'long-text': 240,
  organisation: 220,
  money: 130,
  decimal: 110,
  integer: 90,
  percent: 90,
  date: 140,
  month: 120,
  year: 96,
  'yes-no': 80,
  choice: 150,
  choices: 200,
  region: 160,
  file: 220,
  derived: 110,
};
const NUMERIC = new Set(['integer', 'decimal', 'percent', 'money']);

interface TableControlProps extends ControlProps {
  /** The control of a cell's kind; handed in by the list of controls, which knows this one too. */
  readonly cellOf: (column: FieldView) => ComponentType<ControlProps>;
  /** Paths of cells with problems, e.g. `products[2].income`. */
  readonly badPaths?: ReadonlySet<string>;
}

function unit(column: FieldView): string | undefined {
  return column.unit ?? (column.kind === 'money' ? '万元' : column.kind === 'percent' ? '%' : undefined);
}

interface CellsProps extends TableControlProps {
  readonly rows: readonly Row[];
  readonly put: (rows: readonly Row[]) => void;
  readonly hasRemove: boolean;
}

function Cell({ row, column, index, ...props }: CellsProps & { row: Row; column: FieldView; index: number }) {
  const Control = props.cellOf(column);
  const path = `${props.id.replace(/^f-/, '')}[${index}].${column.key}`;
  return (
    <Control
      field={column}
      id={`${props.id}[${index}].${column.key}`}
      value={row[column.key]}
      inCell
      readOnly={props.readOnly ?? false}
      isInvalid={props.badPaths?.has(path) ?? false}
      onProblem={(problem) => props.onProblem?.(problem === undefined ? undefined : `第${index + 1}行 ${problem}`, path)}
      onChange={(value) => props.put(props.rows.map((each, at) => (at === index ? { ...each, [column.key]: value } : each)))}
    />
  );
}

function Remove({ index, rows, put }: { index: number } & Pick<CellsProps, 'rows' | 'put'>) {
  return (
    <Button
      type="text"
      size="small"
      aria-label={`删除第 ${index + 1} 行`}
      title="删除此行"
      onClick={() => put(rows.filter((_, at) => at !== index))}
    >
      ✕
    </Button>
  );
}

function Grid(props: CellsProps) {
  const columns = props.field.columns ?? [];
  return (
    <div className="kc-grid-scroll">
      <table className="kc-grid">
        <thead>
          <tr>
            <th scope="col" className="kc-grid-no">
              行
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                style={{ minWidth: WIDTHS[column.kind] ?? 160 }}
                className={NUMERIC.has(column.kind) ? 'kc-num' : ''}
              >
                {column.label}
                {unit(column) && <span className="kc-unit">（{unit(column)}）</span>}
                {!column.required && column.kind !== 'derived' && <span className="kc-optional">选填</span>}
              </th>
            ))}
            {props.hasRemove && <th aria-label="操作" />}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of answers has no other name than its place
            <tr key={index}>
              <td className="kc-grid-no">{index + 1}</td>
              {columns.map((column) => (
                <td key={column.key} data-row={index} data-column={column.key}>
                  <label className="kc-unseen" htmlFor={`${props.id}[${index}].${column.key}`}>
                    第 {index + 1} 行 {column.label}
                  </label>
                  <Cell {...props} row={row} column={column} index={index} />
                </td>
              ))}
              {props.hasRemove && (
                <td>
                  <Remove index={index} rows={props.rows} put={props.put} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Stack(props: CellsProps) {
  return (
    <ol className="kc-stack">
      {props.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of answers has no other name than its place
        <li key={index}>
          <div className="kc-stack-head">
            第 {index + 1} 行{props.hasRemove && <Remove index={index} rows={props.rows} put={props.put} />}
          </div>
          {(props.field.columns ?? []).map((column) => (
            <div key={column.key} className="kc-stack-cell">
              <label htmlFor={`${props.id}[${index}].${column.key}`}>
                {column.label}
                {unit(column) && <span className="kc-unit">（{unit(column)}）</span>}
              </label>
              <Cell {...props} row={row} column={column} index={index} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

export function TableControl(props: TableControlProps) {
  const { field, id, value, onChange, readOnly } = props;
  const isPhone = useIsPhone();
  const [notes, setNotes] = useState<readonly string[]>([]);
  const rows = Array.isArray(value) ? (value as Row[]) : [];
  const [least, most] = [field.minRows ?? 0, field.maxRows ?? 500];
  const put = (next: readonly Row[]) => {
    // Rows move up: what was said of their cells is said of others now.
    if (next.length < rows.length) props.onProblem?.(undefined);
    onChange(next.length === 0 ? undefined : next);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const cell = (event.target as HTMLElement).closest<HTMLElement>('td[data-row]');
    if (readOnly || !cell || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const columns = field.columns ?? [];
    const at = { row: Number(cell.dataset.row), column: columns.findIndex((column) => column.key === cell.dataset.column) };
    const pasted = pasteInto(rows, columns, at, readCells(text), most);
    setNotes(pasted.problems);
    put(pasted.rows);
  };
  const View = isPhone ? Stack : Grid;
  return (
    <div className="kc-table-control" onPaste={paste}>
      {rows.length > 0 && <View {...props} rows={rows} put={put} hasRemove={!readOnly && rows.length > least} />}
      {rows.length === 0 && readOnly && <span>没有填写</span>}
      {notes.length > 0 && (
        <ul className="kc-field-errors" role="alert">
          {notes.slice(0, 10).map((note) => (
            <li key={note}>{note}</li>
          ))}
          {notes.length > 10 && <li>另有 {notes.length - 10} 处</li>}
        </ul>
      )}
      {!readOnly && (
        <div className="kc-table-foot">
          <Button id={rows.length === 0 ? id : `${id}-add`} size="small" disabled={rows.length >= most} onClick={() => put([...rows, {}])}>
            增加一行
          </Button>
          {!isPhone && rows.length > 0 && <span className="kc-file-hint">可从 Excel、WPS 复制多行，点住起始格后粘贴</span>}
        </div>
      )}
    </div>
  );
}
