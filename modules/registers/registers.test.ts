// Registers on a real database: two counties, versions and their differences, stale edits, expiry, postings, circles, masks and the public.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countyActor, makeActor, ROOT } from '#testing/actors.ts';
import { type Answer, makeApp, type TestApp } from '#testing/app.ts';
import { A, B, registerPermissions, registersSetting, shed } from '#testing/specimen/sheds.ts';
import { registersActions } from './actions/index.ts';
import type { PublicRegister, RegisterSummary, RowDetail, RowPage } from './wire.ts';

interface Refused {
  readonly error?: { readonly code: string; readonly message: string; readonly details: readonly { where: string; message: string }[] };
}

const actors = {
  city: makeActor('市科技', { permissions: registerPermissions }),
  party: makeActor('党务', { permissions: [...registerPermissions, 'registers/party-building:read'] }),
  here: countyActor('甲县', A, registerPermissions),
  there: countyActor('乙县', B, registerPermissions),
  reader: makeActor('局领导', { permissions: ['registers/row:read'] }),
};
type Who = keyof typeof actors;

let app: TestApp;
beforeAll(async () => {
  app = await makeApp({ actions: registersActions(registersSetting), actors });
  app.clock.at('2026-01-10T09:00:00+08:00');
});
afterAll(() => app.close());

const add = async (answers: object, as: Who = 'city', register = 'sheds') =>
  app.as(as).post<RowDetail & Refused>(`/registers/lists/${register}/rows`, { answers });
const get = async (id: string, as: Who = 'city') => app.as(as).get<RowDetail & Refused>(`/registers/rows/${id}`);
const edit = async (id: string, version: number, patch: object, as: Who = 'city'): Promise<Answer<RowDetail & Refused>> =>
  app.as(as).put(`/registers/rows/${id}`, { version, patch });
const list = async (query = '', as: Who = 'city', register = 'sheds') =>
  (await app.as(as).get<RowPage & Refused>(`/registers/lists/${register}/rows?${query}`)).body;
const titles = async (query = '', as: Who = 'city') => (await list(query, as)).rows.map((row) => row.title);

async function stock(measure: string, day: string, region?: string): Promise<number> {
  const { rows } = await app.database.withSystem(ROOT, (db) =>
    sql<{ n: number }>`select coalesce(sum(value), 0)::int as n from figures.entry where measure = ${measure} and day <= ${day}
      and (${region ?? null}::text is null or region = ${region ?? null})`.execute(db),
  );
  return rows[0]?.n ?? 0;
}

describe('rows of two counties', () => {
  it('are added, found by marks, and kept apart by the database', async () => {
    const here = await add(shed('东园花房', { number: 'HF1', level: 'NATIONAL', area: '120.50', cost: '1200000' }), 'here');
    expect(here.status).toBe(200);
    expect(here.body).toMatchObject({ title: '东园花房', version: 1, region: A, standing: 'valid', mayEdit: true });
    expect((await add(shed('西园花房', { region: B, from: '2025-05-01' }), 'there')).status).toBe(200);
    expect(await titles()).toEqual(['东园花房', '西园花房']);
    expect(await titles('', 'here')).toEqual(['东园花房']);
    expect(await titles('', 'there')).toEqual(['西园花房']);
    expect((await get(here.body.id, 'there')).status).toBe(404);
    expect((await edit(here.body.id, 1, { name: '夺来' }, 'there')).status).toBe(404);
    expect(await titles('level=NATIONAL')).toEqual(['东园花房']);
    expect(await titles('area=100..200')).toEqual(['东园花房']);
    expect(await titles('cost=1000000..')).toEqual(['东园花房']);
    expect(await titles('from=2025-01-01..')).toEqual(['西园花房']);
    expect(await titles('text=西')).toEqual(['西园花房']);
    expect(await titles(`region.in=${B}`)).toEqual(['西园花房']);
    expect((await list('colour=red')).error?.code).toBe('BAD_FILTER');
  });

  it('cannot be entered for, or moved to, another county by a county, but by the city', async () => {
    expect((await add(shed('越界花房', { region: B }), 'here')).body.error?.code).toBe('NOT_OWN_REGION');
    const [row] = (await list('text=东园', 'here')).rows;
    expect((await edit(row?.id ?? '', 1, { region: B }, 'here')).body.error?.code).toBe('NOT_OWN_REGION');
    expect((await edit(row?.id ?? '', 1, { region: B })).body).toMatchObject({ region: B, version: 2 });
    expect(await titles('', 'here')).toEqual([]);
    expect((await edit(row?.id ?? '', 2, { region: A })).body).toMatchObject({ region: A, version: 3 });
  });

  it('say where answers are wrong', async () => {
    const { body } = await add({ ...shed('坏花房'), from: '2025-02-30', level: undefined, until: '2020-01-01' });
    expect(body.error?.code).toBe('ANSWERS_WRONG');
    expect(body.error?.details.map(({ where }) => where)).toEqual(['answers.level', 'answers.from']);
    const early = await add(shed('早花房', { until: '2020-01-01' }));
    expect(early.body.error?.details[0]?.message).toContain('早于');
  });
});

