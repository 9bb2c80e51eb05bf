// Wire of the lists of parties: filters, lines, search, counts.
import { type Static, Type } from 'typebox';
import { Day, Id, Instant, Kind, Level, orNull, Scale } from './shared.ts';

const filterText = Type.Optional(Type.String({ maxLength: 2000 }));
const filters = {
  q: Type.Optional(Type.String({ maxLength: 200, description: '名称的一部分、信用代码的前几位、拼音或拼音首字母' })),
  kind: filterText,
  status: filterText,
  region: filterText,
  industry: filterText,
  field: filterText,
  scale: filterText,
  title: filterText,
  expiring: Type.Optional(Type.String({ maxLength: 40, description: '资质到期日范围，如 ..2026-12-31' })),
  founded: Type.Optional(Type.String({ maxLength: 40 })),
  sales: Type.Optional(Type.String({ maxLength: 60, description: '最近年度销售收入范围（元）' })),
  warned: Type.Optional(Type.Union([Type.Literal('yes'), Type.Literal('no')])),
  batch: Type.Optional(Id),
};

export const ListQuery = Type.Object({
  ...filters,
  sort: Type.Optional(Type.String({ maxLength: 80 })),
  after: Type.Optional(Type.String({ maxLength: 2000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export type ListQuery = Static<typeof ListQuery>;

export const ExportQuery = Type.Object({
  ...filters,
  sort: Type.Optional(Type.String({ maxLength: 80 })),
  columns: Type.Optional(Type.String({ maxLength: 500, description: '导出的列，逗号分隔；缺省为全部' })),
});
export type ExportQuery = Static<typeof ExportQuery>;

export const HeldTitle = Type.Object({
  kind: Type.String(),
  name: Type.String(),
  label: Type.String(),
  level: Level,
  from: Day,
  until: orNull(Day),
  state: Type.String(),
});

export const PartyLine = Type.Object({
  id: Id,
  name: Type.String(),
  uscc: orNull(Type.String()),
  usccCheck: orNull(Type.String()),
  kind: Kind,
  region: Type.String(),
  industry: orNull(Type.String()),
  field: orNull(Type.String()),
  scale: orNull(Scale),
  status: Type.String(),
  legalPerson: orNull(Type.String()),
  foundedOn: orNull(Day),
  registeredCapital: orNull(Type.String()),
  updatedAt: Instant,
  financeYear: orNull(Type.Integer()),
  sales: orNull(Type.String()),
  rdExpense: orNull(Type.String()),
  staff: orNull(Type.String()),
  conflicts: Type.Integer(),
  titles: Type.Array(HeldTitle),
});
export type PartyLine = Static<typeof PartyLine>;

export const PartyPage = Type.Object({ rows: Type.Array(PartyLine), next: orNull(Type.String()), total: Type.Integer() });
export type PartyPage = Static<typeof PartyPage>;
export const Counts = Type.Record(Type.String(), Type.Integer());
export const TitleKinds = Type.Object({
  kinds: Type.Array(
    Type.Object({
      kind: Type.String(),
      name: Type.String(),
      level: Level,
      validity: Type.Union([Type.Integer(), Type.Literal('year-end'), Type.Null()]),
      held: Type.Integer(),
    }),
  ),
});
export type TitleKinds = Static<typeof TitleKinds>;

export const SearchQuery = Type.Object({
  q: Type.String({ minLength: 1, maxLength: 200 }),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
});
export const SearchHits = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      uscc: orNull(Type.String()),
      region: Type.String(),
      kind: Kind,
      formerName: orNull(Type.String()),
    }),
  ),
});
export type SearchHits = Static<typeof SearchHits>;
