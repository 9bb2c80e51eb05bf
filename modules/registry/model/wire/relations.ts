// Relations of a party as the browser sends and sees them.
import { type Static, Type } from 'typebox';
import { relationKinds } from '../affiliation.ts';
import { keysOf } from '../party.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Kind = Type.Union(keysOf(relationKinds).map((kind) => Type.Literal(kind)));
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

export const PartyRelations = Type.Object(
  {
    rows: Type.Array(
      Type.Object({
        id: Type.String(),
        held: Type.String(),
        heldName: Type.String(),
        holder: Nullable(Type.String()),
        holderName: Type.String(),
        kind: Type.String(),
        share: Nullable(Type.String()),
        from: Day,
        until: Nullable(Day),
        source: Type.String(),
      }),
    ),
  },
  { $id: 'PartyRelations' },
);
export type PartyRelations = Static<typeof PartyRelations>;

export const EndRelation = Type.Object({ on: Day }, { $id: 'EndRelation', additionalProperties: false });

export const NewRelationBody = Type.Object(
  {
    holder: Type.Object({ name: Type.String({ minLength: 1, maxLength: 120, title: '持有方' }), uscc: Type.String({ maxLength: 18 }) }),
    kind: Kind,
    share: Type.Optional(Nullable(Type.String({ pattern: '^(0(\\.\\d{1,8})?|1(\\.0{1,8})?)$', title: '持股比例' }))),
    from: Day,
    until: Type.Optional(Nullable(Day)),
    source: Type.String({ minLength: 2, maxLength: 200, title: '依据' }),
  },
  { $id: 'NewRelation', additionalProperties: false },
);
