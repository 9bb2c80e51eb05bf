// Yearly assessment on a real database: only holders report, points are corrected with reasons, classes keep to share and budget, titles follow.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { byOf, createParty } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { makeActor, partyActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import type { Refused } from '#testing/specimen/gardens.ts';
import { greenhouses } from '#testing/specimen/greenhouses.ts';
import { caseworkActions } from './actions/index.ts';
import type { CaseObligations, CaseworkSetting } from './setting.ts';
import type { CallView, CaseDetail } from './wire.ts';

const owed: CaseObligations[] = [];
const setting: CaseworkSetting = {
  catalogue: catalogueOf([greenhouses]),
  calendar: { isWorkday: () => true },
  regionName: (code) => code,
  recordObligations: async (_db, _by, of) => void owed.push(...of),
};
const own = ['casework/case:read', 'casework/case:act', 'casework/case:apply'];
const office = ['casework/case:read', 'casework/case:act', 'casework/call:manage'];
const codes = ['91360100MA0A1B2C2P', '91340300MA0A1B2C2R', '91110000600037341L'];

let app: TestApp;
let city: ReturnType<typeof makeActor>;
let holders: ReturnType<typeof partyActor>[];

async function openCall(dossier: string, year: number, budget: string | null): Promise<string> {
  const draft = await app.as(city).post<CallView>('/casework/calls', {
    programme: 'greenhouses',
    dossier,
    year,
    name: `${year}年${dossier}`,
    opensAt: `${year}-01-01T00:00:00+08:00`,
    closesAt: `${year}-12-31T00:00:00+08:00`,
    budget,
  });
  await app.as(city).post(`/casework/calls/${draft.body.id}/publish`, { version: draft.body.version });
  return draft.body.id;
}

const read = async (id: string) => (await app.as(city).get<CaseDetail>(`/casework/cases/${id}`)).body;
const move = async (id: string, verb: string, data: Record<string, unknown> = {}) =>
  app.as(city).post<CaseDetail & Refused>(`/casework/cases/${id}/moves`, { version: (await read(id)).version, verb, data });
const draft = (who: number, call: string) => app.as(holders[who] ?? city).post<{ id: string } & Refused>(`/casework/calls/${call}/drafts`);

async function apply(who: number, call: string, answers: Record<string, unknown>): Promise<string> {
  const actor = holders[who] ?? city;
  const { id } = (await draft(who, call)).body;
  await app.as(actor).put(`/casework/cases/${id}/draft`, { version: 0, answers });
  const { version } = (await app.as(actor).get<CaseDetail>(`/casework/cases/${id}`)).body;
  expect((await app.as(actor).post(`/casework/cases/${id}/submit`, { version })).status).toBe(200);
  return id;
}

const titles = () =>
  app.database.withSystem(ROOT, async (db) => {
    const { rows } = await sql<{ number: string; level: string; status: string }>`
      select number, level, status from registry.title where kind = 'greenhouse' order by number`.execute(db);
    return rows;
  });

beforeAll(async () => {
  const database = await makeDatabase();
  const by = byOf({ actor: systemActor(ROOT), now: new Date('2025-03-01T00:00:00Z'), today: '2025-03-01' });
  const unknown = { legalPerson: null, address: null, registeredCapital: null, foundedOn: null, industry: null, field: null };
  const ids = await database.withSystem(ROOT, async (db) => {
    const made: string[] = [];
    for (const [i, uscc] of codes.entries()) {
      const facts = { kind: 'enterprise' as const, name: `温室${i}有限公司`, region: '990104', uscc, status: 'active' as const };
      made.push(await createParty(db, by, { ...facts, ...unknown, scale: null, aboveScale: null }));
    }
    return made;
  });
  holders = ids.map((id, i) => partyActor(`温室${i}`, id, own));
  city = makeActor('市科技', { officeKind: 'city-office', permissions: office });
  app = await makeApp({
    database,
    actions: caseworkActions(setting),
    actors: { city, ...Object.fromEntries(holders.map((holder, i) => [`holder${i}`, holder])) },
  });
  app.clock.at('2025-03-03T09:00:00+08:00');
});
afterAll(() => app.close());

