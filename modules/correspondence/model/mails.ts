// Words of mails and of the morning's digest: plain Chinese, and of a person's affairs no more than the title of the message.
import type { OfficeDigest } from '../setting.ts';

const foot = '本邮件由系统自动发送，请勿回复。不再需要时，可以登录后在“消息”中关闭邮件提醒。';
const signed = (region: string): string => `${region}科学技术局 科创台`;

export const reminderMail = (region: string, title: string): { readonly subject: string; readonly text: string } => ({
  subject: `【科创台】${title}`,
  text: `您好：\n\n您在科创台有一条新消息：${title}。\n\n请登录科创台，在“消息”中查看全文并办理。\n\n${signed(region)}\n\n${foot}\n`,
});

export const confirmMail = (region: string, code: string): { readonly subject: string; readonly text: string } => ({
  subject: '【科创台】邮箱验证码',
  text: `您好：\n\n您正在科创台开通邮件提醒，验证码为 ${code}，30分钟内有效。\n\n如非本人操作，请不必理会本邮件。\n\n${signed(region)}\n`,
});

export function digestText({ arrived, dueSoon, overdue }: OfficeDigest): { readonly title: string; readonly body: string } {
  const parts = [
    ...(arrived > 0 ? [`新到 ${arrived} 件`] : []),
    ...(dueSoon > 0 ? [`2 个工作日内到期 ${dueSoon} 件`] : []),
    ...(overdue > 0 ? [`已超期 ${overdue} 件`] : []),
  ];
  const late = overdue > 0 ? '请先办理已超期的。' : dueSoon > 0 ? '请先办理即将到期的。' : '';
  return { title: `今日待办：${parts.join('，')}`, body: `等待本机构办理的事项中，${parts.join('，')}。${late}` };
}
