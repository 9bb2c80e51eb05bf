// Audits a text for a test: the relations of one type, and the verdicts that a table of sentences expects.
import { readFigures } from '../reader/read-figures.ts';
import { auditFigures } from './audit-figures.ts';
import type { Relation, RelationType, Verdict, Weight } from './relation.ts';

export const audit = (text: string, reportingYear: number | undefined = 2022): Relation[] =>
  auditFigures(text, readFigures(text, { reportingYear }));

/** What a sentence is expected to show: the type and verdict of one relation, and its weight where it is an error. */
export type Case = readonly [text: string, type: RelationType, verdict: Verdict, weight?: Weight];

/** The relations of the type, in short, for a readable failure. */
export const shortOf = (relations: readonly Relation[], type: RelationType): string[] =>
  relations
    .filter((relation) => relation.type === type)
    .map(({ formula, verdict, weight }) => `${formula}: ${verdict}${weight === null ? '' : `/${weight}`}`);

export const alarmsOf = (relations: readonly Relation[]): Relation[] => relations.filter(({ verdict }) => verdict === 'inconsistent');
