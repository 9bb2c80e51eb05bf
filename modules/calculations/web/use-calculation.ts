// Loads one calculation with its examples, and holds what is filled in: from the address, from an example, or typed.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Calculation } from '#kernel/calculations/frame/calculation.ts';
import { InputProblem } from '#kernel/calculations/frame/problem.ts';
import { isJsonObject, type JsonObject } from '#kernel/calculations/frame/value-type.ts';
import { type Example, examplesOf, findCalculation } from '#kernel/calculations/index.ts';
import { type Answers, answersOf, documentOf } from '../model/documents.ts';
import { cargoOf, readCargo } from '../model/link.ts';

export interface Loaded {
  readonly calculation: Calculation;
  readonly examples: readonly Example[];
}

export function useLoaded(id: string) {
  return useQuery<Loaded | null>({
    queryKey: ['calculations', id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const calculation = await findCalculation(id);
      return calculation === undefined ? null : { calculation, examples: await examplesOf(id) };
    },
  });
}

export interface Filled {
  readonly input: Answers;
  readonly parameters: Answers;
}

export const nothingFilled: Filled = { input: {}, parameters: {} };

export function filledOf({ input, parameters }: Calculation, document: JsonObject): Filled {
  const given = isJsonObject(document.parameters) ? document.parameters : {};
  return { input: answersOf(input, document), parameters: answersOf(parameters, given) };
}

export function filledDocument({ input, parameters }: Calculation, filled: Filled): JsonObject {
  const limits = documentOf(parameters, filled.parameters);
  return { ...documentOf(input, filled.input), ...(Object.keys(limits).length > 0 ? { parameters: limits } : {}) };
}

/** `edition` counts what was set from outside, so that boxes begin anew with it. */
export function useFilled(calculation: Calculation) {
  const [filled, setFilled] = useState(nothingFilled);
  const [edition, setEdition] = useState(0);
  const [isBadLink, setIsBadLink] = useState(false);
  const replace = (next: Filled) => {
    setFilled(next);
    setEdition((before) => before + 1);
    setIsBadLink(false);
  };
  useEffect(() => {
    let isGone = false;
    const open = async () => {
      const cargo = cargoOf(window.location.hash);
      if (cargo === undefined) return;
      const document = await readCargo(cargo);
      if (isGone) return;
      setFilled(document === undefined ? nothingFilled : filledOf(calculation, document));
      setEdition((before) => before + 1);
      setIsBadLink(document === undefined);
    };
    void open();
    window.addEventListener('hashchange', open);
    return () => {
      isGone = true;
      window.removeEventListener('hashchange', open);
    };
  }, [calculation]);
  return { filled, setFilled, replace, edition, isBadLink };
}

export type Outcome = { readonly result: JsonObject } | { readonly problem: InputProblem };

export function evaluated(calculation: Calculation, filled: Filled): Outcome {
  try {
    return { result: calculation.evaluate(filledDocument(calculation, filled)) };
  } catch (error) {
    if (error instanceof InputProblem) return { problem: error };
    throw error;
  }
}
