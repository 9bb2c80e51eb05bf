// How well an expert fits an application: discipline first, then level of title; who has judged much this year comes later, equals by lot.

import { lotOf } from './draw.ts';
import type { Candidate } from './expert.ts';

/** Points of a fit. They order experts and decide nothing: who may not judge is kept out before. */
export const fitPoints = {
  sameDiscipline: 6000,
  /** Another first-level discipline of the same class of GB/T 13745: natural, agricultural, medical, technical, social sciences. */
  sameClass: 2500,
  /** Nobody said what the application is about. */
  unknownDiscipline: 3000,
  level: { SENIOR: 1000, VICE_SENIOR: 500, MIDDLE: 0 },
  panelThisYear: 200,
  lot: 100,
} as const;

const classes: readonly (readonly [from: number, name: string])[] = [
  [710, 'social'],
  [630, 'social'],
  [410, 'technical'],
  [310, 'medical'],
  [210, 'agricultural'],
  [110, 'natural'],
];

const classOf = (discipline: string): string => classes.find(([from]) => Number(discipline) >= from)?.[1] ?? discipline;

function byDiscipline(own: readonly string[], asked: readonly string[]): number {
  if (asked.length === 0) return fitPoints.unknownDiscipline;
  if (own.some((discipline) => asked.includes(discipline))) return fitPoints.sameDiscipline;
  const wanted = new Set(asked.map(classOf));
  return own.some((discipline) => wanted.has(classOf(discipline))) ? fitPoints.sameClass : 0;
}

/** The same seed gives the same fit. */
export function fitFor(
  expert: Candidate,
  application: { readonly id: string; readonly disciplines: readonly string[] },
  seed: string,
): number {
  const lot = Number.parseInt(lotOf(`${seed}:${application.id}`, expert.id).slice(0, 8), 16) % fitPoints.lot;
  const busy = Math.min(expert.panelsThisYear * fitPoints.panelThisYear, fitPoints.sameClass);
  return Math.max(0, byDiscipline(expert.disciplines, application.disciplines) + fitPoints.level[expert.level] - busy) + lot;
}
