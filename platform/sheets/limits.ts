// How large a workbook may be before it is refused: on disk, unpacked, in rows and columns.

export interface SheetLimits {
  /** Bytes of the file as it came. */
  readonly bytes: number;
  /** Bytes of all its parts unpacked. */
  readonly unpackedBytes: number;
  /** How many times larger unpacked than packed; honest workbooks stay below 60, zip bombs reach thousands. */
  readonly ratio: number;
  /** Parts in the package. */
  readonly parts: number;
  /** Rows with content on one sheet, and the last column that may have content. */
  readonly rows: number;
  readonly columns: number;
}

export const defaultLimits: SheetLimits = {
  bytes: 30 * 1024 * 1024,
  unpackedBytes: 600 * 1024 * 1024,
  ratio: 200,
  parts: 2_000,
  rows: 200_000,
  columns: 500,
};
