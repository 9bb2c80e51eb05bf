// Shapes of publications as they go to and come from officers' pages.
import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Table = { columns: Type.Array(Type.String()), rows: Type.Array(Type.Array(Type.String())) };

export const PublicationPlace = Type.Object({
  call: Type.String({ format: 'uuid' }),
  dossier: Type.String({ maxLength: 60 }),
  stage: Type.String({ maxLength: 60 }),
});
export type PublicationPlace = Static<typeof PublicationPlace>;

const words = {
  title: Type.String({ minLength: 4, maxLength: 120 }),
  lead: Type.String({ minLength: 4, maxLength: 4000 }),
  closing: Type.String({ maxLength: 2000 }),
  /** Whether it stays readable when its time is over. */
  keeps: Type.Boolean(),
};

export const PublicationText = Type.Object(
  { version: Type.Integer({ minimum: 0 }), ...words },
  { $id: 'PublicationText', additionalProperties: false },
);
export const WithdrawPublication = Type.Object(
  { version: Type.Integer(), reason: Type.String({ minLength: 2, maxLength: 200 }) },
  { $id: 'WithdrawPublication', additionalProperties: false },
);

export const PublicationView = Type.Object(
  {
    id: Type.String(),
    programmeName: Type.String(),
    dossierName: Type.String(),
    number: Nullable(Type.String()),
    ...words,
    ...Table,
    agency: Type.String(),
    from: Type.String(),
    until: Type.String(),
    kind: Type.Union([Type.Literal('notice'), Type.Literal('decision')]),
    /** 公示中, 已期满, 已期满撤下, 已公布 or 已撤下. */
    standing: Type.String(),
    version: Type.Integer(),
  },
  { $id: 'Publication' },
);
export type PublicationView = Static<typeof PublicationView>;

export const PublicationPage = Type.Object({ rows: Type.Array(PublicationView), next: Nullable(Type.String()), total: Type.Integer() });

/** What the next decision of a call will lay open, as far as it is known now. */
export const ComingPublication = Type.Object(
  {
    ...PublicationPlace.properties,
    callName: Type.String(),
    stageName: Type.String(),
    ...words,
    ...Table,
    /** 0 while nobody has prepared the words. */
    version: Type.Integer(),
    total: Type.Integer(),
  },
  { $id: 'ComingPublication' },
);
export type ComingPublication = Static<typeof ComingPublication>;

/** Places where lists are laid open, with how many cases stand before each. */
export const PublicationPlaces = Type.Object({
  rows: Type.Array(
    Type.Object({ ...PublicationPlace.properties, callName: Type.String(), stageName: Type.String(), waiting: Type.Integer() }),
  ),
});
