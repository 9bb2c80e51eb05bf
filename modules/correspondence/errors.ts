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
