// Where controls look things up and put files: regions, organisations, uploads; given once around a form.
import { createContext, useContext } from 'react';
import type { FileRef, Option, Organisation } from '#kernel/fields/field.ts';
import type { FieldView, FormView } from './field-view.ts';

export interface FieldSources {
  /** Regions for fields that name none of their own. */
  readonly regions: readonly Option[];
  readonly searchOrganisations?: (text: string, signal: AbortSignal) => Promise<readonly Organisation[]>;
  /** `field` is the one that the file answers: a server may keep files by it. */
  readonly uploadFile?: (file: File, onProgress: (share: number) => void, field: FieldView) => Promise<FileRef>;
  readonly fileHref?: (file: FileRef) => string;
}

const Sources = createContext<FieldSources>({ regions: [] });

export const FieldSourcesProvider = Sources.Provider;

export function useFieldSources(): FieldSources {
  return useContext(Sources);
}

function withOptions(field: FieldView, regions: readonly Option[]): FieldView {
  if (field.columns) return { ...field, columns: field.columns.map((column) => withOptions(column, regions)) };
  const isBare = (field.kind === 'region' || field.kind === 'address') && field.options === undefined;
  return isBare && regions.length > 0 ? { ...field, options: regions } : field;
}

/** Names the regions in fields that leave them to the house, so that they are printed by name and checked against the list. */
export function withRegions(form: FormView, regions: readonly Option[]): FormView {
  return { pages: form.pages.map((page) => ({ ...page, fields: page.fields.map((field) => withOptions(field, regions)) })) };
}
