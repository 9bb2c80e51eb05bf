// Columns and filters of a register's list out of its form, and what the list asks the server: amounts in yuan, shares as fractions.
import { type FieldView, fieldOfView } from '#kernel/faces/form-view.ts';
import { printValue } from '#kernel/faces/print.ts';
import type { FieldKind } from '#kernel/fields/field.ts';
import { shift } from '#ui/decimal.ts';
import type { ListColumn, ListFilter, ListView, PageRequest } from '#ui/list/list-types.ts';
import { type FilterKind, type Filters, isRange, listQuery, type Range, type Sort, writeFilters, writeSort } from '#ui/url-state.ts';
import type { RowView } from '../wire.ts';
import type { ShownRegister } from './queries.ts';

const kinds: Partial<Record<FieldKind, NonNullable<ListColumn<RowView>['kind']>>> = {
  integer: 'number',
  decimal: 'number',
  money: 'money',
  percent: 'percent',
  date: 'day',
};

/** By what the server sorts: the name, the first and the last day. */
function sortKey(register: ShownRegister, key: string): string | undefined {
  if (key === register.title) return 'title';
  if (key === register.validity?.from) return 'from';
  return key === register.validity?.until ? 'until' : undefined;
}

const serverSort = (register: ShownRegister, sort: Sort | undefined): Sort | undefined =>
  sort === undefined ? undefined : { ...sort, key: sortKey(register, sort.key) ?? sort.key };

const fieldsOf = (register: ShownRegister) => register.form.pages.flatMap((page) => page.fields);

const usualWidth: Partial<Record<FieldKind, number>> = {
  organisation: 240,
  region: 170,
  choice: 120,
  choices: 160,
  date: 110,
  integer: 90,
  decimal: 100,
  money: 120,
  percent: 90,
  'yes-no': 70,
};
/** What fits beside the name and the state on an office screen; further columns are switched on in the list. */
const SPACE = 760;

/** Columns that begin switched off: those past the edge, but never the last day of what is valid for a time. */
function pastTheEdge(register: ShownRegister, fields: readonly FieldView[]): ReadonlySet<string> {
  const last = fields.find(({ key }) => key === register.validity?.until);
  let left = SPACE - (last === undefined ? 0 : 110);
  const off = new Set<string>();
  for (const { key, kind } of fields) {
    if (key === last?.key) continue;
    left -= usualWidth[kind] ?? 150;
    if (left < 0) off.add(key);
  }
  return off;
}

/** The name first, then what the form lists, in its order. */
export function columnsOf(register: ShownRegister): ListColumn<RowView>[] {
  const listed = fieldsOf(register).filter((view) => register.listed.includes(view.key) && view.key !== 'state');
  const ordered = [...listed.filter(({ key }) => key === register.title), ...listed.filter(({ key }) => key !== register.title)];
  const off = pastTheEdge(register, ordered.slice(1));
  return ordered.map((view, index) => {
    const field = fieldOfView(view);
    const kind = kinds[view.kind];
    const value = (row: RowView): string | number | null => {
      const answer = row.answers[view.key];
      if (answer === undefined || answer === null) return null;
      if (kind !== undefined && (typeof answer === 'string' || typeof answer === 'number')) return answer;
      // In a list the name of an organisation is enough; its code stands in the record.
      if (view.kind === 'organisation') return (answer as { name: string }).name;
      return printValue(field, answer);
    };
    return {
      key: view.key,
      title: view.label,
      value,
      sortable: sortKey(register, view.key) !== undefined,
      ...(index === 0 ? { width: 240 } : {}),
      hidden: off.has(view.key),
      ...(kind === undefined ? {} : { kind }),
      ...(view.unit === undefined || kind === 'percent' ? {} : { unit: view.unit }),
    };
  });
}

const filterKinds: Partial<Record<string, FilterKind>> = {
  choice: 'choice',
  choices: 'choice',
  region: 'region',
  date: 'date-range',
  integer: 'number-range',
  decimal: 'number-range',
  money: 'number-range',
  percent: 'number-range',
  year: 'number-range',
  'yes-no': 'yes-no',
};

export function filtersOf(register: ShownRegister): ListFilter[] {
  const own = register.filters
    .filter(({ key }) => key !== register.title)
    .map(({ key, label, kind, unit, options }): ListFilter => {
      const shown = filterKinds[kind] ?? 'text';
      return {
        key,
        label,
        kind: shown,
        ...(shown === 'choice' || shown === 'region' ? { options: options.map(({ code, name }) => ({ value: code, label: name })) } : {}),
        ...(kind === 'money' ? { unit: unit ?? '万元' } : unit === null ? {} : { unit }),
        ...(kind === 'region' || key === 'level' || key === 'state' ? { pinned: true } : {}),
      };
    });
  return [
    {
      key: 'text',
      label: register.form.pages.flatMap((page) => page.fields).find(({ key }) => key === register.title)?.label ?? '名称',
      kind: 'text',
      pinned: true,
    },
    ...own,
  ];
}

export function viewsOf(register: ShownRegister): ListView[] {
  const all: ListView = { key: 'all', label: '全部', filters: {} };
  if (register.validity === null)
    return [all, ...register.states.map(({ code, name }) => ({ key: code, label: name, filters: { state: [code] } }))];
  return [
    all,
    { key: 'in-force', label: '有效', filters: { standing: ['valid', 'expiring'] } },
    { key: 'expiring', label: '即将到期', filters: { standing: ['expiring'] }, sort: { key: register.validity.until, direction: 'asc' } },
    { key: 'lapsed', label: '已到期', filters: { standing: ['lapsed'] } },
    { key: 'ended', label: '不在有效状态', filters: { standing: ['ended'] } },
  ];
}

export const standingFilter: ListFilter = {
  key: 'standing',
  label: '有效情况',
  kind: 'choice',
  options: [
    { value: 'valid', label: '有效' },
    { value: 'expiring', label: '即将到期' },
    { value: 'lapsed', label: '已到期' },
    { value: 'ended', label: '不在有效状态' },
  ],
};

const moved = (range: Range, places: number): Range => ({
  from: range.from === null ? null : (shift(range.from, places) ?? null),
  to: range.to === null ? null : (shift(range.to, places) ?? null),
});

/** Filters under the names and in the units of the server. */
function asked(register: ShownRegister, filters: Filters): Record<string, string> {
  const known = new Map(register.filters.map((filter) => [filter.key, filter]));
  const query: Record<string, string> = {};
  for (const [key, value] of Object.entries(filters)) {
    const filter = known.get(key);
    const places = filter?.kind === 'money' ? 4 : filter?.kind === 'percent' ? -2 : 0;
    const text = writeFilters({ [key]: isRange(value) && places !== 0 ? moved(value, places) : value })[key];
    if (text === undefined) continue;
    if (filter === undefined) query[key] = text;
    else query[`${key}.${filter.operator}`] = filter.kind === 'yes-no' ? String(text === 'yes') : text;
  }
  return query;
}

export const rowRequest = (register: ShownRegister, request: Omit<PageRequest, 'signal'>): Record<string, string> => ({
  ...asked(register, request.filters),
  ...listQuery({ ...request, filters: {}, sort: serverSort(register, request.sort) }),
});

export const exportRequest = (
  register: ShownRegister,
  filters: Filters,
  sort: Sort | undefined,
  columns: readonly string[],
): Record<string, string> => {
  const by = serverSort(register, sort);
  return { ...asked(register, filters), ...(by === undefined ? {} : { sort: writeSort(by) }), columns: columns.join(',') };
};
