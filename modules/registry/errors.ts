// What the registry refuses, each with its stable code: what happened, to which thing, what to do next.
import { Refusal } from '#platform/refusal.ts';

export const codeInvalid = (says: string): Refusal =>
  new Refusal('CODE_INVALID', `${says}。`, { details: [{ where: 'uscc', message: says }] });

export const codeDoubtful = (says: string): Refusal =>
  new Refusal('CODE_DOUBTFUL', `${says}。如营业执照上确实如此，请勾选“已核对营业执照”并写明理由后保存。`, {
    details: [{ where: 'uscc', message: says }],
  });

export const codeTaken = (name: string): Refusal =>
  new Refusal('CODE_TAKEN', `该统一社会信用代码已登记在“${name}”名下。如为同一主体，请修改原有档案或合并，不要重复新增。`, {
    status: 409,
    details: [{ where: 'uscc', message: `已登记在“${name}”名下` }],
  });

export const regionUnknown = (region: string): Refusal =>
  new Refusal('REGION_UNKNOWN', `“${region}”不是本市的县区或功能区。请从列表中选择。`, {
    details: [{ where: 'region', message: '请选择本市的县区或功能区' }],
  });

export const notOwnParty = (): Refusal =>
  new Refusal('NOT_OWN_PARTY', '当前账号没有对应的单位档案。请用单位账号登录，或联系所在县区科技局核对账号。', { status: 403 });

export const staffOnly = (): Refusal =>
  new Refusal('STAFF_ONLY', '名称、信用代码、所属地区等登记事项由科技局维护。如有变更，请联系所在县区科技局。', { status: 403 });

export const alreadyMerged = (name: string): Refusal =>
  new Refusal('ALREADY_MERGED', `“${name}”已合并到其他主体，不能再修改。请打开合并后的主体办理。`, { status: 409 });

/** In plain words, what a named constraint of the database refuses; for whoever composes the server. */
export const constraintMessages: Readonly<Record<string, string>> = {
  party_uscc: '该统一社会信用代码已登记在其他主体名下（可能在其他县区）。请核对代码，或联系市科技局查找原有档案。',
  title_overlap: '该主体已有同一资质，有效期与本次重叠。请核对证书日期，或先撤销原有的一条。',
  contact_primary: '一个主体只能有一位首要联系人，请刷新后重试。',
};
