// Wire of what a party holds: titles and yearly figures.
import { type Static, Type } from 'typebox';
import { Day, Id, Instant, Level, orNull, Reason, Source, Text, Version, Yuan } from './shared.ts';

export const NewTitle = Type.Object({
  kind: Type.String({ title: '资质', maxLength: 80 }),
  level: Type.Optional(Level),
  label: Type.Optional(Type.String({ title: '名称', maxLength: 100 })),
  number: orNull(Type.String({ title: '证书编号', maxLength: 60 })),
  from: Type.String({ title: '发证日期', format: 'date' }),
  until: Type.Optional(orNull(Type.String({ title: '有效期至', format: 'date' }))),
  basis: Text('依据文件', 200),
});
export type NewTitle = Static<typeof NewTitle>;
export const RevokeTitle = Type.Object({ version: Version, on: Type.String({ title: '撤销日期', format: 'date' }), reason: Reason });

const financeValue = orNull(Yuan);
export const FinanceValues = Type.Object({
  sales: financeValue,
  grossIncome: financeValue,
  nonTaxableIncome: financeValue,
  highTechIncome: financeValue,
  totalAssets: financeValue,
  totalLiabilities: financeValue,
  netAssets: financeValue,
  rdExpense: financeValue,
  incomeStatementRd: financeValue,
  profit: financeValue,
  netProfit: financeValue,
  tax: financeValue,
  staff: financeValue,
  scienceStaff: financeValue,
  insuredStaff: financeValue,
});
export const FinanceParams = Type.Object({ id: Id, year: Type.Integer({ minimum: 1990, maximum: 2100 }), source: Source });
export const RecordFinance = Type.Object({
  version: Version,
  values: FinanceValues,
  reason: Type.Optional(Reason),
  note: Type.Optional(orNull(Text('备注', 200))),
});
export type RecordFinance = Static<typeof RecordFinance>;

export const FinanceLine = Type.Object({
  source: Source,
  values: FinanceValues,
  version: Type.Integer(),
  recordedAt: Instant,
  recordedBy: Type.String(),
  note: orNull(Type.String()),
});
export const FinanceYear = Type.Object({
  year: Type.Integer(),
  sources: Type.Array(FinanceLine),
  disagreements: Type.Array(
    Type.Object({
      key: Type.String(),
      name: Type.String(),
      level: Type.Union([Type.Literal('conflict'), Type.Literal('calibre')]),
      gap: Type.String(),
      says: Type.String(),
    }),
  ),
});
export type FinanceYear = Static<typeof FinanceYear>;
export const Revisions = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Id,
      version: Type.Integer(),
      before: orNull(Type.Record(Type.String(), Type.String())),
      after: orNull(Type.Record(Type.String(), Type.String())),
      at: Instant,
      by: Type.String(),
      reason: orNull(Type.String()),
    }),
  ),
});
export type Revisions = Static<typeof Revisions>;

export const Title = Type.Object({
  id: Id,
  kind: Type.String(),
  name: Type.String(),
  level: Level,
  label: Type.String(),
  number: orNull(Type.String()),
  from: Day,
  until: orNull(Day),
  state: Type.String(),
  stateName: Type.String(),
  endedOn: orNull(Day),
  endReason: orNull(Type.String()),
  sourceKind: Type.String(),
  sourceId: Type.String(),
  version: Type.Integer(),
});
export type Title = Static<typeof Title>;
