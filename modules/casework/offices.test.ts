// What offices see and may set: no drafts of others, work lists by what is due, the limits of a call, and batches made whole or not at all.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gardens, gardenAnswers, makeGardens, type Refused } from '#testing/specimen/gardens.ts';
import type { CallView, CaseDetail, CaseSummary } from './wire.ts';

let gardens: Gardens;
let first: string;
let second: string;

beforeAll(async () => {
  gardens = await makeGardens();
  first = await gardens.draftOf('firm');
  second = await gardens.draftOf('other');
});
afterAll(() => gardens.app.close());

const asCity = () => gardens.app.as(gardens.actors.city);
const list = async (query: string) => (await asCity().get<{ rows: CaseSummary[]; total: number }>(`/casework/cases?${query}`)).body;
const counts = async () => (await asCity().get<Record<string, number>>('/casework/case-counts')).body;

describe('a draft', () => {
  it('does not exist for staff: neither in lists, nor by its address, nor for a move', async () => {
    expect((await asCity().get(`/casework/cases/${first}`)).status).toBe(404);
    expect((await list('status=draft')).total).toBe(0);
    expect((await list('status=draft,open')).total).toBe(0);
    const move = await asCity().post<Refused>(`/casework/cases/${first}/moves`, { version: 1, verb: 'approve', data: {} });
    expect(move.status).toBe(404);
    expect((await gardens.read(first, 'firm')).status).toBe('draft');
  });
});

describe('the limits of a call', () => {
  const input = (parameters: Record<string, string>) => ({
    programme: 'specimen',
    dossier: 'application',
    year: 2025,
    name: '2025年示范花圃申报',
    opensAt: '2025-03-01T00:00:00+08:00',
    closesAt: '2025-04-01T00:00:00+08:00',
    parameters,
  });
  const change = async (parameters: Record<string, string>) => {
    const { body } = await asCity().get<CallView>(`/casework/calls/${gardens.call.id}`);
    return asCity().put<CallView & Refused>(`/casework/calls/${gardens.call.id}`, { version: body.version, call: input(parameters) });
  };

  it('are refused when its conditions do not know them or they are no such numbers', async () => {
    expect((await change({ gardenerShare: '1.5' })).body.error?.message).toContain('园丁占比下限');
    expect((await change({ gardenerShare: '两成' })).body.error?.details[0]).toMatchObject({ where: 'parameters.gardenerShare' });
    const unknown = await change({ passMark: '60' });
    expect(unknown).toMatchObject({ status: 422, body: { error: { code: 'CALL_PARAMETERS' } } });
    expect(unknown.body.error?.message).toContain('“passMark”');
  });

  it('hold in the self-check and on the page of the case', async () => {
    expect((await change({ gardenerShare: '0.25' })).status).toBe(200);
    const check = await gardens.app.anonymous.post<Pick<CaseDetail, 'findings'>>('/casework/self-check', {
      programme: 'specimen',
      dossier: 'application',
      answers: gardenAnswers,
      call: gardens.call.id,
    });
    expect(check.body.findings[0]).toMatchObject({ status: 'unmet', required: '不低于25%', says: '园丁占职工总数不低于25%' });
    await gardens.submit('firm', first);
    await gardens.submit('other', second);
    expect((await asCity().get<CallView>(`/casework/calls/${gardens.call.id}`)).body.cases).toBe(2);
    expect((await gardens.read(first, 'county')).findings[0]).toMatchObject({ status: 'unmet', required: '不低于25%' });
  });
});

describe('work lists', () => {
  it('count as due soon only what is not yet overdue', async () => {
    const county = gardens.app.as(gardens.actors.county);
    const at = async (day: string) => {
      gardens.app.clock.at(`${day}T09:00:00+08:00`);
      const { body } = await county.get<Record<string, number>>('/casework/case-counts');
      return { soon: body.soon, overdue: body.overdue };
    };
    // Sent on 3 March with five working days: due on 10 March.
    expect(await at('2025-03-05')).toEqual({ soon: 0, overdue: 0 });
    expect(await at('2025-03-10')).toEqual({ soon: 2, overdue: 0 });
    expect(await at('2025-03-11')).toEqual({ soon: 0, overdue: 2 });
    expect((await counts()).overdue).toBe(2);
    expect((await list('dueFrom=2025-03-11&dueBy=2025-03-13')).total).toBe(0);
    expect((await list('dueFrom=2025-03-10&dueBy=2025-03-13')).total).toBe(2);
  });
});

describe('a batch', () => {
  const batch = async (verb: string, cases: readonly { id: string; version: number }[]) =>
    gardens.app.as(gardens.actors.county).post<Refused & { moved?: number }>('/casework/moves', { cases, verb, data: {} });

  it('names every case that has moved on since it was ticked', async () => {
    const { rows } = await list('status=open');
    const { error } = (
      await batch(
        'pass',
        rows.map(({ id, version }) => ({ id, version: version - 1 })),
      )
    ).body;
    expect(error).toMatchObject({ code: 'STALE' });
    expect(error?.message).toContain('所选 2 件中有 2 件刚被他人办理');
    expect(error?.details.map(({ where }) => where).sort()).toEqual(rows.map(({ number }) => number).sort());
  });

  it('is made whole or not at all, naming each case that refuses', async () => {
    await gardens.move('county', first, 'pass');
    const { rows } = await list('status=open');
    const { error } = (
      await batch(
        'pass',
        rows.map(({ id, version }) => ({ id, version })),
      )
    ).body;
    expect(error).toMatchObject({ code: 'SOME_REFUSED' });
    expect(error?.details.map(({ where }) => where)).toEqual([(await gardens.read(first)).number]);
    expect((await gardens.read(second)).stage).toBe('check');
  });
});