describe('an assessment', () => {
  let call: string;
  let cases: string[];

  it('is only for holders, whose title was numbered by the bureau at the level applied for', async () => {
    call = await openCall('yearly', 2025, '4000');
    expect((await draft(0, call)).body.error).toMatchObject({ code: 'NOT_HOLDER' });
    const naming = await openCall('naming', 2025, null);
    for (const who of [0, 1, 2]) {
      const id = await apply(who, naming, { level: who === 0 ? 'PROVINCIAL' : 'MUNICIPAL' });
      expect((await move(id, 'approve')).body).toMatchObject({ status: 'granted' });
    }
    expect((await titles()).map(({ level }) => level)).toEqual(['PROVINCIAL', 'MUNICIPAL', 'MUNICIPAL']);
    expect((await titles())[0]?.number).toBe('温室2025990104000001');
    cases = [];
    for (const who of [0, 1, 2]) cases.push(await apply(who, call, { light: '90', water: '80' }));
  });

  it('takes the applicant’s own points where the office gives none, and asks why where it gives others', async () => {
    const [first = '', second = ''] = cases;
    expect((await move(first, 'classify', { class: 'WILTING' })).body.error?.message).toContain('尚未核定得分');
    expect((await move(first, 'score')).status).toBe(200);
    expect((await move(second, 'score', { light: '60' })).body.error?.message).toContain('“采光”与自评得分不一致');
    expect((await move(second, 'score', { light: '60', reason: '遮阳网未拆' })).status).toBe(200);
    expect((await move(second, 'classify', { class: 'BLOOMING' })).body.error?.message).toContain('核定得分70分，低于“盛开”的最低分80分');
  });

  it('gives the best class to no more than its share, and promises no more than the budget', async () => {
    const [first = '', second = '', third = ''] = cases;
    expect((await move(first, 'classify', { class: 'BLOOMING' })).body).toMatchObject({ status: 'granted' });
    expect(owed.map(({ obligations }) => obligations)).toMatchObject([[{ kind: 'promise', amount: '3000', purpose: '温室补助（盛开）' }]]);
    await move(third, 'score');
    // Half of three is one.
    expect((await move(third, 'classify', { class: 'BLOOMING' })).body.error).toMatchObject({ code: 'CLASS_FULL' });
    expect((await move(third, 'classify', { class: 'DEAD' })).body).toMatchObject({ status: 'refused' });
    expect((await move(second, 'classify', { class: 'WILTING' })).body).toMatchObject({ status: 'granted' });
    expect((await titles()).map(({ status }) => status)).toEqual(['valid', 'valid', 'revoked']);
  });

  it('names the holders who hand nothing in, and those who did so before', async () => {
    const permissions = [...office, 'casework/spot-check:read'];
    const reader = makeActor('市科技', { officeKind: 'city-office', permissions });
    const silent = async (id: string) =>
      (await app.as(reader).get<{ holders: number; rows: { isSecondTime: boolean }[] }>(`/casework/calls/${id}/silent-holders`)).body;
    const quiet = await openCall('yearly', 2027, null);
    expect(await silent(call)).toMatchObject({ holders: 2, rows: [] });
    expect(await silent(quiet)).toMatchObject({ holders: 2, rows: [{ isSecondTime: false }, { isSecondTime: false }] });
    expect((await silent(await openCall('yearly', 2028, null))).rows.map(({ isSecondTime }) => isSecondTime)).toEqual([true, true]);
  });

  it('ends a title that has to be put right twice in a row', async () => {
    app.clock.at('2026-03-03T09:00:00+08:00');
    const next = await openCall('yearly', 2026, '2000');
    expect((await draft(2, next)).body.error).toMatchObject({ code: 'NOT_HOLDER' });
    const ids = [await apply(0, next, { light: '90', water: '80' }), await apply(1, next, { light: '50', water: '50' })];
    for (const id of ids) await move(id, 'score');
    expect((await move(ids[0] ?? '', 'classify', { class: 'BLOOMING' })).body.error).toMatchObject({ code: 'OVER_CALL_BUDGET' });
    expect((await move(ids[1] ?? '', 'classify', { class: 'WILTING' })).body).toMatchObject({ status: 'refused' });
    expect((await titles()).map(({ status }) => status)).toEqual(['valid', 'revoked', 'revoked']);
  });
});
