// The columns of a list of cases that a form gives: those of its fields that say `list`.
import type { Form } from '../declare/form.ts';
import type { FieldKind } from '../fields/field.ts';
import { facesOf } from '../fields/kinds.ts';

export interface ListColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: string | null;
  readonly kind: FieldKind;
  /** Figures stand right, so that their digits line up. */
  readonly align: 'left' | 'right' | 'centre';
  readonly personal: boolean;
  readonly sql: { readonly type: string; readonly expression: string };
  /** What to order by; null where there is no order, as for a table. */
  readonly sort: string | null;
}

const right: ReadonlySet<FieldKind> = new Set(['integer', 'decimal', 'percent', 'money']);
const centre: ReadonlySet<FieldKind> = new Set(['date', 'month', 'year', 'yes-no']);
const unordered: ReadonlySet<FieldKind> = new Set(['table', 'choices', 'file', 'long-text']);

/** Columns in the order of the form; `column` is the jsonb column of answers in the query. */
export function listColumns(form: Form, column = 'answers'): ListColumn[] {
  const listed = Object.entries(form.fields).filter(([, field]) => field.list === true);
  return listed.map(([key, field]) => {
    const sql = facesOf(field).sql(key, field, column);
    const isFigure = right.has(field.kind) || sql.type === 'numeric';
    return {
      key,
      label: field.label,
      unit: field.unit ?? (field.kind === 'percent' ? '%' : null),
      kind: field.kind,
      align: isFigure ? 'right' : centre.has(field.kind) ? 'centre' : 'left',
      personal: field.personal === true,
      sql,
      sort: unordered.has(field.kind) ? null : sql.expression,
    };
  });
}
