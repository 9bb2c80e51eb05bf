// How PostgreSQL values become JavaScript values: exact, and the same on every connection.
import pg from 'pg';

const asText = (value: string): string => value;

const parsers = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.INT8, asText],
  [pg.types.builtins.NUMERIC, asText],
  // The driver's default makes a Date at local midnight: a day could shift.
  [pg.types.builtins.DATE, asText],
  [pg.types.builtins.TIMESTAMP, asText],
]);

/** Arrays of the same types. The driver's own parser turns them into numbers and Dates. */
const textArray = (pg.types.getTypeParser as (oid: number, format: 'text') => (value: string) => unknown)(1009, 'text');
for (const arrayOf of [1016 /* int8[] */, 1231 /* numeric[] */, 1182 /* date[] */, 1115 /* timestamp[] */]) parsers.set(arrayOf, textArray);

export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === undefined || format === 'text' ? parsers.get(oid) : undefined) ??
    pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};
