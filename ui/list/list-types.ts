// What a list page is told: columns, filters, saved views, bulk actions and where its rows come from.
import type { ReactNode } from 'react';
import type { FilterKind, Filters, Sort } from '../url-state.ts';

export type ColumnKind = 'text' | 'number' | 'money' | 'percent' | 'day' | 'instant' | 'status';

export interface ListColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** Stands in the header after the title. Money columns take `万元` unless told otherwise. */
  readonly unit?: string;
  /** How `value` is shown and aligned; numbers right, the rest left. */
  readonly kind?: ColumnKind;
  /** The raw value: decimal strings for money (yuan) and percent (fraction), `YYYY-MM-DD` for days. */
  readonly value?: (row: Row) => string | number | null | undefined;
  /** Own rendering where value and kind do not suffice. */
  readonly render?: (row: Row) => ReactNode;
  readonly sortable?: boolean;
  readonly width?: number;
  /** Off until chosen in the column chooser. */
  readonly hidden?: boolean;
  /** Cannot be switched off; the first column never can. */
  readonly always?: boolean;
  /** On a phone: part of the card's facts (default for the first four) or left out. */
  readonly phone?: boolean;
}

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** Heading under which the option stands. */
  readonly group?: string;
}

export interface ListFilter {
  readonly key: string;
  readonly label: string;
  readonly kind: FilterKind;
  readonly options?: readonly FilterOption[];
  readonly unit?: string;
  readonly placeholder?: string;
  /** Always on the bar, also when empty. One text filter that is pinned becomes the search box. */
  readonly pinned?: boolean;
}

export interface ListView {
  readonly key: string;
  readonly label: string;
  readonly filters: Filters;
  readonly sort?: Sort;
}

export interface PageRequest {
  readonly filters: Filters;
  readonly sort: Sort | undefined;
  readonly after: string | undefined;
  readonly limit: number;
  readonly signal: AbortSignal;
}

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly total: number;
}

/** What a bulk action works on: the rows ticked, or everything that the filters show. */
export type Selection<Row> =
  | { readonly kind: 'rows'; readonly keys: readonly string[]; readonly rows: readonly Row[]; readonly count: number }
  | { readonly kind: 'all'; readonly filters: Filters; readonly count: number };

export interface BulkAction<Row> {
  readonly key: string;
  readonly label: string;
  /** What will happen, in one sentence with its number: "将向 23 家企业发送催报提醒". Asked before it runs. */
  readonly consequence: (selection: Selection<Row>) => string;
  /** Runs; resolves to what happened and what comes next. */
  readonly run: (selection: Selection<Row>) => Promise<string>;
  readonly danger?: boolean;
  /** An action that asks for more than a yes shows its own panel instead of the question in place; it says whether it was done. */
  readonly ask?: (selection: Selection<Row>, close: (isDone: boolean) => void) => ReactNode;
  /** True when it can also work on everything the filters show, beyond the rows ticked. */
  readonly onAll?: boolean;
}

export interface ExportRequest {
  readonly filters: Filters;
  readonly sort: Sort | undefined;
  /** Keys of the columns on screen, in order. */
  readonly columns: readonly string[];
}

export interface ListPageProps<Row> {
  /** Stable name: the query key and the place where column choices are remembered, e.g. `registry.parties`. */
  readonly name: string;
  readonly title: string;
  /** One line under the title. */
  readonly lead?: ReactNode;
  /** Buttons at the right of the title; the main one first. */
  readonly actions?: ReactNode;
  readonly columns: readonly ListColumn<Row>[];
  readonly filters?: readonly ListFilter[];
  readonly views?: readonly ListView[];
  /** Counts of the views by key; shown beside their names when they arrive. */
  readonly fetchCounts?: (signal: AbortSignal) => Promise<Readonly<Record<string, number>>>;
  readonly defaultSort?: Sort;
  readonly rowKey: (row: Row) => string;
  readonly fetchPage: (request: PageRequest) => Promise<PageOf<Row>>;
  /** Full page of a row. */
  readonly rowHref?: (row: Row) => string;
  /** Content of the side panel; the row is absent when the address was opened directly and the row is not on this page. */
  readonly renderPanel?: (key: string, row: Row | undefined) => ReactNode;
  readonly panelTitle?: (key: string, row: Row | undefined) => ReactNode;
  readonly bulkActions?: readonly BulkAction<Row>[];
  readonly onExport?: (request: ExportRequest) => Promise<void>;
  /** When nothing is here yet: what will be here and how to begin. */
  readonly empty?: { readonly title: string; readonly how?: ReactNode };
  /** Unit of the total: 家, 件, 项; default 条. */
  readonly counter?: string;
  /** Shown between the head and the table, e.g. a line of sums. */
  readonly summary?: (page: PageOf<Row>) => ReactNode;
}
