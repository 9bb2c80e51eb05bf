// Gives the region fields of a form the regions that a deployment knows.
import type { Form } from '../declare/form.ts';
import type { Field, Option } from '../fields/field.ts';
import type { FieldRecord } from './place.ts';

function localised(field: Field, regions: readonly Option[]): Field {
  if (field.kind === 'table' && field.columns !== undefined) return { ...field, columns: localisedAll(field.columns, regions) };
  const takesRegion = field.kind === 'region' || field.kind === 'address';
  return takesRegion && field.options === undefined ? { ...field, options: regions } : field;
}

function localisedAll(fields: FieldRecord, regions: readonly Option[]): Record<string, Field> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, localised(field, regions)]));
}

/** The same form with the regions as options wherever its author named none. Keep the result: schemas are remembered by field. */
export function withRegions<F extends Form>(form: F, regions: readonly Option[]): F {
  const pages = form.pages.map(({ title, fields }) => ({ title, fields: localisedAll(fields, regions) }));
  const fields: Record<string, Field> = Object.assign({}, ...pages.map((page) => page.fields));
  return { ...form, pages, fields };
}
