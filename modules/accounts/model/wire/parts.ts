// Schemas that several parts of the wire share.
import { type TSchema, Type } from 'typebox';
import { roleIds } from '../roles.ts';

export const Id = Type.String({ format: 'uuid', title: '编号' });
export const Day = Type.String({ format: 'date', title: '日期' });
export const Instant = Type.String({ format: 'date-time' });
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const literals = <T extends string>(values: readonly T[], title: string) =>
  Type.Union(
    values.map((value) => Type.Literal(value)),
    { title },
  ) as unknown as ReturnType<typeof Type.Unsafe<T>>;

export const Role = literals(roleIds, '角色');
export const Line = literals(['business', 'system', 'security', 'audit'] as const, '职责');
export const OfficeKindSchema = literals(
  ['city-office', 'leadership', 'city-tax', 'city-finance', 'county-office', 'county-tax', 'county-finance', 'administration'] as const,
  '机构类别',
);

export const ById = Type.Object({ id: Id });
export const Made = Type.Object({ id: Id });
export const Version = Type.Integer({ title: '版本', minimum: 0 });
export const Reason = Type.String({ title: '理由', minLength: 2, maxLength: 200 });

export const paging = {
  after: Type.Optional(Type.String({ title: '翻页位置', maxLength: 2000 })),
  limit: Type.Optional(Type.Integer({ title: '每页条数', minimum: 1, maximum: 200 })),
};
export const pageOf = <T extends TSchema>(row: T) =>
  Type.Object({ rows: Type.Array(row), next: nullable(Type.String()), total: Type.Integer() });
