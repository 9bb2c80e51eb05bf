// What the clock alone decides: a reminder before a correction lapses, the lapse itself, and the close of a public notice.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '#testing/actors.ts';
import { runJobs } from '#testing/jobs.ts';
import { type Gardens, gardenSetting, makeGardens } from '#testing/specimen/gardens.ts';
import { verifyProjections } from './contract.ts';
import { caseworkJobs } from './jobs.ts';

let gardens: Gardens;
const jobs = caseworkJobs(gardenSetting);

beforeAll(async () => {
  gardens = await makeGardens();
});
afterAll(() => gardens.app.close());

/** Both jobs, as the clock would start them. */
async function runAt(instant: string): Promise<void> {
  gardens.app.clock.at(instant);
  await gardens.app.run(gardens.actors.city, async (context) => {
    for (const { name } of jobs) await context.enqueue(name, null);
  });
  await runJobs(gardens.app, jobs);
}

const titles = async (as: 'firm' | 'other') => {
  const { body } = await gardens.app.as(gardens.actors[as]).get<{ rows: { title: string }[] }>('/correspondence/messages');
  return body.rows.map(({ title }) => title);
};

it('reminds once, two working days before a correction ends, and lets it lapse the day after', async () => {
  gardens.app.clock.at('2025-03-03T09:00:00+08:00');
  const id = await gardens.draftOf('firm');
  await gardens.submit('firm', id);
  await gardens.move('county', id, 'return', { reasons: '园丁人数不符', workdays: 5 });
  await runAt('2025-03-05T08:00:00+08:00');
  expect(await titles('firm')).toEqual(['请补正花圃申报材料']);
  await runAt('2025-03-06T08:00:00+08:00');
  await runAt('2025-03-07T08:00:00+08:00');
  expect(await titles('firm')).toEqual(['补正将于 2025-03-10 到期', '请补正花圃申报材料']);
  await runAt('2025-03-10T23:00:00+08:00');
  expect((await gardens.read(id)).status).toBe('correction');
  await runAt('2025-03-11T00:00:00+08:00');
  const lapsed = await gardens.read(id);
  expect(lapsed).toMatchObject({ status: 'lapsed', waitsFor: '已办结：逾期视为撤回' });
  expect(lapsed.events.at(-1)).toMatchObject({ verb: 'lapse', officeName: '系统' });
  expect((await titles('firm'))[0]).toBe('花圃申报逾期未补正');
});

it('closes a public notice when its time is over, but not while an objection is open; and no other overdue case', async () => {
  gardens.app.clock.at('2025-03-11T09:00:00+08:00');
  const published = async (as: 'firm' | 'other') => {
    const id = await gardens.draftOf(as);
    await gardens.submit(as, id);
    await gardens.move('county', id, 'pass');
    await gardens.move('county', id, 'opine', { verdict: 'agree' });
    await gardens.move('tax', id, 'opine', { verdict: 'agree' });
    await gardens.move('city', id, 'approve');
    return id;
  };
  const [quiet, objected] = [await published('firm'), await published('other')];
  const { version } = await gardens.read(objected);
  const data = { objector: '花农丙', phone: '13900000000', facts: '园丁实为外包' };
  await gardens.app.as(gardens.actors.other).post(`/casework/cases/${objected}/moves`, { version, verb: 'object', data });
  await runAt('2025-03-18T12:00:00+08:00');
  expect((await gardens.read(quiet)).stage).toBe('public-notice');
  await runAt('2025-03-19T00:00:00+08:00');
  expect((await gardens.read(quiet)).stage).toBe('recommend');
  expect((await gardens.read(objected)).stage).toBe('public-notice');
  await gardens.move('city', objected, 'settle', {
    objection: (await gardens.read(objected)).version,
    verdict: 'rejected',
    note: '查无实据',
  });
  await runAt('2025-03-19T01:00:00+08:00');
  expect((await gardens.read(objected)).stage).toBe('recommend');
});

it('keeps rows that say what the histories say, and finds one that was changed by hand', async () => {
  const verify = () => gardens.app.database.withSystem(ROOT, (db) => verifyProjections(db, ROOT, gardenSetting));
  expect(await verify()).toEqual({ cases: 3, differing: [], holds: true });
  const { rows } = (
    await gardens.app.as(gardens.actors.city).get<{ rows: { id: string; number: string }[] }>('/casework/cases?status=lapsed')
  ).body;
  const [lapsed] = rows;
  if (lapsed === undefined) throw new Error('one has lapsed');
  const change = (what: string) =>
    gardens.app.database.withSystem(ROOT, (db) => sql`update casework.cases set ${sql.raw(what)} where id = ${lapsed.id}`.execute(db));
  await change(`waits_for = '已办结'`);
  expect(await verify()).toMatchObject({ differing: [{ name: lapsed.number, fields: ['waits_for'] }], holds: true });
  await change(`status = 'granted'`);
  expect(await verify()).toMatchObject({ differing: [{ fields: ['status', 'waits_for'] }], holds: false });
});
