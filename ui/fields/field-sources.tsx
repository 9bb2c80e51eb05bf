// Where controls look things up and put files: regions, organisations, uploads; given once around a form.
import { createContext, useContext } from 'react';
import type { FileRef, Option, Organisation } from '#kernel/fields/field.ts';

export interface FieldSources {
  /** Regions for fields that name none of their own. */
  readonly regions: readonly Option[];
  readonly searchOrganisations?: (text: string, signal: AbortSignal) => Promise<readonly Organisation[]>;
  readonly uploadFile?: (file: File, onProgress: (share: number) => void) => Promise<FileRef>;
  readonly fileHref?: (file: FileRef) => string;
}

const Sources = createContext<FieldSources>({ regions: [] });

export const FieldSourcesProvider = Sources.Provider;

export function useFieldSources(): FieldSources {
  return useContext(Sources);
}
