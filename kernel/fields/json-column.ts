// Takes a value out of a jsonb column of answers; only safe names get into SQL.

const keyForm = /^[a-z][A-Za-z0-9]*$/;
const columnForm = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/;

function safe(key: string, column: string): void {
  if (!keyForm.test(key)) throw new Error(`Field key ${JSON.stringify(key)} is not safe in SQL`);
  if (!columnForm.test(column)) throw new Error(`Column ${JSON.stringify(column)} is not safe in SQL`);
}

/** The answer as text, or the text of one part of it: `answers -> 'applicant' ->> 'name'`. */
export function jsonText(key: string, column = 'answers', part?: string): string {
  safe(key, column);
  if (part === undefined) return `${column} ->> '${key}'`;
  safe(part, column);
  return `${column} -> '${key}' ->> '${part}'`;
}

/** The answer as jsonb. */
export function jsonValue(key: string, column = 'answers'): string {
  safe(key, column);
  return `${column} -> '${key}'`;
}

/** The answer as a value of a PostgreSQL type. */
export function jsonAs(type: string, key: string, column?: string): { readonly type: string; readonly expression: string } {
  return { type, expression: `(${jsonText(key, column)})::${type}` };
}
