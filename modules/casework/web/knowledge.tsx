// What the pages of casework are given by the composition: the catalogue, the calendar of working days and the names of regions.
import { type ComponentType, createContext, useContext, useMemo } from 'react';
import { type Calendar, dayOf } from '#kernel/declare/calendar.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import type { Catalogue } from '#kernel/declare/system.ts';
import type { Option } from '#kernel/fields/field.ts';

export interface Knowledge {
  readonly catalogue: Catalogue;
  readonly calendar: Calendar;
  regionName(code: string): string;
  /** Counties and zones of a root region. */
  countiesOf(root: string): readonly Option[];
  /** What other modules add to the page of a case, in this order. */
  readonly caseSections?: readonly ComponentType<{ caseId: string }>[];
}

const Context = createContext<Knowledge | null>(null);

export const KnowledgeProvider = Context.Provider;

export function useKnowledge(): Knowledge {
  const knowledge = useContext(Context);
  if (knowledge === null) throw new Error('A page of casework must stand inside a KnowledgeProvider');
  return knowledge;
}

export const useCatalogue = (): Catalogue => useKnowledge().catalogue;

export interface Declared {
  readonly programme: Programme;
  readonly dossier: Dossier;
}

/** The declaration of a case or call; undefined for what this edition of the browser application does not know. */
export function declaredIn(catalogue: Catalogue, programmeId: string, dossierId: string): Declared | undefined {
  const programme = catalogue.programmes.find((candidate) => candidate.id === programmeId);
  const dossier = programme?.dossiers.find((candidate) => candidate.id === dossierId);
  return programme === undefined || dossier === undefined ? undefined : { programme, dossier };
}

export function useDeclared(of: { readonly programme: string; readonly dossier: string } | undefined): Declared | undefined {
  const catalogue = useCatalogue();
  return useMemo(() => (of === undefined ? undefined : declaredIn(catalogue, of.programme, of.dossier)), [catalogue, of]);
}

/** The calendar day at Shanghai's clock; the server's own day decides wherever it matters. */
export const today = (): string => dayOf(new Date());
