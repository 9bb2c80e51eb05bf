// Refusals of correspondence.
import { Refusal } from '#platform/refusal.ts';

export const alreadyVoid = (): Refusal => new Refusal('ALREADY_VOID', '这份文书已经作废，不需要再次作废。', { status: 409 });

export const mailNotOffered = (): Refusal =>
  new Refusal('MAIL_NOT_OFFERED', '本平台没有设置邮件服务器，暂不能发送邮件；消息可以在“消息”中查看。', { status: 409 });

export const wrongCode = (): Refusal =>
  new Refusal('WRONG_CODE', '验证码不对或已过期。请核对邮件中的6位数字，或重新填写邮箱获取新的验证码。', {
    details: [{ where: 'code', message: '验证码不对或已过期' }],
  });

export const unknownWording = (): Refusal => new Refusal('UNKNOWN_WORDING', '没有这一项用语，请刷新后重试。', { status: 404 });

export const codeMisspelt = (): Refusal =>
  new Refusal('CODE_MISSPELT', '机关代字为 2 至 10 个汉字或字母，不含空格和括号，如“澜江科”。', {
    details: [{ where: 'value', message: '2 至 10 个汉字或字母' }],
  });

export const codeTaken = (value: string, agency: string): Refusal =>
  new Refusal('CODE_TAKEN', `“${value}”已是${agency}的机关代字；两个机关共用代字会混编文号，请另定一个。`, { status: 409 });
