// Options as a tree for the controls that show one.
import type { Option } from '#kernel/fields/field.ts';

export interface OptionNode {
  readonly value: string;
  readonly title: string;
  readonly children: OptionNode[];
}

/** Children stand under their parents; an option whose parent is not in the list stands at the top. */
export function optionTree(options: readonly Option[]): OptionNode[] {
  const known = new Set(options.map((option) => option.code));
  const under = new Map<string, Option[]>();
  const top: Option[] = [];
  for (const option of options) {
    if (option.parent === undefined || !known.has(option.parent)) top.push(option);
    else under.set(option.parent, [...(under.get(option.parent) ?? []), option]);
  }
  const node = (option: Option): OptionNode => ({
    value: option.code,
    title: option.name,
    children: (under.get(option.code) ?? []).map(node),
  });
  return top.map(node);
}

export function isTree(options: readonly Option[]): boolean {
  return options.some((option) => option.parent !== undefined);
}
