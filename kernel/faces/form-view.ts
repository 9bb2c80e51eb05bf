// A form as plain data for the browser: pages and fields without functions, and the way back to fields for reading and checking there.
import type { Form } from '../declare/form.ts';
import type { Field, FieldKind, FieldSettings } from '../fields/field.ts';
import { rowLimits } from '../fields/table/index.ts';

/** Settings that a control needs; what is not set is absent. */
type ViewSettings = Omit<FieldSettings, 'derive' | 'columns' | 'optional' | 'list' | 'filter'>;

export interface FieldView extends ViewSettings {
  readonly key: string;
  readonly kind: FieldKind;
  readonly label: string;
  /** Must be answered before the form can be handed in. */
  readonly required: boolean;
  readonly columns?: readonly FieldView[];
}

export interface PageView {
  readonly title: string;
  readonly fields: readonly FieldView[];
}

export interface FormView {
  readonly pages: readonly PageView[];
}

function fieldView(key: string, field: Field): FieldView {
  const { derive: _derive, columns, optional, list: _list, filter: _filter, value: _value, ...settings } = field;
  const required = optional !== true && field.kind !== 'derived';
  if (field.kind !== 'table') return { key, ...settings, required };
  const { least, most } = rowLimits(field);
  return { key, ...settings, required, minRows: least, maxRows: most, columns: viewsOf(columns ?? {}) };
}

function viewsOf(fields: Readonly<Record<string, Field>>): FieldView[] {
  return Object.entries(fields).map(([key, field]) => fieldView(key, field));
}

/** What the browser is sent. */
export function formView(form: Form): FormView {
  return { pages: form.pages.map(({ title, fields }) => ({ title, fields: viewsOf(fields) })) };
}

/** The field behind a view: derived values are only shown there, never computed. */
export function fieldOfView(view: FieldView): Field {
  const { key: _key, required, columns, ...settings } = view;
  return { ...settings, optional: !required, ...(columns !== undefined && { columns: fieldsOfViews(columns) }) };
}

function fieldsOfViews(views: readonly FieldView[]): Record<string, Field> {
  return Object.fromEntries(views.map((view) => [view.key, fieldOfView(view)]));
}

/** The form behind a view, for the faces that the browser uses: check, read, print. */
export function formOfView(view: FormView): Form {
  const pages = view.pages.map(({ title, fields }) => ({ title, fields: fieldsOfViews(fields) }));
  return { pages, fields: Object.assign({}, ...pages.map(({ fields }) => fields)) };
}
