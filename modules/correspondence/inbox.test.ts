// Messages and mail: to whom they go, read by each for itself, and sent to a real SMTP server by a job that tries again.

import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setMail } from '#platform/mail/mailer.ts';
import { countyActor, idOf, makeActor, partyActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { runJobs } from '#testing/jobs.ts';
import { correspondenceActions } from './actions/index.ts';
import { correspondenceJobs } from './jobs.ts';
import { type Letter, sendMessages } from './moves.ts';
import type { CorrespondenceSetting, OfficeDigest } from './setting.ts';
import type { InboxView, MyMailView } from './wire.ts';

const REGION = '990104';
const firm = idOf('firm');
const actors = {
  boss: partyActor('花圃甲厂长', firm),
  clerk: partyActor('花圃甲文员', firm),
  other: partyActor('花圃乙', idOf('other')),
  county: countyActor('县科技', REGION),
  tax: { ...countyActor('县税务', REGION), officeKind: 'county-tax' },
  city: makeActor('市科技', { officeKind: 'city-office' }),
  expert: makeActor('专家丙', { scope: 'expert', officeId: null, officeKind: 'expert', officeName: '专家' }),
};

let waiting: OfficeDigest[] = [];
const setting: CorrespondenceSetting = {
  calendar: { isWorkday: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) },
  regionName: () => '澜江市',
  seal: { seal: (plain) => Buffer.from(plain).toString('base64'), open: (stored) => Buffer.from(stored, 'base64').toString() },
  accountsAt: async (_db, _root, seat) => ('party' in seat && seat.party === firm ? [actors.boss.accountId, actors.clerk.accountId] : []),
  digests: [async () => waiting],
};
const jobs = correspondenceJobs(setting);

interface Mailbox {
  readonly server: Server;
  readonly mails: { readonly to: string; readonly data: string }[];
  /** Refuses so many mails first. */
  refuse: number;
}

/** The least that speaks SMTP (RFC 5321): greets, takes one mail after the other, refuses some. */
function makeMailbox(): Promise<Mailbox> {
  const box: Mailbox = { mails: [], refuse: 0, server: createServer() };
  box.server.on('connection', (socket) => {
    const say = (line: string) => socket.write(`${line}\r\n`);
    let to = '';
    let data: string | null = null;
    let rest = '';
    const take = (line: string): void => {
      if (data !== null) {
        if (line !== '.') data += `${line}\r\n`;
        else {
          box.mails.push({ to, data });
          data = null;
          say('250 kept');
        }
      } else if (/^(EHLO|HELO|MAIL|RSET|NOOP)/i.test(line)) say('250 yes');
      else if (/^RCPT TO:<(.+)>/i.test(line)) {
        to = /<(.+)>/.exec(line)?.[1] ?? '';
        if (box.refuse > 0) {
          box.refuse -= 1;
          say('450 later');
        } else say('250 yes');
      } else if (/^DATA/i.test(line)) {
        data = '';
        say('354 go');
      } else {
        say('221 bye');
        socket.end();
      }
    };
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
    socket.on('error', () => socket.destroy());
    say('220 here');
  });
  return new Promise((resolve) => box.server.listen(0, '127.0.0.1', () => resolve(box)));
}

