// Lists of parties: pages, counts, search and the kinds of title to filter by.
import { Type } from 'typebox';
import { addDays } from '#kernel/declare/calendar.ts';
import { type Action, action } from '#platform/http/action.ts';
import { renewalNoticeDays, titleState } from '../model/title-validity.ts';
import type { RegistrySetting } from '../setting.ts';
import { countParties, type HeldTitle, type ListedParty, listParties } from '../store/list-parties.ts';
import { searchParties } from '../store/search-parties.ts';
import { countTitles } from '../store/title-counts.ts';
import { Counts, ListQuery, type PartyLine, PartyPage, SearchHits, SearchQuery, TitleKinds } from '../wire.ts';
import { readFilter } from './read-filter.ts';

const read = 'registry/party:read';

export function partyLine(row: ListedParty & { readonly titles: readonly HeldTitle[] }, today: string): PartyLine {
  return {
    ...row,
    updatedAt: row.updatedAt.toISOString(),
    conflicts: row.conflicts ?? 0,
    titles: row.titles.map(({ kind, name, label, level, from, until }) => ({
      kind,
      name,
      label,
      level,
      from,
      until,
      state: titleState({ from, until, status: 'valid' }, today),
    })),
  };
}

const list = action({
  id: 'registry.list-parties',
  method: 'GET',
  path: '/registry/parties',
  summary: '查询主体名单',
  permission: read,
  query: ListQuery,
  reply: PartyPage,
  async handle({ db, today }, { query }) {
    const { sort, after, limit, ...filters } = query;
    const page = await listParties(db, { filter: readFilter(filters), sort, after, limit }, today);
    return { ...page, rows: page.rows.map((row) => partyLine(row, today)) };
  },
});

const count = action({
  id: 'registry.count-parties',
  method: 'GET',
  path: '/registry/parties/counts',
  summary: '统计常用名单的主体数',
  permission: read,
  reply: Counts,
  async handle({ db, today }) {
    const soon = addDays(today, renewalNoticeDays);
    return {
      all: await countParties(db, {}, today),
      expiring: await countParties(db, { expiring: { from: null, to: soon } }, today),
      warned: await countParties(db, { warned: true }, today),
    };
  },
});

const search = action({
  id: 'registry.search-parties',
  method: 'GET',
  path: '/registry/search',
  summary: '按名称、信用代码或拼音查找主体',
  permission: read,
  query: SearchQuery,
  reply: SearchHits,
  handle: async ({ db }, { query }) => ({ rows: await searchParties(db, query.q, query.limit ?? 10) }),
});

/** Titles that may be entered, and beside them whatever is held today although no declaration knows it any more. */
const titleKinds = (setting: RegistrySetting): Action =>
  action({
    id: 'registry.list-title-kinds',
    method: 'GET',
    path: '/registry/title-kinds',
    summary: '列出资质种类和现有数量',
    permission: 'registry/title:read',
    query: Type.Object({}),
    reply: TitleKinds,
    async handle({ db, today }) {
      const held = await countTitles(db, today);
      const counts = new Map(held.map((kind) => [kind.kind, kind.held]));
      const declared = setting.titles.map(({ title }) => ({
        kind: title.id,
        name: title.name,
        level: title.level,
        validity: title.validity,
        held: counts.get(title.id) ?? 0,
      }));
      const known = new Set(declared.map((title) => title.kind));
      const others = held.filter((kind) => !known.has(kind.kind)).map((kind) => ({ ...kind, validity: null }));
      return { kinds: [...declared, ...others].sort((a, b) => b.held - a.held) };
    },
  });

export const listActions = (setting: RegistrySetting): Action[] => [list, count, search, titleKinds(setting)];
