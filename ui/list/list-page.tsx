// The list page: saved views, filters, columns, exact total, ticks and bulk actions, export, and a side panel; all kept in the address.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useIsPhone } from '../media.ts';
import { PageHead } from '../page/page-head.tsx';
import { SidePanel } from '../page/side-panel.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '../page/states.tsx';
import { useSearchState } from '../use-search.ts';
import { FilterBar } from './filter-bar.tsx';
import { ListCards } from './list-cards.tsx';
import { useListPreferences, withOwnView, withoutOwnView } from './list-preferences.ts';
import { SelectionBar } from './list-selection.tsx';
import { ListTable } from './list-table.tsx';
import { ColumnChooser, ExportButton, ListFooter } from './list-tools.tsx';
import type { ListPageProps, Selection } from './list-types.ts';
import { ListViews } from './list-views.tsx';
import { type ListModel, useList } from './use-list.ts';
import './list.css';

export type {
  BulkAction,
  ExportRequest,
  ListColumn,
  ListFilter,
  ListPageProps,
  ListView,
  PageOf,
  PageRequest,
  Selection,
} from './list-types.ts';

/** Ticks survive paging: rows are remembered by key with what was known of them. */
function useTicks<Row>(props: ListPageProps<Row>, model: ListModel<Row>) {
  const [known, setKnown] = useState<ReadonlyMap<string, Row>>(new Map());
  const [isAll, setAll] = useState(false);
  const select = (keys: readonly string[], rows: readonly Row[]) => {
    const seen = new Map([...known, ...rows.map((row) => [props.rowKey(row), row] as const)]);
    const next = new Map<string, Row>();
    for (const key of keys) {
      const row = seen.get(key);
      if (row !== undefined) next.set(key, row);
    }
    setAll(false);
    setKnown(next);
  };
  const clear = () => {
    setAll(false);
    setKnown(new Map());
  };
  const keys = [...known.keys()];
  const selection: Selection<Row> = isAll
    ? { kind: 'all', filters: model.state.filters, count: model.page?.total ?? 0 }
    : { kind: 'rows', keys, rows: [...known.values()], count: keys.length };
  return { keys, selection, select, clear, all: () => setAll(true) };
}

function Rows<Row>({ props, model, ticks }: { props: ListPageProps<Row>; model: ListModel<Row>; ticks: ReturnType<typeof useTicks<Row>> }) {
  const isPhone = useIsPhone();
  const [search] = useSearchState();
  const { page, state } = model;
  if (!page) return model.error ? <ErrorState error={model.error} onRetry={model.retry} /> : <TableSkeleton />;
  if (page.rows.length === 0) {
    const isFiltered = Object.keys(state.filters).length > 0;
    if (!isFiltered && props.empty) return <EmptyState title={props.empty.title} how={props.empty.how} />;
    return (
      <EmptyState
        title={isFiltered ? '没有符合条件的记录' : '这里还没有记录'}
        how={
          isFiltered && (
            <button type="button" className="kc-button" onClick={() => model.setFilters({})}>
              清空筛选，查看全部
            </button>
          )
        }
      />
    );
  }
  const { renderPanel, rowHref, rowKey } = props;
  const panelHref = (row: Row) => `?${new URLSearchParams({ ...search, open: rowKey(row) })}`;
  const View = isPhone ? ListCards : ListTable;
  return (
    <>
      {model.error !== null && <ErrorState error={model.error} onRetry={model.retry} />}
      <View
        columns={model.columns}
        rows={page.rows}
        rowKey={rowKey}
        sort={state.sort}
        onSort={model.setSort}
        open={state.open}
        hrefOf={rowHref && (isPhone || !renderPanel) ? rowHref : renderPanel ? panelHref : undefined}
        onOpen={renderPanel ? (row) => model.open(rowKey(row)) : undefined}
        selected={props.bulkActions ? ticks.keys : undefined}
        onSelect={ticks.select}
        isBusy={model.isBusy}
      />
    </>
  );
}

function Panel<Row>({ props, model }: { props: ListPageProps<Row>; model: ListModel<Row> }) {
  const key = model.state.open;
  if (key === undefined || !props.renderPanel) return null;
  const row = model.page?.rows.find((each) => props.rowKey(each) === key);
  return (
    <SidePanel
      title={props.panelTitle?.(key, row) ?? ''}
      fullHref={row && props.rowHref ? props.rowHref(row) : undefined}
      onClose={() => model.open(undefined)}
    >
      {props.renderPanel(key, row)}
    </SidePanel>
  );
}

function Tools<Row>({
  props,
  model,
  ticks,
}: {
  props: ListPageProps<Row>;
  model: ListModel<Row>;
  ticks: ReturnType<typeof useTicks<Row>>;
}) {
  const client = useQueryClient();
  const { onExport, bulkActions = [] } = props;
  if (ticks.selection.count > 0 && bulkActions.length > 0) {
    return (
      <SelectionBar
        selection={ticks.selection}
        total={model.page?.total ?? 0}
        counter={props.counter ?? '条'}
        actions={bulkActions}
        onAll={ticks.all}
        onClear={ticks.clear}
        onDone={() => {
          ticks.clear();
          void client.invalidateQueries({ queryKey: ['list', props.name] });
        }}
      />
    );
  }
  return (
    <div className="kc-list-bar">
      <FilterBar filters={props.filters ?? []} values={model.state.filters} onChange={model.setFilters} />
      <div className="kc-list-tools kc-no-print">
        <ColumnChooser all={props.columns} shown={model.columns} onChange={model.setColumns} />
        {onExport && (
          <ExportButton
            onExport={() => onExport({ filters: model.state.filters, sort: model.state.sort, columns: model.columns.map((c) => c.key) })}
          />
        )}
      </div>
    </div>
  );
}

export function ListPage<Row>(props: ListPageProps<Row>) {
  const model = useList(props);
  const ticks = useTicks(props, model);
  const [preferences, remember] = useListPreferences(props.name);
  const { page, state } = model;
  return (
    <div className="kc-page kc-list">
      <PageHead title={props.title} lead={props.lead} actions={props.actions} />
      <ListViews
        views={model.views}
        current={state.view}
        counts={model.counts}
        onView={model.setView}
        onSave={(label) => remember(withOwnView(preferences, label, state.filters))}
        onForget={(key) => remember(withoutOwnView(preferences, key))}
      />
      <Tools props={props} model={model} ticks={ticks} />
      {page && props.summary?.(page)}
      <div className={model.isBusy && page ? 'kc-list-busy' : ''}>
        <Rows props={props} model={model} ticks={ticks} />
      </div>
      {page && page.total > 0 && (
        <ListFooter
          page={state.page}
          limit={model.limit}
          shown={page.rows.length}
          total={page.total}
          counter={props.counter ?? '条'}
          hasNext={page.next !== null}
          onNext={model.next}
          onPrevious={model.previous}
          onLimit={model.setLimit}
        />
      )}
      <Panel props={props} model={model} />
    </div>
  );
}
