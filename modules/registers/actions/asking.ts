// From the query of a list to the filters of the store; what makes no sense is refused, not ignored.
import type { Register, Standing } from '#kernel/declare/register.ts';
import { readFilters } from '#kernel/faces/filters.ts';
import { Refusal } from '#platform/refusal.ts';
import type { RowFilters } from '../store/list-rows.ts';
import type { RowQuery } from '../wire.ts';

export function filtersOf(register: Register, query: RowQuery): RowFilters {
  const { text, standing, party, batch, sort: _sort, after: _after, limit: _limit, columns: _columns, ...rest } = query;
  const { filters, problems } = readFilters(register.form, rest as Readonly<Record<string, string>>);
  if (problems.length > 0) {
    throw new Refusal('BAD_FILTER', `${problems[0]?.message ?? '筛选条件不能识别'}。`, {
      status: 400,
      details: problems.map(({ key, message }) => ({ where: key, message })),
    });
  }
  return {
    answers: filters,
    ...(text === undefined || text.trim() === '' ? {} : { text: text.trim() }),
    ...(standing === undefined ? {} : { standing: standing.split(',') as Standing[] }),
    ...(party === undefined ? {} : { party }),
    ...(batch === undefined ? {} : { batch }),
  };
}

/** The saved views of a list. */
export function viewsOf(register: Register, base: RowFilters): Record<string, RowFilters> {
  const { standing: _standing, ...clean } = base;
  if (register.validity === undefined) {
    const of = (code: string): RowFilters => ({
      ...clean,
      answers: [...clean.answers.filter(({ key }) => key !== 'state'), { key: 'state', operator: 'in', value: [code] }],
    });
    return { all: clean, ...Object.fromEntries(register.states.map(({ code }) => [code, of(code)])) };
  }
  const at = (...standing: Standing[]): RowFilters => ({ ...clean, standing });
  return { all: clean, 'in-force': at('valid', 'expiring'), expiring: at('expiring'), lapsed: at('lapsed'), ended: at('ended') };
}
