// The same rows for a phone: one card a row, title first, then its facts.
import { AppLink } from '../link.tsx';
import { cell, unitOf } from './list-cell.tsx';
import type { ListRowsProps } from './list-table.tsx';
import type { ListColumn } from './list-types.ts';

function factsOf<Row>(columns: readonly ListColumn<Row>[]): readonly ListColumn<Row>[] {
  const rest = columns.slice(1);
  const chosen = rest.filter((column) => column.phone === true);
  return chosen.length > 0 ? chosen : rest.filter((column) => column.phone !== false).slice(0, 4);
}

export function ListCards<Row>({ columns, rows, rowKey, hrefOf, selected, onSelect, isBusy }: ListRowsProps<Row>) {
  const [title] = columns;
  const facts = factsOf(columns);
  if (!title) return null;
  const toggle = (key: string, row: Row) => {
    if (!selected) return;
    const keys = selected.includes(key) ? selected.filter((each) => each !== key) : [...selected, key];
    onSelect(keys, [row]);
  };
  return (
    <ul className="kc-cards" aria-busy={isBusy}>
      {rows.map((row) => {
        const key = rowKey(row);
        return (
          <li key={key} className="kc-card">
            {selected && <input type="checkbox" aria-label="选择" checked={selected.includes(key)} onChange={() => toggle(key, row)} />}
            <div className="kc-card-body">
              <div className="kc-card-title">{hrefOf ? <AppLink href={hrefOf(row)}>{cell(title, row)}</AppLink> : cell(title, row)}</div>
              <dl className="kc-card-facts">
                {facts.map((column) => (
                  <div key={column.key}>
                    <dt>{column.title}</dt>
                    <dd>
                      {cell(column, row)}
                      {unitOf(column) && <span className="kc-unit">{unitOf(column)}</span>}
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
