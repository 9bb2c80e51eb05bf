// The row of chips above a list: a search box, the filters in force, and a way to add one.
import { Dropdown, Input, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { type Filters, type FilterValue, isEmptyFilter } from '../url-state.ts';
import { FilterForm } from './filter-editor.tsx';
import { filterWords } from './filter-words.ts';
import type { ListFilter } from './list-types.ts';
import './filters.css';

interface BarProps {
  readonly filters: readonly ListFilter[];
  readonly values: Filters;
  readonly onChange: (values: Filters) => void;
}

function without(values: Filters, key: string): Filters {
  return Object.fromEntries(Object.entries(values).filter(([each]) => each !== key));
}

function SearchBox({ filter, values, onChange }: { filter: ListFilter } & Omit<BarProps, 'filters'>) {
  const current = typeof values[filter.key] === 'string' ? (values[filter.key] as string) : '';
  const [text, setText] = useState(current);
  useEffect(() => setText(current), [current]);
  const apply = (value: string) => {
    if (value.trim() !== current) onChange(value.trim() === '' ? without(values, filter.key) : { ...values, [filter.key]: value.trim() });
  };
  return (
    <Input.Search
      className="kc-filter-search"
      allowClear
      aria-label={filter.label}
      placeholder={filter.placeholder ?? filter.label}
      value={text}
      onChange={(e) => setText(e.target.value)}
      onSearch={apply}
    />
  );
}

interface ChipProps {
  readonly filter: ListFilter;
  readonly value: FilterValue | undefined;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onChange: (value: FilterValue | undefined) => void;
}

function Chip({ filter, value, isOpen, onOpen, onChange }: ChipProps) {
  const isSet = !isEmptyFilter(value);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={isOpen}
      onOpenChange={onOpen}
      destroyOnHidden
      content={
        <FilterForm
          filter={filter}
          value={value}
          onDone={(next) => {
            onOpen(false);
            onChange(next);
          }}
        />
      }
    >
      <span className={isSet ? 'kc-chip kc-chip-set' : 'kc-chip'}>
        <button type="button" className="kc-chip-main" aria-expanded={isOpen}>
          {filter.label}
          {isSet && value !== undefined ? <b>{filterWords(filter, value)}</b> : <i aria-hidden="true">▾</i>}
        </button>
        {isSet && (
          <button
            type="button"
            className="kc-chip-remove"
            aria-label={`去掉筛选：${filter.label}`}
            onClick={(event) => {
              event.stopPropagation();
              onChange(undefined);
            }}
          >
            ×
          </button>
        )}
      </span>
    </Popover>
  );
}

export function FilterBar({ filters, values, onChange }: BarProps) {
  const [open, setOpen] = useState<string | undefined>();
  const searchBox = filters.find((filter) => filter.kind === 'text' && filter.pinned);
  const others = filters.filter((filter) => filter !== searchBox);
  const shown = others.filter((filter) => filter.pinned || !isEmptyFilter(values[filter.key]) || filter.key === open);
  const rest = others.filter((filter) => !shown.includes(filter));
  const set = (key: string, value: FilterValue | undefined) =>
    onChange(value === undefined ? without(values, key) : { ...values, [key]: value });
  return (
    <search className="kc-filters kc-no-print">
      {searchBox && <SearchBox filter={searchBox} values={values} onChange={onChange} />}
      {shown.map((filter) => (
        <Chip
          key={filter.key}
          filter={filter}
          value={values[filter.key]}
          isOpen={open === filter.key}
          onOpen={(isOpen) => setOpen(isOpen ? filter.key : undefined)}
          onChange={(value) => set(filter.key, value)}
        />
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((filter) => ({ key: filter.key, label: filter.label })),
            onClick: ({ key }) => window.setTimeout(() => setOpen(key), 0),
          }}
        >
          <button type="button" className="kc-chip kc-chip-add">
            ＋ 筛选
          </button>
        </Dropdown>
      )}
      {Object.keys(values).length > 1 && (
        <button type="button" className="kc-chip-clear" onClick={() => onChange({})}>
          清空筛选
        </button>
      )}
    </search>
  );
}
