// Wire of a party's facts and contacts: what is sent to create and change them.
import { type Static, Type } from 'typebox';
import { Id, Kind, orNull, Reason, Scale, Text, Version } from './shared.ts';

const Settable = Type.Union([Type.Literal('active'), Type.Literal('moved'), Type.Literal('cancelled'), Type.Literal('revoked')]);

export const CodeQuery = Type.Object({ uscc: Type.String({ maxLength: 60 }), except: Type.Optional(Id) });
export const CodeReply = Type.Object({
  code: Type.String(),
  verdict: Type.Union([Type.Literal('VALID'), Type.Literal('WARNING'), Type.Literal('INVALID')]),
  says: orNull(Type.String()),
  taken: orNull(Type.Object({ id: Id, name: Type.String() })),
});
export type CodeReply = Static<typeof CodeReply>;

export const partyFacts = {
  kind: Kind,
  name: Text('名称'),
  uscc: orNull(Type.String({ title: '统一社会信用代码', maxLength: 60 })),
  region: Type.String({ title: '所属地区', pattern: '^\\d{6}$' }),
  legalPerson: orNull(Text('法定代表人', 60)),
  address: orNull(Text('注册地址', 200)),
  registeredCapital: orNull(Type.String({ title: '注册资本', pattern: '^\\d{1,16}(\\.\\d{1,2})?$' })),
  foundedOn: orNull(Type.String({ title: '成立日期', format: 'date' })),
  industry: orNull(Type.String({ title: '行业', pattern: '^\\d{2,4}$' })),
  field: orNull(Type.String({ title: '技术领域', pattern: '^\\d{2,5}$' })),
  scale: orNull(Scale),
  aboveScale: orNull(Type.Boolean({ title: '规模以上' })),
  status: Settable,
};
const confirmation = Type.Optional(Type.Object({ reason: Reason }, { description: '信用代码校验位不符而营业执照确实如此时填写' }));

export const NewParty = Type.Object({ ...partyFacts, codeConfirmation: confirmation });
export type NewParty = Static<typeof NewParty>;

export const EditParty = Type.Object({
  version: Version,
  facts: Type.Partial(Type.Object(partyFacts)),
  reason: Type.Optional(Reason),
  codeConfirmation: confirmation,
});
export type EditParty = Static<typeof EditParty>;

export const EditOwn = Type.Object({
  version: Version,
  facts: Type.Partial(Type.Object({ address: partyFacts.address, field: partyFacts.field, industry: partyFacts.industry })),
});
export type EditOwn = Static<typeof EditOwn>;

const duty = Type.Union([
  Type.Literal('principal'),
  Type.Literal('manager'),
  Type.Literal('liaison'),
  Type.Literal('finance'),
  Type.Literal('technology'),
]);
const contactFacts = {
  duty,
  name: Text('姓名', 60),
  phone: orNull(
    Type.String({ title: '电话', maxLength: 30, pattern: '^(1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?|[48]00-?\\d{3}-?\\d{4})$' }),
  ),
  email: orNull(Type.String({ title: '电子邮箱', maxLength: 120, format: 'email' })),
  idNumber: orNull(Type.String({ title: '身份证号码', pattern: '^\\d{17}[\\dX]$' })),
  isPrimary: Type.Boolean(),
};
export const NewContact = Type.Object(contactFacts);
export type NewContact = Static<typeof NewContact>;
export const EditContact = Type.Object({ version: Version, facts: Type.Partial(Type.Object(contactFacts)) });
export const RemoveContact = Type.Object({ version: Version });
export const Contact = Type.Object({
  id: Id,
  duty,
  name: Type.String(),
  phone: orNull(Type.String()),
  email: orNull(Type.String()),
  idNumber: orNull(Type.String()),
  isPrimary: Type.Boolean(),
  version: Type.Integer(),
});
export type Contact = Static<typeof Contact>;
export const RevealBody = Type.Object({ reason: Reason });
export const Revealed = Type.Object({
  name: Type.String(),
  phone: orNull(Type.String()),
  email: orNull(Type.String()),
  idNumber: orNull(Type.String()),
});
