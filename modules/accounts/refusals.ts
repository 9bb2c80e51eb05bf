// Refusals of accounts in one place: stable codes, and sentences that say how to go on.
import { Refusal } from '#platform/refusal.ts';

/** What to say when a named constraint of the module's tables refuses. */
export const constraintMessages: Readonly<Record<string, string>> = {
  account_login: '该登录名已被使用，请换一个。',
  office_name: '已有同名机构，请核对名册或改用全称。',
  role_change_open: '该账户已有一项角色变更待复核，请先复核或撤回。',
  separate_duties: '一个账户只能承担一条线上的职责：系统、安全、审计三类管理员与业务人员须由不同的人担任。',
  role_of_line: '一个账户只能承担一条线上的职责：系统、安全、审计三类管理员与业务人员须由不同的人担任。',
  second_look: '复核人不能是提出人，请由另一名管理员复核。',
  not_for_oneself: '不能提出或复核本人的角色变更，请由另一名管理员办理。',
  lender_of_business: '管理员的职责不得委托。',
  borrower_of_business: '管理员账户不得承担业务角色，请另选同事。',
  administrator_seat: '管理员账户须隶属系统运行管理机构。',
};

const conflict = (code: string, message: string): Refusal => new Refusal(code, message, { status: 409 });

export const wrongPassword = (message: string): Refusal => new Refusal('WRONG_PASSWORD', message, { status: 401 });
export const lockedOut = (message: string): Refusal => new Refusal('LOCKED_OUT', message, { status: 429 });
export const accountDisabled = (): Refusal =>
  new Refusal('ACCOUNT_DISABLED', '该账户已停用，不能登录。如需恢复，请联系本单位系统管理员。', { status: 403 });

export const passwordUnfit = (problems: readonly string[]): Refusal =>
  new Refusal('PASSWORD_UNFIT', problems.join(''), { details: problems.map((message) => ({ where: 'next', message })) });

export const invalid = (code: string, where: string, message: string): Refusal =>
  new Refusal(code, message, { details: [{ where, message }] });

export const ownAccount = (): Refusal => conflict('OWN_ACCOUNT', '不能停用本人的账户，请由另一名系统管理员办理。');
export const lastOfLine = (name: string): Refusal =>
  conflict('LAST_OF_LINE', `这是最后一个在用的${name}账户，停用后无人履行该职责。请先开设并授权接替的账户。`);
export const alreadyDecided = (): Refusal => conflict('ALREADY_DECIDED', '该项角色变更已经办结，请刷新后查看结果。');
export const alreadyRevoked = (): Refusal => conflict('ALREADY_REVOKED', '该项委托已经终止。');
export const overlappingLoan = (): Refusal => conflict('LOAN_OVERLAPS', '同一角色在这段时间已委托给该同事，请调整日期或先终止原委托。');
export const printedPassword = (): Refusal => conflict('DEMO_PASSWORD', '演示账户的密码印在登录页上，不能更改。');
export const tooManyOfParty = (most: number): Refusal =>
  conflict('TOO_MANY_ACCOUNTS', `一家单位最多 ${most} 个在用账户，请先停用不再使用的账户。`);
export const officeInUse = (): Refusal => conflict('OFFICE_IN_USE', '该机构还有在用的账户，请先调整或停用这些账户。');
