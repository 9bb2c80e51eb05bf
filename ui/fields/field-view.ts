// What a field's control is told: the field as the kernel describes it to the browser, its value on the wire, and what is wrong with it.

import type { FieldView } from '#kernel/faces/form-view.ts';
import type { FieldKind } from '#kernel/fields/field.ts';

export type { FormView, PageView } from '#kernel/faces/form-view.ts';
export type { FieldKind, FieldView };

/** A value the registry knows, with the name of its source as shown: 税务申报, 企业档案. */
export interface Prefilled {
  readonly source: string;
  readonly value: unknown;
}

export interface ControlProps<V = unknown> {
  readonly field: FieldView;
  /** Id of the element that the label names; parts add `.phone`, cells `[2].income`, as in the paths of problems. */
  readonly id: string;
  readonly value: V | undefined;
  /** Undefined when there is no answer, or none that can be read. */
  readonly onChange: (value: V | undefined) => void;
  /**
   * What was typed cannot be read as a value: the sentence, or undefined when it can. A cell of a table names its path; without a path the
   * whole field is meant.
   */
  readonly onProblem?: (problem: string | undefined, path?: string) => void;
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean;
  readonly readOnly?: boolean;
  /** In a cell of a table: no second lines, full width. */
  readonly inCell?: boolean;
}

/** A field in a form with all that stands around its control. */
export interface FieldProps extends Omit<ControlProps, 'id' | 'describedBy' | 'isInvalid' | 'inCell'> {
  /** Path among the answers; the key when absent. */
  readonly path?: string;
  readonly errors?: readonly string[];
  readonly warnings?: readonly string[];
  readonly prefilled?: Prefilled | undefined;
}

export const idOf = (path: string): string => `f-${path}`;

export function status(isInvalid: boolean | undefined): '' | 'error' {
  return isInvalid ? 'error' : '';
}
