// Objections from anyone: the form, what is checked of it, the receipt, and how it stands.
import { mostEntries, objectionStanding, takeObjection } from '#modules/casework/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';
import type { PageAsked, PageReply, PublicPage } from '#platform/http/page.ts';
import { Refusal } from '#platform/refusal.ts';
import type { PortalSetting } from '../setting.ts';
import { type ObjectionForm, objectionPage, receiptPage, standingPage } from '../web/notices.ts';
import { pageReply } from './frame.ts';
import { publicNotice } from './notices.ts';

/** Nobody reads the page and writes an objection in less; a form older than half a day is asked for anew. */
const quickest = 4_000;
const oldest = 12 * 3_600_000;

const place = (id: string): string => `portal:objection:${id}`;

function tokenOf({ seal }: PortalSetting, id: string, now: Date): string {
  return seal.seal(String(now.getTime()), place(id));
}

/** Milliseconds since the form was given out; null when the token is none of ours or for another form. */
function ageOf({ seal }: PortalSetting, id: string, token: string, now: Date): number | null {
  try {
    return now.getTime() - Number(seal.open(token, place(id)));
  } catch {
    return null;
  }
}

function checkSender(setting: PortalSetting, id: string, asked: PageAsked, now: Date): void {
  const one = (name: string): string => asked.form[name]?.[0] ?? '';
  const age = ageOf(setting, id, one('token'), now);
  if (one('website') !== '' || (age !== null && age < quickest))
    throw new Refusal('LOOKS_AUTOMATIC', '提交过快，像是程序自动填写，没有接收。如果您是本人填写，请返回表单，稍候几秒再提交。', {
      status: 429,
    });
  if (age === null || !(age <= oldest))
    throw new Refusal('FORM_EXPIRED', '表单打开的时间过长，已经失效，异议没有提交。请返回公示页面重新打开表单。', { status: 409 });
}

const phonePattern = /^(1\d{10}|(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?)$/;

const fields = ['objector', 'phone', 'facts', 'evidence'] as const;

function readForm(asked: PageAsked, rows: number): Omit<ObjectionForm, 'token'> {
  const text = Object.fromEntries(fields.map((name) => [name, (asked.form[name]?.[0] ?? '').replaceAll('\r\n', '\n').trim()])) as Record<
    (typeof fields)[number],
    string
  >;
  const entries = (asked.form.entry ?? []).map(Number).filter((entry) => Number.isInteger(entry) && entry >= 0 && entry < rows);
  const wrong: Record<string, string> = {};
  const length = (name: (typeof fields)[number], least: number, most: number, says: string): void => {
    const { length: count } = [...text[name]];
    if (count < least || count > most) wrong[name] = says;
  };
  length('objector', 2, 60, '请填写真实姓名或单位全称，2 至 60 字');
  if (!phonePattern.test(text.phone)) wrong.phone = '请填写 11 位手机号，或带区号的固定电话';
  length('facts', 10, 2000, '请写明事实和理由，10 至 2000 字');
  length('evidence', 4, 1000, '请写明证据或线索，4 至 1000 字');
  if (rows > 1 && (entries.length === 0 || entries.length > mostEntries)) wrong.entries = `请勾选 1 至 ${mostEntries} 项`;
  return { text, entries, wrong, most: mostEntries };
}

async function object(context: ActionContext, setting: PortalSetting, asked: PageAsked): Promise<PageReply> {
  const notice = await publicNotice(context, asked);
  checkSender(setting, notice.id, asked, context.now);
  const form = readForm(asked, notice.rows.length);
  if (Object.keys(form.wrong).length > 0) {
    const again = objectionPage(notice, { ...form, token: asked.form.token?.[0] ?? '' });
    return { ...(await pageReply(context, setting, asked, 0, again)), status: 422 };
  }
  const receipt = await takeObjection(context, setting.casework, { publication: notice.id, entries: form.entries, ...form.text });
  return pageReply(context, setting, asked, 0, receiptPage(notice, receipt));
}

export const objectionPages = (setting: PortalSetting): PublicPage[] => [
  {
    method: 'GET',
    path: '/public/notices/:id/objection',
    handle: async (context, asked) => {
      const notice = await publicNotice(context, asked);
      if (!notice.isRunning)
        throw new Refusal('OBJECTION_LATE', `公示期已于 ${notice.until} 24:00 届满（以服务器时间为准），本页不再受理异议。`, {
          status: 409,
        });
      const text = { objector: '', phone: '', facts: '', evidence: '' };
      const token = tokenOf(setting, notice.id, context.now);
      return pageReply(context, setting, asked, 0, objectionPage(notice, { token, text, entries: [], wrong: {}, most: mostEntries }));
    },
  },
  // The moves of the cases are the system's, on behalf of whoever objects: the public itself can write nothing.
  {
    method: 'POST',
    path: '/public/notices/:id/objection',
    as: 'system',
    rate: { max: 10, seconds: 600 },
    handle: (context, asked) => object(context, setting, asked),
  },
  // A receipt opens the standing of its own objection alone, out of events that the public doesn't see.
  {
    method: 'GET',
    path: '/public/objections',
    as: 'system',
    rate: { max: 30, seconds: 600 },
    handle: async (context, asked) => {
      const receipt = asked.query.receipt?.trim().toUpperCase().slice(0, 24);
      if (receipt === undefined || receipt === '') return pageReply(context, setting, asked, 0, standingPage(undefined, null, null));
      try {
        const found = await objectionStanding(context, receipt);
        return await pageReply(context, setting, asked, 0, standingPage(receipt, found, null));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { ...(await pageReply(context, setting, asked, 0, standingPage(receipt, null, error.message))), status: error.status };
      }
    },
  },
];
