// Schemas that several parts of the registry's wire share.
import { Type } from 'typebox';

export const Id = Type.String({ format: 'uuid' });
export const Day = Type.String({ format: 'date' });
export const Instant = Type.String({ format: 'date-time' });
export const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
export const Text = (title: string, maxLength = 200) => Type.String({ title, minLength: 1, maxLength, pattern: '\\S' });
/** Yuan as decimal text; may be negative where losses are. */
export const Yuan = Type.String({ pattern: '^-?\\d{1,16}(\\.\\d{1,2})?$' });
export const Reason = Type.String({ title: '理由', minLength: 4, maxLength: 500, pattern: '\\S', description: '至少四个字，写入审计记录' });
export const Version = Type.Integer({ title: '版本', minimum: 0, description: '看到的版本号，用于防止覆盖他人的修改' });

export const Kind = Type.Union([Type.Literal('enterprise'), Type.Literal('institution'), Type.Literal('person')]);
export const Scale = Type.Union([Type.Literal('large'), Type.Literal('medium'), Type.Literal('small'), Type.Literal('micro')]);
export const Level = Type.Union([Type.Literal('NATIONAL'), Type.Literal('PROVINCIAL'), Type.Literal('MUNICIPAL'), Type.Literal('COUNTY')]);
export const Source = Type.Union([Type.Literal('AUDIT'), Type.Literal('TAX'), Type.Literal('APPLICATION'), Type.Literal('STATISTICS')]);

export const IdParams = Type.Object({ id: Id });
/** What happened and what comes next. */
export const Done = Type.Object({ id: Id, says: Type.String() });
export type Done = { readonly id: string; readonly says: string };
