// A line of the catalogue of indicators as the browser shows it.
import { type Static, Type } from 'typebox';

const Nullable = Type.Union([Type.String(), Type.Null()]);
export const CatalogueRow = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    aliases: Type.Array(Type.String()),
    unit: Type.String(),
    definition: Type.String(),
    formula: Type.String(),
    domain: Type.String(),
    /** The system that feeds it; null where values are published. */
    system: Nullable,
    publisher: Nullable,
    timing: Type.String(),
    calibre: Nullable,
    lastYear: Type.Union([Type.Integer(), Type.Null()]),
    lastValue: Nullable,
    lastDocument: Nullable,
  },
  { $id: 'CatalogueIndicator' },
);
export type CatalogueRow = Static<typeof CatalogueRow>;
