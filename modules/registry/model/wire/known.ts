// Wire of what the pages of the registry need to know of places, industries, fields and figures.
import { type Static, Type } from 'typebox';
import { Level } from './shared.ts';

const Term = Type.Object({ code: Type.String(), name: Type.String(), parent: Type.Optional(Type.String()) });

export const Known = Type.Object({
  regions: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), short: Type.String() })),
  industries: Type.Array(Term),
  fields: Type.Array(Term),
  sources: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), calibre: Type.String() })),
  items: Type.Array(Type.Object({ key: Type.String(), name: Type.String(), unit: Type.String(), maySink: Type.Boolean() })),
  titles: Type.Array(
    Type.Object({
      kind: Type.String(),
      name: Type.String(),
      level: Level,
      validity: Type.Union([Type.Integer(), Type.Literal('year-end'), Type.Null()]),
    }),
  ),
  imports: Type.Array(Type.Object({ kind: Type.String(), name: Type.String(), counter: Type.String(), says: Type.String() })),
});
export type Known = Static<typeof Known>;
