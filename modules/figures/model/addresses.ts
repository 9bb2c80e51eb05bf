// Addresses of pages that several others lead to.

/** The entries of a measure between two days. */
export const entriesHref = (measure: string, from: string, to: string, region: string): string =>
  `/figures/entries?measure=${measure}&from=${from}&to=${to}&region=${region}`;
