// Shapes of commitments, payments, accounts and recoveries as the browser sends and gets them.
import { type Static, Type } from 'typebox';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const Money = Type.String();
const PositiveMoney = Type.String({ pattern: '^(?!0+(\\.0{1,2})?$)\\d{1,13}(\\.\\d{1,2})?$' });
const closed = { additionalProperties: false };

const pageOf = <T extends ReturnType<typeof Type.Object>>(row: T, $id: string) =>
  Type.Object({ rows: Type.Array(row), next: Nullable(Type.String()), total: Type.Integer() }, { $id });
const paging = {
  sort: Type.Optional(Type.String()),
  after: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
};
const listed = Type.Optional(Type.String());

export const PartView = Type.Object({
  no: Type.Integer(),
  name: Type.String(),
  amount: Money,
  dueOn: Nullable(Day),
  /** Last day on which it is to be paid; null until it is due. */
  payBy: Nullable(Day),
  pending: Money,
  paid: Money,
  givenUp: Money,
  rest: Money,
});

export const CommitmentView = Type.Object(
  {
    id: Id,
    party: Id,
    partyName: Type.String(),
    regionName: Type.String(),
    programme: Type.String(),
    programmeName: Type.String(),
    caseId: Nullable(Type.String()),
    caseNumber: Nullable(Type.String()),
    purpose: Type.String(),
    amount: Money,
    paid: Money,
    pending: Money,
    givenUp: Money,
    givenUpWhy: Type.String(),
    line: Nullable(Type.String()),
    lineName: Nullable(Type.String()),
    status: Type.String(),
    statusName: Type.String(),
    promisedOn: Day,
    ownRequired: Nullable(Money),
    ownPaid: Money,
    /** What may be paid now, and until when. */
    payable: Money,
    payBy: Nullable(Day),
    isLate: Type.Boolean(),
    version: Type.Integer(),
    parts: Type.Array(PartView),
  },
  { $id: 'Commitment' },
);
export type CommitmentView = Static<typeof CommitmentView>;
export const CommitmentPage = pageOf(CommitmentView, 'CommitmentPage');
export type CommitmentPage = Static<typeof CommitmentPage>;
export const CommitmentQuery = Type.Object({
  status: listed,
  programme: listed,
  region: listed,
  line: listed,
  party: listed,
  payable: Type.Optional(Type.Literal('yes')),
  text: listed,
  ...paging,
});

export const AssignBody = Type.Object(
  {
    line: Id,
    fromReserved: Type.Optional(Type.Boolean()),
    commitments: Type.Array(Type.Object({ id: Id, version: Type.Integer() }, closed), { minItems: 1, maxItems: 500 }),
  },
  { $id: 'AssignLine', ...closed },
);
export const OwnMoneyBody = Type.Object(
  { version: Type.Integer(), required: Nullable(PositiveMoney), paid: Type.String({ pattern: '^\\d{1,13}(\\.\\d{1,2})?$' }) },
  { $id: 'OwnMoney', ...closed },
);
export const TakeBackBody = Type.Object(
  { version: Type.Integer(), amount: PositiveMoney, why: Type.String({ minLength: 2, maxLength: 200 }) },
  { $id: 'TakeBack', ...closed },
);

export const PaymentView = Type.Object(
  {
    id: Id,
    number: Type.String(),
    partyName: Type.String(),
    regionName: Type.String(),
    programmeName: Type.String(),
    purpose: Type.String(),
    commitment: Id,
    caseId: Nullable(Type.String()),
    caseNumber: Nullable(Type.String()),
    line: Nullable(Type.String()),
    lineName: Nullable(Type.String()),
    amount: Money,
    status: Type.String(),
    statusName: Type.String(),
    bank: Type.String(),
    accountMask: Type.String(),
    proposedOn: Day,
    proposedBy: Type.String(),
    isOwnProposal: Type.Boolean(),
    approvedBy: Nullable(Type.String()),
    approvedOn: Nullable(Day),
    file: Nullable(Type.String()),
    fileNumber: Nullable(Type.String()),
    paidOn: Nullable(Day),
    returnedOn: Nullable(Day),
    why: Type.String(),
    version: Type.Integer(),
  },
  { $id: 'Payment' },
);
export type PaymentView = Static<typeof PaymentView>;
export const PaymentPage = pageOf(PaymentView, 'PaymentPage');
export type PaymentPage = Static<typeof PaymentPage>;
export const PaymentQuery = Type.Object({
  status: listed,
  programme: listed,
  region: listed,
  line: listed,
  commitment: listed,
  file: listed,
  text: listed,
  ...paging,
});
export const Counts = Type.Record(Type.String(), Type.Integer());

