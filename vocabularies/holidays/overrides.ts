// Days that a bureau knows better than the published table: an extraordinary closing, or a notice newer than the package.

export interface DayOverride {
  readonly day: string;
  readonly workday: boolean;
  /** The notice that says so. */
  readonly basis: string;
}

/** Empty as long as the package holds every notice: a line here wins over the table and makes its day known. */
export const overrides: readonly DayOverride[] = [];
