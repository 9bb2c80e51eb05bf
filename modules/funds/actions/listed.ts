// Filters as the address writes them: values separated by commas.

type Written = Readonly<Record<string, string | undefined>>;

/** Keeps the filters that were asked, each as its list of values. */
export function listOf<T extends Written>(written: T): { [K in keyof T]?: readonly string[] } {
  return Object.fromEntries(
    Object.entries(written).flatMap(([key, text]) => (text === undefined ? [] : [[key, text.split(',')]])),
  ) as unknown as {
    [K in keyof T]?: readonly string[];
  };
}