export const ProposeBody = Type.Object(
  {
    payments: Type.Array(
      Type.Object({ commitment: Id, part: Type.Integer({ minimum: 1 }), amount: Type.Optional(PositiveMoney) }, closed),
      {
        minItems: 1,
        maxItems: 500,
      },
    ),
  },
  { $id: 'ProposePayments', ...closed },
);
const meant = Type.Array(Type.Object({ id: Id, version: Type.Integer() }, closed), { minItems: 1, maxItems: 500 });
export const PaymentsBody = Type.Object({ payments: meant }, { $id: 'Payments', ...closed });
export const RefuseBody = Type.Object(
  { payments: meant, why: Type.String({ minLength: 2, maxLength: 200 }) },
  { $id: 'RefusePayments', ...closed },
);
export const ConfirmBody = Type.Object({ payments: meant, day: Day }, { $id: 'ConfirmPayments', ...closed });
export const ReturnBody = Type.Object(
  { payments: meant, day: Day, why: Type.String({ minLength: 2, maxLength: 200 }) },
  { $id: 'ReturnPayments', ...closed },
);
export const Sent = Type.Object({ file: Id, number: Type.String(), says: Type.String() }, { $id: 'PayFileMade' });
export type Sent = Static<typeof Sent>;

export const AccountView = Type.Object(
  {
    id: Id,
    party: Id,
    partyName: Type.String(),
    regionName: Type.String(),
    bank: Type.String(),
    number: Type.String(),
    status: Type.String(),
    statusName: Type.String(),
    enteredOn: Day,
    enteredBy: Type.String(),
    isOwnEntry: Type.Boolean(),
    confirmedBy: Nullable(Type.String()),
    note: Type.String(),
    version: Type.Integer(),
  },
  { $id: 'PayeeAccount' },
);
export type AccountView = Static<typeof AccountView>;
export const AccountPage = pageOf(AccountView, 'PayeeAccountPage');
export type AccountPage = Static<typeof AccountPage>;
export const AccountQuery = Type.Object({ status: listed, party: listed, text: listed, ...paging });
export const NewAccountBody = Type.Object(
  {
    /** Absent for a firm, which enters its own. */
    party: Type.Optional(Id),
    bank: Type.String({ minLength: 4, maxLength: 80 }),
    number: Type.String({ pattern: '^[0-9]{8,32}$' }),
  },
  { $id: 'NewPayeeAccount', ...closed },
);
export const JudgeAccountBody = Type.Object(
  { version: Type.Integer(), isConfirmed: Type.Boolean(), note: Type.Optional(Type.String({ maxLength: 200 })) },
  { $id: 'JudgePayeeAccount', ...closed },
);

export const RecoveryView = Type.Object(
  {
    id: Id,
    partyName: Type.String(),
    regionName: Type.String(),
    programmeName: Type.String(),
    purpose: Type.String(),
    amount: Money,
    received: Money,
    rest: Money,
    why: Type.String(),
    decidedOn: Day,
    dueOn: Day,
    isLate: Type.Boolean(),
    status: Type.String(),
    statusName: Type.String(),
    version: Type.Integer(),
  },
  { $id: 'Recovery' },
);
export type RecoveryView = Static<typeof RecoveryView>;
export const RecoveryPage = pageOf(RecoveryView, 'RecoveryPage');
export type RecoveryPage = Static<typeof RecoveryPage>;
export const RecoveryQuery = Type.Object({ status: listed, party: listed, text: listed, ...paging });
export const ReceiptBody = Type.Object(
  { version: Type.Integer(), amount: PositiveMoney, day: Day, documentNo: Type.String({ minLength: 2, maxLength: 60 }) },
  { $id: 'ReceiveBack', ...closed },
);
