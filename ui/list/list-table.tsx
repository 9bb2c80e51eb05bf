// The table of a list: three rules as in a yearbook, server sort, ticks, and a first column that opens the row.
import { Table, type TableColumnType } from 'antd';
import type { MouseEvent } from 'react';
import { AppLink } from '../link.tsx';
import type { Sort } from '../url-state.ts';
import { cell, isNumeric, unitOf } from './list-cell.tsx';
import type { ListColumn } from './list-types.ts';

export interface ListRowsProps<Row> {
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort | undefined) => void;
  readonly open: string | undefined;
  /** Address that the first column links to. */
  readonly hrefOf: ((row: Row) => string) | undefined;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly selected: readonly string[] | undefined;
  readonly onSelect: (keys: readonly string[], rows: readonly Row[]) => void;
  readonly isBusy: boolean;
}

/** A click on a control inside a row is that control's, and marking text is no click. */
function meansTheRow(event: MouseEvent): boolean {
  const target = event.target as HTMLElement;
  if (target.closest('a, button, input, label, .ant-table-selection-column')) return false;
  return (window.getSelection()?.toString() ?? '') === '';
}

function columnsOf<Row>(props: ListRowsProps<Row>): TableColumnType<Row>[] {
  return props.columns.map((column, index) => {
    const unit = unitOf(column);
    const numeric = isNumeric(column);
    return {
      key: column.key,
      title: (
        <>
          {column.title}
          {unit && <span className="kc-unit">（{unit}）</span>}
        </>
      ),
      align: numeric ? 'right' : 'left',
      className: numeric || column.kind === 'day' || column.kind === 'instant' ? 'kc-nowrap' : '',
      ...(column.width === undefined ? {} : { width: column.width }),
      ...(column.sortable
        ? {
            sorter: true,
            sortDirections: numeric ? (['descend', 'ascend'] as const) : (['ascend', 'descend'] as const),
            sortOrder:
              props.sort?.key === column.key ? (props.sort.direction === 'asc' ? ('ascend' as const) : ('descend' as const)) : null,
            showSorterTooltip: false,
          }
        : {}),
      render: (_: unknown, row: Row) =>
        index === 0 && props.hrefOf ? <AppLink href={props.hrefOf(row)}>{cell(column, row)}</AppLink> : cell(column, row),
    } as TableColumnType<Row>;
  });
}

export function ListTable<Row>(props: ListRowsProps<Row>) {
  const { rows, rowKey, selected, onSelect, onSort, onOpen, open } = props;
  return (
    <Table<Row>
      className="kc-table"
      size="small"
      pagination={false}
      columns={columnsOf(props)}
      dataSource={rows}
      rowKey={rowKey}
      scroll={{ x: 'max-content' }}
      sticky={{ offsetHeader: 48 }}
      aria-busy={props.isBusy}
      {...(selected
        ? {
            rowSelection: {
              selectedRowKeys: [...selected],
              preserveSelectedRowKeys: true,
              columnWidth: 36,
              onChange: (keys, chosen) => onSelect(keys.map(String), chosen.filter(Boolean)),
            },
          }
        : {})}
      onRow={(row) => ({
        className: rowKey(row) === open ? 'kc-row-open' : onOpen ? 'kc-row' : '',
        onClick: (event) => {
          if (onOpen && meansTheRow(event)) onOpen(row);
        },
      })}
      onChange={(_pagination, _filters, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter;
        if (!one?.order) onSort(undefined);
        else onSort({ key: String(one.columnKey), direction: one.order === 'ascend' ? 'asc' : 'desc' });
      }}
    />
  );
}
