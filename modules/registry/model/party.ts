// What a party of the registry is: its kinds, its states and how its credit code was judged, with the words that screens show.

/** Enterprises, institutions (universities, institutes, associations) and persons (experts, commissioners, talents). */
export const partyKinds = { enterprise: '企业', institution: '机构', person: '个人' } as const;
export type PartyKind = keyof typeof partyKinds;

/** `merged`: a duplicate that has given all it held to its survivor and stays only as a trace. */
export const partyStatuses = { active: '存续', moved: '迁出', cancelled: '注销', revoked: '吊销', merged: '已合并' } as const;
export type PartyStatus = keyof typeof partyStatuses;

/** States that a person may set; merging has its own action. */
export const settableStatuses = ['active', 'moved', 'cancelled', 'revoked'] as const;

/** `warning`: a check character does not fit and nobody has confirmed it against the licence yet. */
export const codeChecks = { ok: '校验通过', warning: '校验位不符', confirmed: '人工确认' } as const;
export type CodeCheckState = keyof typeof codeChecks;

export const contactDuties = {
  principal: '法定代表人',
  manager: '负责人',
  liaison: '联系人',
  finance: '财务负责人',
  technology: '技术负责人',
} as const;
export type ContactDuty = keyof typeof contactDuties;

export const keysOf = <T extends object>(record: T): (keyof T & string)[] => Object.keys(record) as (keyof T & string)[];
