// From the query of a list to the filter of the store; what makes no sense is refused, not ignored.
import { Refusal } from '#platform/refusal.ts';
import { readItems, readRange } from '../model/list-query.ts';
import type { DayRange, PartyFilter } from '../store/party-filter.ts';
import type { ListQuery } from '../wire.ts';

const labels = { expiring: '资质到期日', founded: '成立日期', sales: '销售收入' } as const;

function range(query: ListQuery, key: keyof typeof labels, kind: 'day' | 'number'): DayRange | undefined {
  const read = readRange(query[key], kind);
  if (read !== null) return read;
  const example = kind === 'day' ? '2024-01-01..2024-12-31' : '1000000..5000000';
  throw new Refusal('BAD_RANGE', `${labels[key]}的范围“${query[key]}”不能识别，请写作 ${example}，两端可省其一。`, {
    status: 400,
    details: [{ where: key, message: `应为 ${example}` }],
  });
}

const given = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);

export function readFilter(query: Omit<ListQuery, 'sort' | 'after' | 'limit'>): PartyFilter {
  return {
    ...given('q', query.q),
    ...given('kind', readItems(query.kind)),
    ...given('status', readItems(query.status)),
    ...given('region', readItems(query.region)),
    ...given('industry', readItems(query.industry)),
    ...given('field', readItems(query.field)),
    ...given('scale', readItems(query.scale)),
    ...given('title', readItems(query.title)),
    ...given('expiring', range(query, 'expiring', 'day')),
    ...given('founded', range(query, 'founded', 'day')),
    ...given('sales', range(query, 'sales', 'number')),
    ...given('warned', query.warned === undefined ? undefined : query.warned === 'yes'),
    ...given('batch', query.batch),
  };
}