describe('changes', () => {
  it('are told field by field, and over a stale version refused with what the other changed', async () => {
    const { body: row } = await add(shed('南园花房', { number: 'HF9' }));
    const changed = await edit(row.id, 1, { area: '80', number: null }, 'here');
    expect(changed.body.history.map(({ says, who }) => [says, who])).toEqual([
      ['修改', '区县科技局甲县'],
      ['登记', '市科技局市科技'],
    ]);
    expect(changed.body.history[0]?.changes).toEqual([
      { path: 'number', label: '编号', before: 'HF9', after: '' },
      { path: 'area', label: '面积', before: '', after: '80平方米' },
    ]);
    const stale = await edit(row.id, 1, { name: '改名花房' });
    expect(stale.status).toBe(409);
    expect(stale.body.error).toMatchObject({
      code: 'ROW_STALE',
      details: [{ where: '编号' }, { where: '面积', message: '空 → 80平方米' }],
    });
    expect(stale.body.error?.message).toContain('区县科技局甲县修改');
    expect((await get(row.id)).body.title).toBe('南园花房');
    expect((await edit(row.id, 2, { area: '80' })).body.version).toBe(2);
  });

  it('of two at once let one through', async () => {
    const { body: row } = await add(shed('双改花房'));
    const both = await Promise.all([edit(row.id, 1, { area: '1' }), edit(row.id, 1, { area: '2' }, 'here')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('are kept for ever: not even the owner of the tables alters a version', async () => {
    await expect(app.database.withOwner((owner) => owner.query(`update registers.version set reason = 'x'`))).rejects.toThrow('只能追加');
    await expect(app.database.withOwner((owner) => owner.query('delete from registers.version'))).rejects.toThrow('只能追加');
  });

  it('take a row away only with a reason, and the trail says so', async () => {
    const { body: row } = await add(shed('误登花房'));
    expect((await app.as('city').post(`/registers/rows/${row.id}/remove`, { version: 1 })).status).toBe(400);
    expect((await app.as('city').post(`/registers/rows/${row.id}/remove`, { version: 1, reason: '重复登记' })).status).toBe(200);
    expect((await get(row.id)).status).toBe(404);
    expect(await stock('sheds.in-use', '2026-01-10', A)).toBe(3);
    const { rows } = await app.database.withSystem(ROOT, (db) =>
      sql<{ sentence: string }>`select sentence from platform.trail order by seq desc limit 1`.execute(db),
    );
    expect(rows[0]?.sentence).toContain('删除花房台账“误登花房”，理由：重复登记');
  });
});

describe('figures', () => {
  it('follow validity, level, region and state in the same transaction', async () => {
    const before = { b: await stock('sheds.in-use', '2026-01-10', B), national: await stock('sheds.national', '2026-01-10') };
    const { body: row } = await add(shed('数花房', { region: B, level: 'NATIONAL', from: '2025-06-01', until: '2026-06-30' }));
    expect(await stock('sheds.in-use', '2026-01-10', B)).toBe(before.b + 1);
    expect(await stock('sheds.in-use', '2026-07-01', B)).toBe(before.b);
    expect(await stock('sheds.in-use', '2025-05-31', B)).toBe(await stock('sheds.in-use', '2025-05-31', B));
    expect(await stock('sheds.national', '2026-01-10')).toBe(before.national + 1);
    await edit(row.id, 1, { level: 'MUNICIPAL', region: A });
    expect(await stock('sheds.national', '2026-01-10')).toBe(before.national);
    expect(await stock('sheds.in-use', '2026-01-10', B)).toBe(before.b);
    const opened = await stock('sheds.opened', '2026-01-10');
    app.clock.at('2026-01-12T09:00:00+08:00');
    const closed = await edit(row.id, 2, { state: 'closed' });
    expect(closed.body).toMatchObject({ standing: 'ended', standingName: '关闭' });
    expect(await stock('sheds.opened', '2026-01-12')).toBe(opened - 1);
    const reopened = await edit(row.id, 3, { state: 'open' });
    expect(reopened.body.standing).toBe('valid');
    expect(await stock('sheds.opened', '2026-01-12')).toBe(opened);
  });
});

describe('validity', () => {
  it('is computed from the day: expiring within the days declared, then lapsed', async () => {
    await add(shed('短花房', { until: '2026-03-01' }));
    const standing = async () => (await list('text=短花房')).rows[0];
    expect(await standing()).toMatchObject({ standing: 'expiring', standingName: '即将到期', daysLeft: 48 });
    const { body: counts } = await app.as('city').get<Record<string, number>>('/registers/lists/sheds/counts');
    expect(counts).toMatchObject({ expiring: 1, lapsed: 0 });
    expect((await list('standing=expiring')).total).toBe(1);
    app.clock.at('2026-03-02T09:00:00+08:00');
    expect(await standing()).toMatchObject({ standing: 'lapsed', standingName: '已到期' });
    expect((await list('standing=lapsed')).total).toBe(1);
    expect((await list('standing=valid,expiring,lapsed,ended')).total).toBe((await list()).total);
  });
});

describe('records of a year', () => {
  it('are kept beside the row, each with its own version and history', async () => {
    const { body: row } = await add(shed('年花房'));
    const save = (year: number, version: number, answers: object | null) =>
      app.as('city').put<RowDetail & Refused>(`/registers/rows/${row.id}/years/${year}`, { version, answers });
    expect((await save(2025, 0, { score: '101' })).body.error?.code).toBe('ANSWERS_WRONG');
    expect((await save(2025, 0, { score: '88.5' })).body.years).toMatchObject([{ year: 2025, version: 1, answers: { score: '88.5' } }]);
    expect((await save(2025, 0, { score: '90' })).body.error?.code).toBe('YEAR_STALE');
    const changed = await save(2025, 1, { score: '90' });
    expect(changed.body.history[0]).toMatchObject({
      says: '修改2025 年年度查验',
      changes: [{ label: '得分', before: '88.5', after: '90' }],
    });
    expect((await save(2025, 2, null)).body.years).toEqual([]);
    expect((await save(2025, 0, { score: '70' })).body.years).toMatchObject([{ version: 4 }]);
  });
});

describe('who sees', () => {
  it('nothing of a closed register without its permission, and every look is written to the trail', async () => {
    const { body: row } = await add({ topic: '学习', day: '2026-01-01' }, 'party', 'quiet');
    expect(row.title).toBe('学习');
    for (const path of ['/registers/lists/quiet', '/registers/lists/quiet/rows', `/registers/rows/${row.id}`])
      expect((await app.as('city').get(path)).status, path).toBe(404);
    const seen = async (as: Who) => (await app.as(as).get<{ rows: RegisterSummary[] }>('/registers/lists')).body.rows.map(({ id }) => id);
    expect(await seen('city')).toEqual(['sheds']);
    expect(await seen('party')).toEqual(['sheds', 'quiet']);
    expect((await get(row.id, 'party')).status).toBe(200);
    const careless = await app.run(actors.city, ({ db }) => sql`select 1 from registers.row where register = 'quiet'`.execute(db));
    expect(careless.rows).toEqual([]);
    const { rows } = await app.database.withSystem(ROOT, (db) =>
      sql<{ sentence: string }>`select sentence from platform.trail order by seq desc limit 1`.execute(db),
    );
    expect(rows[0]?.sentence).toBe('查看内部记录“学习”');
  });

  it('telephones masked, until a reason is given that the trail keeps', async () => {
    const contact = { name: '陈园丁', phone: '13800138000' };
    const { body: row } = await add(shed('电话花房', { contact }));
    expect(row.answers.contact).toEqual({ name: '陈园丁', phone: '138****8000' });
    expect(row.personal).toEqual(['contact']);
    const again = await edit(row.id, 1, { contact: { name: '陈园丁', phone: '13800139000' } });
    expect(JSON.stringify(again.body)).not.toContain('13800139000');
    expect(again.body.history[0]?.changes).toHaveLength(1);
    const revealed = await app.as('city').post<{ answers: object }>(`/registers/rows/${row.id}/reveal`, { reason: '通知开会' });
    expect(revealed.body.answers).toEqual({ contact: { name: '陈园丁', phone: '13800139000' } });
    expect((await app.as('reader').post(`/registers/rows/${row.id}/reveal`, { reason: '好奇' })).status).toBe(403);
  });

  it('the public sees rows in force and public fields alone', async () => {
    const { body } = await app.anonymous.get<PublicRegister>('/registers/public/sheds');
    expect(body.columns.map(({ label }) => label)).toEqual(['花房名称', '级别', '管护单位', '启用日期', '停用日期']);
    const names = body.rows.map(({ cells }) => cells[0]);
    expect(names).toContain('电话花房');
    expect(names).not.toContain('短花房');
    expect(JSON.stringify(body)).not.toContain('138');
    expect((await app.anonymous.get('/registers/public/sheds?area=1..')).status).toBe(400);
    expect((await app.anonymous.get('/registers/public/quiet')).status).toBe(404);
    expect((await app.anonymous.get<{ rows: { id: string }[] }>('/registers/public')).body.rows.map(({ id }) => id)).toEqual(['sheds']);
    expect((await app.anonymous.get('/registers/public/sheds/export')).bytes.subarray(0, 2).toString()).toBe('PK');
    expect((await app.anonymous.get('/registers/lists/sheds/rows')).status).toBe(401);
  });
});

it('serves each filter by an index', async () => {
  await app.database.withSystem(ROOT, async (db) => {
    await sql`set local enable_seqscan = off`.execute(db);
    const plan = async (condition: string) => {
      const { rows } = await sql
        .raw<{ 'QUERY PLAN': string }>(
          `explain select row_id from registers.mark m where m.root = '990100' and m.register = 'sheds' and m.field = 'x' and ${condition}`,
        )
        .execute(db);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    expect(await plan(`m.text = any('{a,b}')`)).toContain('mark_by_text');
    expect(await plan('m.number between 1 and 2')).toContain('mark_by_number');
    expect(await plan(`m.day >= '2026-01-01'`)).toContain('mark_by_day');
  });
});
