// Shapes that correspondence sends to and takes from the browser.
import { type Static, Type } from 'typebox';
import { documentKindIds } from './model/kinds.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Id = Type.String({ format: 'uuid' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

export const DocumentView = Type.Object(
  {
    id: Id,
    kind: Type.String(),
    kindName: Type.String(),
    number: Type.String(),
    title: Type.String(),
    partyName: Type.String(),
    issuedOn: Day,
    issuedBy: Type.String(),
    /** Cases it speaks of that may be opened from it. */
    cases: Type.Array(Id),
    voided: Nullable(Type.Object({ at: Type.String({ format: 'date-time' }), by: Type.String(), reason: Type.String() })),
  },
  { $id: 'IssuedDocument' },
);
export type DocumentView = Static<typeof DocumentView>;

export const DocumentPage = Type.Object({ rows: Type.Array(DocumentView), next: Nullable(Type.String()), total: Type.Integer() });

/** The paper itself is the platform's `Paper`, as it was frozen. */
export const DocumentDetail = Type.Object({ ...DocumentView.properties, paper: Type.Unknown() }, { $id: 'IssuedDocumentDetail' });
export type DocumentDetail = Static<typeof DocumentDetail>;

export const DocumentQuery = Type.Object({
  case: Type.Optional(Id),
  party: Type.Optional(Id),
  /** Comma-separated. */
  kind: Type.Optional(Type.String({ pattern: `^(${documentKindIds.join('|')})(,(${documentKindIds.join('|')}))*$` })),
  state: Type.Optional(Type.Union([Type.Literal('valid'), Type.Literal('void')])),
  /** First and last day of issue. */
  day: Type.Optional(Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2})?\\.\\.(\\d{4}-\\d{2}-\\d{2})?$' })),
  text: Type.Optional(Type.String({ maxLength: 60 })),
  sort: Type.Optional(Type.String()),
  after: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export type DocumentQuery = Static<typeof DocumentQuery>;

export const DocumentParams = Type.Object({ id: Id });
export const VoidBody = Type.Object(
  { reason: Type.String({ minLength: 2, maxLength: 500 }) },
  { $id: 'VoidDocument', additionalProperties: false },
);

export const MessageView = Type.Object(
  {
    id: Id,
    title: Type.String(),
    body: Type.String(),
    href: Nullable(Type.String()),
    at: Type.String({ format: 'date-time' }),
    readAt: Nullable(Type.String({ format: 'date-time' })),
  },
  { $id: 'InboxMessage' },
);
export type MessageView = Static<typeof MessageView>;

export const InboxView = Type.Object({ rows: Type.Array(MessageView), unread: Type.Integer(), more: Type.Boolean() });
export type InboxView = Static<typeof InboxView>;

export const MyMailView = Type.Object(
  {
    /** Whether this installation sends mail at all. */
    isOffered: Type.Boolean(),
    address: Nullable(Type.String()),
    isConfirmed: Type.Boolean(),
  },
  { $id: 'MyMail' },
);
export type MyMailView = Static<typeof MyMailView>;

export const WordingsView = Type.Object(
  {
    closings: Type.Array(
      Type.Object({ name: Type.String(), kindName: Type.String(), value: Type.String(), usual: Type.String(), isOwn: Type.Boolean() }),
    ),
    /** Codes that begin document numbers, of the bureau and of each county, by the line of its offices. */
    codes: Type.Array(
      Type.Object({ name: Type.String(), agencyName: Type.String(), value: Type.String(), usual: Type.String(), isOwn: Type.Boolean() }),
    ),
  },
  { $id: 'Wordings' },
);
export type WordingsView = Static<typeof WordingsView>;
export const Done = Type.Object({ says: Type.String() });
export type { Paper } from '#platform/paper/paper.ts';