const textOf = (data: string): string => {
  const body = data.slice(data.indexOf('\r\n\r\n') + 4);
  return /base64/i.test(data)
    ? Buffer.from(body, 'base64').toString('utf8')
    : Buffer.from(
        body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8');
};

let app: TestApp;
let box: Mailbox;

beforeAll(async () => {
  box = await makeMailbox();
  app = await makeApp({ database: await makeDatabase(), actions: correspondenceActions(setting), actors });
  app.clock.at('2026-03-02T09:00:00+08:00');
});
afterAll(async () => {
  setMail(undefined);
  await new Promise((resolve) => box.server.close(resolve));
  await app.close();
  await app.database.close();
});

const send = (...letters: Letter[]) => app.run(actors.city, (context) => sendMessages(context, letters));
const inbox = async (as: keyof typeof actors) => (await app.as(actors[as]).get<InboxView>('/correspondence/messages')).body;
const toFirm: Letter = { to: { party: firm }, region: REGION, title: '请补正花圃申报材料', body: '园丁名册缺页', href: '/desk/cases/x' };

describe('a message', () => {
  it('reaches every account of a party, an office of one region, or one person, and nobody else', async () => {
    await send(
      toFirm,
      { to: { officeKind: 'county-office' }, region: REGION, title: '致县科技局', body: '' },
      { to: { officeKind: 'city-office' }, region: ROOT, title: '致市局', body: '' },
      { to: { account: actors.expert.accountId }, region: null, title: '请评审', body: '' },
    );
    const titles = async (as: keyof typeof actors) => (await inbox(as)).rows.map(({ title }) => title);
    expect(await titles('boss')).toEqual(['请补正花圃申报材料']);
    expect(await titles('clerk')).toEqual(['请补正花圃申报材料']);
    expect(await titles('county')).toEqual(['致县科技局']);
    expect(await titles('city')).toEqual(['致市局']);
    expect(await titles('expert')).toEqual(['请评审']);
    expect(await titles('other')).toEqual([]);
    expect(await titles('tax')).toEqual([]);
  });

  it('is read by each account for itself', async () => {
    const [message] = (await inbox('boss')).rows;
    const read = await app.as(actors.boss).post('/correspondence/messages/read', { ids: [message?.id] });
    expect(read.body).toEqual({ unread: 0 });
    expect((await inbox('clerk')).unread).toBe(1);
    expect((await app.as(actors.expert).post('/correspondence/messages/read', {})).body).toEqual({ unread: 0 });
  });

  it('that is said once is not said again, and one whose move fails is not said', async () => {
    const reminder = { ...toFirm, title: '补正将到期', once: 'correction:x:1' };
    expect(await send(reminder)).toHaveLength(1);
    expect(await send(reminder)).toEqual([]);
    const failing = app.run(actors.city, async (context) => {
      await sendMessages(context, [{ ...toFirm, title: '没有发生' }]);
      throw new Error('the move failed');
    });
    await expect(failing).rejects.toThrow('the move failed');
    expect((await inbox('clerk')).rows.map(({ title }) => title)).toEqual(['补正将到期', '请补正花圃申报材料']);
  });

  it('comes in pages by the last one seen', async () => {
    const first = (await app.as(actors.clerk).get<InboxView>('/correspondence/messages?limit=1')).body;
    expect(first).toMatchObject({ more: true, rows: [{ title: '补正将到期' }] });
    const second = (await app.as(actors.clerk).get<InboxView>(`/correspondence/messages?limit=1&before=${first.rows[0]?.id}`)).body;
    expect(second).toMatchObject({ more: false, rows: [{ title: '请补正花圃申报材料' }] });
  });
});

it('tells an office once a working day what waits for it, and says nothing where nothing does', async () => {
  const of = (officeKind: string, region: string, overdue: number): OfficeDigest => ({
    officeKind,
    region,
    arrived: overdue,
    dueSoon: 0,
    overdue,
    href: '/casework/cases?view=mine',
  });
  waiting = [of('county-office', REGION, 2), of('county-tax', REGION, 0)];
  const run = () => app.run(actors.city, (context) => context.enqueue('correspondence.digest', null)).then(() => runJobs(app, jobs));
  await run();
  await run();
  expect((await inbox('county')).rows.map(({ title }) => title)).toEqual(['今日待办：新到 2 件，已超期 2 件', '致县科技局']);
  expect((await inbox('tax')).rows).toEqual([]);
  app.clock.at('2026-03-07T09:00:00+08:00');
  await run();
  expect((await inbox('county')).rows).toHaveLength(2);
  app.clock.at('2026-03-09T09:00:00+08:00');
});

describe('mail', () => {
  const my = async (as: keyof typeof actors) => (await app.as(actors[as]).get<MyMailView>('/correspondence/my-mail')).body;

  it('is not offered without a server, and messages don’t wait for it', async () => {
    expect(await my('boss')).toEqual({ isOffered: false, address: null, isConfirmed: false });
    expect((await app.as(actors.boss).put('/correspondence/my-mail', { address: 'boss@garden.example' })).status).toBe(409);
  });

  it('goes to an address only after its owner has typed the code that came there', async () => {
    const { port } = box.server.address() as AddressInfo;
    setMail({ url: `smtp://127.0.0.1:${port}?ignoreTLS=true`, from: 'noreply@lanjiang.example' });
    await app.as(actors.boss).put('/correspondence/my-mail', { address: 'boss@garden.example' });
    await send({ ...toFirm, title: '还没有确认' });
    await runJobs(app, jobs);
    expect(box.mails).toHaveLength(1);
    expect(box.mails[0]?.to).toBe('boss@garden.example');
    const code = /验证码为 (\d{6})/.exec(textOf(box.mails[0]?.data ?? ''))?.[1] ?? '';
    const wrong = code === '000000' ? '000001' : '000000';
    expect((await app.as(actors.boss).post('/correspondence/my-mail/confirm', { code: wrong })).body).toMatchObject({ isConfirmed: false });
    expect((await app.as(actors.boss).post('/correspondence/my-mail/confirm', { code })).body).toMatchObject({ isConfirmed: true });
    expect(await my('boss')).toEqual({ isOffered: true, address: 'b***@garden.example', isConfirmed: true });
  });

  it('tells the title and nothing of the matter, once, also when the server refuses at first', async () => {
    box.mails.length = 0;
    box.refuse = 1;
    await send({ ...toFirm, title: '请再补正一次', body: '身份证号 360100199001010011' });
    await runJobs(app, jobs);
    expect(box.mails).toEqual([]);
    await runJobs(app, jobs, new Date(Date.now() + 3_600_000));
    expect(box.mails).toHaveLength(1);
    const text = textOf(box.mails[0]?.data ?? '');
    expect(text).toContain('请再补正一次');
    expect(text).not.toContain('360100199001010011');
    await runJobs(app, jobs);
    expect(box.mails).toHaveLength(1);
  });

  it('stops when its owner says so, and the address is forgotten', async () => {
    box.mails.length = 0;
    await app.as(actors.boss).delete('/correspondence/my-mail');
    await send({ ...toFirm, title: '不再发送' });
    await runJobs(app, jobs);
    expect(box.mails).toEqual([]);
    expect(await my('boss')).toMatchObject({ address: null });
  });
});
