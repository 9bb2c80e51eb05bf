// The three tables of an import: how columns were understood, which cells are wrong, what each row will become.
import { Status } from '../page/status.tsx';
import type { ColumnReading, FaultyCell, RowChange } from './import-state.ts';
import './import.css';

export function ColumnTable({ columns }: { columns: readonly ColumnReading[] }) {
  return (
    <div className="kc-grid-scroll">
      <table className="kc-plain">
        <thead>
          <tr>
            <th scope="col">文件中的列</th>
            <th scope="col">识别为</th>
            <th scope="col">前几行</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.header}>
              <td>{column.header}</td>
              <td>{column.field ?? <Status tone="off">不使用</Status>}</td>
              <td className="kc-import-examples">{column.examples.join('，')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function FaultTable({ faults, count }: { faults: readonly FaultyCell[]; count: number }) {
  return (
    <table className="kc-plain">
      <thead>
        <tr>
          <th scope="col">位置</th>
          <th scope="col">问题与改法</th>
        </tr>
      </thead>
      <tbody>
        {faults.map((fault) => (
          <tr key={`${fault.where}${fault.message}`}>
            <td className="kc-nowrap">{fault.where}</td>
            <td>{fault.message}</td>
          </tr>
        ))}
        {count > faults.length && (
          <tr>
            <td colSpan={2}>另有 {count - faults.length} 处，见标注文件</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Difference({ change }: { change: RowChange }) {
  return (
    <ul className="kc-diff">
      {change.fields.map((field) => (
        <li key={field.label}>
          {field.label}：
          {change.kind === 'changed' && (
            <>
              <del>{field.before ?? '空'}</del>
              <span aria-hidden="true"> → </span>
            </>
          )}
          <ins>{field.after ?? '空'}</ins>
        </li>
      ))}
    </ul>
  );
}

export function ChangeTable({ changes, total }: { changes: readonly RowChange[]; total: number }) {
  const shown = changes.filter((change) => change.kind !== 'same');
  if (shown.length === 0) return <p className="kc-none">没有改动</p>;
  return (
    <table className="kc-plain">
      <thead>
        <tr>
          <th scope="col">处理</th>
          <th scope="col">记录</th>
          <th scope="col">内容</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((change) => (
          <tr key={change.key}>
            <td>{change.kind === 'new' ? <Status tone="good">新增</Status> : <Status tone="wait">更新</Status>}</td>
            <td>
              {change.title}
              {change.matchedBy && <small>{change.matchedBy}</small>}
            </td>
            <td>
              <Difference change={change} />
            </td>
          </tr>
        ))}
        {total > shown.length && (
          <tr>
            <td colSpan={3}>另有 {total - shown.length} 条改动，写入后可在批次记录中查看</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
