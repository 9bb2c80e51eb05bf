// Fields of the forms in which parties, contacts, titles and figures are entered.
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { type FieldView, formView } from '#kernel/faces/form-view.ts';
import type { Field } from '#kernel/fields/field.ts';
import type { Known, PartyProfile } from '../wire.ts';
import { dutyNames, kindNames, levelNames, scaleNames, statusNames } from './words.ts';

const views = (fields: Readonly<Record<string, Field>>): readonly FieldView[] =>
  formView(defineForm(page('', fields))).pages[0]?.fields ?? [];
const options = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([code, name]) => ({ code, name }));

const { merged: _merged, ...settable } = statusNames;

export const reasonField = (label = '理由', help?: string) =>
  f.longText(label, { maxLength: 500, ...(help === undefined ? {} : { help }) });

const optionalTree = (label: string, terms: Known['fields']) => f.choice(label, terms, { optional: true });

/** A code whose check character does not fit is saved only with this reason. */
export const confirmationKey = 'codeReason';

export function partyFields(known: Known, isNew: boolean): readonly FieldView[] {
  return views({
    name: f.text('名称', { maxLength: 120 }),
    uscc: f.text('统一社会信用代码', { maxLength: 60, optional: true }),
    [confirmationKey]: f.text('校验位不符仍要保存的理由', {
      optional: true,
      help: '须已核对营业执照原件，例如“试点期发放的代码，已核对原件”',
      maxLength: 200,
    }),
    region: f.region('所属地区', { options: known.regions.map(({ code, name }) => ({ code, name })) }),
    kind: f.choice('类型', options(kindNames)),
    status: f.choice('登记状态', options(settable)),
    legalPerson: f.text('法定代表人', { maxLength: 60, optional: true }),
    foundedOn: f.date('成立日期', { optional: true }),
    registeredCapital: f.money('注册资本', { min: '0', optional: true }),
    scale: f.choice('企业规模', options(scaleNames), { optional: true }),
    aboveScale: f.yesNo('规模以上', { optional: true }),
    industry: optionalTree('行业', known.industries),
    field: optionalTree('技术领域', known.fields),
    address: f.text('注册地址', { maxLength: 200, optional: true }),
    ...(isNew
      ? {}
      : { reason: f.text('变更理由', { optional: true, maxLength: 200, help: '更名、迁移、注销等请写明依据，例如“变更登记通知书”' }) }),
  });
}

const keys = [
  'name',
  'uscc',
  'region',
  'kind',
  'status',
  'legalPerson',
  'foundedOn',
  'registeredCapital',
  'scale',
  'aboveScale',
  'industry',
  'field',
  'address',
] as const;

/** What a form shows of a party; unknown is left out, as forms have it. */
export const entriesOf = (party: PartyProfile): Record<string, unknown> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = party[key];
      if (value === null) return [];
      return [[key, key === 'registeredCapital' ? String(value).replace(/\.0+$/, '') : value]];
    }),
  );

/** What is sent: an emptied field becomes unknown. */
export const factsOf = (entries: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(keys.map((key) => [key, entries[key] === undefined || entries[key] === '' ? null : entries[key]]));

export const ownFields = (known: Known): readonly FieldView[] =>
  views({
    address: f.text('注册地址', { maxLength: 200, optional: true }),
    industry: optionalTree('行业', known.industries),
    field: optionalTree('技术领域', known.fields),
  });

export const contactFields = (isNew: boolean): readonly FieldView[] =>
  views({
    duty: f.choice('职责', options(dutyNames)),
    name: f.text('姓名', { maxLength: 60, optional: !isNew }),
    phone: f.text('电话', { pattern: 'phone', optional: true }),
    email: f.text('电子邮箱', { pattern: 'email', optional: true }),
    isPrimary: f.yesNo('首要联系人'),
  });

export function titleFields(known: Known): readonly FieldView[] {
  return views({
    kind: f.choice(
      '资质',
      known.titles.map(({ kind, name }) => ({ code: kind, name })),
    ),
    level: f.choice('级别', options(levelNames), { optional: true, help: '不选则为该资质的一般级别' }),
    label: f.text('平台名称', { maxLength: 100, optional: true, help: '同类平台可有多个的（如重点实验室），写明名称' }),
    number: f.text('证书编号', { maxLength: 60, optional: true }),
    from: f.date('发证日期'),
    until: f.date('有效期至', { optional: true, help: '不填则按该资质的规定年限计算' }),
    basis: f.text('依据文件', { maxLength: 200, help: '名单或证书的文号、名称' }),
  });
}

export function financeFields(known: Known, isCorrection: boolean): readonly FieldView[] {
  const figure = ({ key, name, unit, maySink }: Known['items'][number]): [string, Field] => [
    key,
    unit === '人'
      ? f.integer(name, { unit: '人', min: '0', optional: true })
      : f.money(name, { optional: true, ...(maySink ? {} : { min: '0' }) }),
  ];
  return views({
    ...Object.fromEntries(known.items.map(figure)),
    ...(isCorrection ? { reason: f.text('更正理由', { maxLength: 200, help: '例如“企业更正申报”，写入审计记录' }) } : {}),
  });
}

export const reasonFields = (label: string, help?: string): readonly FieldView[] => views({ reason: reasonField(label, help) });
export const revokeFields = views({ on: f.date('撤销日期', { help: '自这一天起不再有效' }), reason: reasonField('撤销理由') });
