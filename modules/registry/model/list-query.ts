// Reads a list's filters from the address: `a,b` for choices, `from..to` for ranges.

export interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

/** `a,b`; commas and percent signs within an item are written %2C and %25. */
export function readItems(text: string | undefined): readonly string[] | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const items = text
    .split(',')
    .map((item) => item.trim().replaceAll('%2C', ',').replaceAll('%25', '%'))
    .filter((item) => item !== '');
  return items.length === 0 ? undefined : items;
}

const forms = { day: /^\d{4}-\d{2}-\d{2}$/, number: /^-?\d{1,16}(\.\d{1,2})?$/ } as const;

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

/** Undefined when nothing was asked for; null when the text is no range of that kind. */
export function readRange(text: string | undefined, kind: keyof typeof forms): Range | null | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const [from = '', to, ...rest] = text.trim().split('..');
  if (to === undefined || rest.length > 0) return null;
  const fits = (part: string): boolean => part === '' || (forms[kind].test(part) && (kind !== 'day' || isDay(part)));
  if (!fits(from) || !fits(to) || (from === '' && to === '')) return null;
  return { from: from === '' ? null : from, to: to === '' ? null : to };
}
