// What the registry adds around the pages: parties in the search box.
import { call } from '#ui/api.ts';
import type { SearchSource } from '#ui/shell/search-sources.ts';
import type { SearchHits } from '../wire.ts';

export const partySource: SearchSource = {
  key: 'parties',
  label: '主体',
  search: async (text, signal) => {
    const { rows } = await call<SearchHits>('GET', '/registry/search', { query: { q: text, limit: 8 }, signal });
    return rows.map((row) => ({
      key: row.id,
      title: row.name,
      hint: [row.uscc ?? '', row.formerName === null ? '' : `曾用名 ${row.formerName}`].filter(Boolean).join(' '),
      href: `/registry/parties/${row.id}`,
    }));
  },
};
