// Finds the options of a choice by code or by name, and writes them so that they can be found again.
import type { Field, Option } from './field.ts';
import { tidyCode, tidyLine } from './tidy.ts';

interface OptionIndex {
  readonly byCode: ReadonlyMap<string, Option>;
  /** Names in plain form; null where several options share the name. */
  readonly byName: ReadonlyMap<string, Option | null>;
}

const indexes = new WeakMap<readonly Option[], OptionIndex>();

function plain(text: string): string {
  return tidyCode(tidyLine(text)).replaceAll(/\s+/g, ' ');
}

function indexOf(options: readonly Option[]): OptionIndex {
  const known = indexes.get(options);
  if (known !== undefined) return known;
  const byCode = new Map(options.map((option) => [option.code, option]));
  const byName = new Map<string, Option | null>();
  for (const option of options) byName.set(plain(option.name), byName.has(plain(option.name)) ? null : option);
  const index = { byCode, byName };
  indexes.set(options, index);
  return index;
}

/** An option, null when the name fits several, undefined when it fits none. Code, name and «code name» are understood. */
export function findOption(options: readonly Option[], text: string): Option | null | undefined {
  const { byCode, byName } = indexOf(options);
  const exact = byCode.get(text.trim()) ?? byCode.get(tidyCode(text));
  if (exact !== undefined) return exact;
  const name = plain(text);
  const named = byName.get(name);
  if (named !== undefined) return named;
  const blank = name.indexOf(' ');
  const option = blank > 0 ? byCode.get(name.slice(0, blank)) : undefined;
  return option !== undefined && plain(option.name) === name.slice(blank + 1) ? option : undefined;
}

export function optionOf(options: readonly Option[], code: string): Option | undefined {
  return indexOf(options).byCode.get(code);
}

/** The name where it leads back to the code, «code name» where several options share the name, the code alone as the last resort. */
export function writeOption(options: readonly Option[], code: string): string {
  const name = optionOf(options, code)?.name;
  if (name === undefined) return code;
  if (findOption(options, name)?.code === code) return name;
  const both = `${code} ${name}`;
  return findOption(options, both)?.code === code ? both : code;
}

/** The options of a field; a choice without options is a mistake of its author. */
export function optionsOf(field: Field): readonly Option[] {
  if (field.options === undefined || field.options.length === 0) throw new Error(`Field ${field.label} has no options`);
  return field.options;
}

/** What to say of a text that is no option: all of them when few, the first ones when many. */
export function notAnOption(text: string, field: Field, found: null | undefined): string {
  const shown = text.trim();
  const options = optionsOf(field);
  if (found === null) {
    const codes = options.filter((option) => plain(option.name) === plain(shown)).map((option) => option.code);
    return `${field.label}“${shown}”对应多个选项，请改填代码：${codes.join('、')}`;
  }
  const names = options.slice(0, 8).map((option) => option.name);
  return `${field.label}没有“${shown}”这个选项，可选：${names.join('、')}${options.length > 8 ? `等 ${options.length} 项` : ''}`;
}
