// A case from draft to title through HTTP on a real database: who may do what, what is refused, and what is counted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantTitles } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { workbookBytes } from '#platform/sheets/sheets.ts';
import { ROOT } from '#testing/actors.ts';
import { gardenAnswers as answers, type Gardens, makeGardens, REGION } from '#testing/specimen/gardens.ts';
import { specimen } from '#testing/specimen/programme.ts';
import type { CaseSummary } from './wire.ts';

let gardens: Gardens;
let app: Gardens['app'];
let call: Gardens['call'];
let actors: Gardens['actors'];
let read: Gardens['read'];
let move: Gardens['move'];
let draftOf: Gardens['draftOf'];
let submit: Gardens['submit'];

beforeAll(async () => {
  gardens = await makeGardens();
  ({ app, call, actors, read, move, draftOf, submit } = gardens);
});
afterAll(() => app.close());

describe('a case', () => {
  let id: string;

  it('is drafted by its applicant, saved without being complete, and sent only when complete', async () => {
    id = await draftOf('firm', { gardeners: 20 });
    const early = await submit('firm', id);
    expect(early.status).toBe(422);
    expect(JSON.stringify(early.body)).toContain('请填写职工总数');
    const saved = await app.as(actors.firm).put(`/casework/cases/${id}/draft`, { version: 1, answers });
    expect(saved.body).toMatchObject({ version: 2, problems: [] });
    const stale = await app.as(actors.firm).put(`/casework/cases/${id}/draft`, { version: 1, answers: {} });
    expect(stale).toMatchObject({ status: 409, body: { error: { code: 'STALE' } } });
    const sent = await submit('firm', id);
    expect(sent.body.number).toBe(`2025${REGION}000001`);
    expect(await read(id)).toMatchObject({ status: 'open', stage: 'check', waitsFor: '等待县区科技局审查', draft: null, answers });
  });

  it('is not seen by another firm nor by another county', async () => {
    expect((await app.as(actors.other).get(`/casework/cases/${id}`)).status).toBe(404);
    expect((await app.as(actors.elsewhere).get(`/casework/cases/${id}`)).status).toBe(404);
    expect((await app.as(actors.elsewhere).get<{ total: number }>('/casework/cases')).body.total).toBe(0);
    expect((await app.as(actors.county).get<{ total: number }>('/casework/cases?waiting=mine')).body.total).toBe(1);
  });

  it('can be alive only once for a firm in a call', async () => {
    const again = await app.as(actors.firm).post(`/casework/calls/${call.id}/drafts`);
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'ALREADY_APPLYING' } } });
  });

  it('is sent back with all reasons, mended, and compared', async () => {
    expect((await move('tax', id, 'pass')).body.error).toMatchObject({
      code: 'MOVE_NOT_ALLOWED',
      message: '不能审查通过：由县区科技局办理。',
    });
    expect((await move('county', id, 'return', { reasons: '园丁人数与社保不符' })).body.error?.details[0]?.message).toContain('补正期限');
    expect((await move('county', id, 'return', { reasons: '园丁人数与社保不符', workdays: 5 })).status).toBe(200);
    const notices = await app.as(actors.firm).get<{ rows: { title: string; body: string }[]; unread: number }>('/correspondence/messages');
    expect(notices.body.rows[0]).toMatchObject({ title: '请补正花圃申报材料' });
    await app.as(actors.firm).put(`/casework/cases/${id}/draft`, { version: 0, answers: { ...answers, gardeners: 18 } });
    expect((await submit('firm', id)).status).toBe(200);
    expect((await read(id)).changes).toEqual([{ label: '园丁人数', before: '20人', after: '18人' }]);
  });

  it('refuses the second of two officers who decide at once', async () => {
    const { version } = await read(id);
    const both = await Promise.all(
      [1, 2].map(() => app.as(actors.county).post(`/casework/cases/${id}/moves`, { version, verb: 'pass', data: {} })),
    );
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('collects both opinions, is decided, published and recommended', async () => {
    await move('tax', id, 'opine', { verdict: 'agree' });
    expect((await move('tax', id, 'opine', { verdict: 'agree' })).body.error?.message).toContain('本单位已出具意见');
    await move('county', id, 'opine', { verdict: 'agree' });
    await move('city', id, 'approve');
    expect((await move('city', id, 'close')).body.error?.message).toContain('尚未届满');
    app.clock.at('2025-03-12T09:00:00+08:00');
    await move('city', id, 'close');
    expect((await move('city', id, 'recommend', { list: '2025年第一批' })).body.waitsFor).toContain('等待省花卉协会公布结果');
  });

  it('ends by the result list: a dry run first, faults by cell, then title, entries and notice at once', async () => {
    const second = await draftOf('other');
    const list = (rows: Record<string, string>[]) =>
      workbookBytes([
        {
          name: '名单',
          columns: ['企业名称', '认定结果', '证书编号', '发证日期', '未通过原因'].map((header) => ({
            key: header,
            header,
            kind: 'text' as const,
          })),
          rows,
        },
      ]);
    const good = { 企业名称: '花圃甲有限公司', 认定结果: '通过', 证书编号: 'HP202501', 发证日期: '2025-03-12' };
    const fields = { programme: 'specimen', dossier: 'application' };
    const faulty = await app
      .as(actors.city)
      .upload<{ faults: { address: string; message: string }[]; granted: number; sha256: string }>('/casework/result-lists/check', {
        fileName: '名单.xlsx',
        fields,
        content: await list([good, { 企业名称: '花圃乙有限公司', 认定结果: '也许' }]),
      });
    expect(faulty.body.granted).toBe(1);
    expect(faulty.body.faults.map((fault) => fault.address)).toEqual(['A3', 'B3']);
    const refused = await app
      .as(actors.city)
      .post('/casework/result-lists', { ...fields, sha256: faulty.body.sha256, name: '第一批', fileName: '名单.xlsx', skipFaulty: false });
    expect(refused).toMatchObject({ status: 422, body: { error: { code: 'LIST_FAULTY' } } });
    const marked = await app
      .as(actors.city)
      .get(`/casework/result-lists/marked?programme=specimen&dossier=application&sha256=${faulty.body.sha256}`);
    expect(marked.bytes.subarray(0, 2).toString()).toBe('PK');
    const done = await app
      .as(actors.city)
      .post('/casework/result-lists', { ...fields, sha256: faulty.body.sha256, name: '第一批', fileName: '名单.xlsx', skipFaulty: true });
    expect(done.body).toEqual({
      granted: 1,
      refused: 0,
      skipped: 1,
      says: '已导入：通过 1 件，证书已登记；未通过 0 件，原因已记录。1 行有问题未导入，请改正后再次导入。',
    });
    expect(await read(id)).toMatchObject({ status: 'granted', waitsFor: '已办结：已通过' });
    const sums = await app.database.withSystem(ROOT, async (db) => {
      const { sql } = await import('kysely');
      const { rows } = await sql<{
        measure: string;
        total: string;
      }>`select measure, sum(value)::text as total from figures.entry where day <= '2025-12-31' group by measure order by measure`.execute(
        db,
      );
      return Object.fromEntries(rows.map((row) => [row.measure, row.total]));
    });
    expect(sums).toEqual({ 'specimen.applications': '1', 'specimen.gardens': '1', 'specimen.granted': '1', 'specimen.income': '1200000' });
    expect(await read(second, 'other')).toMatchObject({ status: 'draft' });
  });

  it('cannot be sent after the close of its call, by the server’s clock; the draft stays', async () => {
    app.clock.at('2025-04-01T00:00:00+08:00');
    const rows = (await app.as(actors.other).get<{ rows: CaseSummary[] }>('/casework/cases?status=draft')).body.rows;
    const draft = rows[0]?.id ?? '';
    const late = await submit('other', draft);
    expect(late).toMatchObject({ status: 422, body: { error: { code: 'CALL_CLOSED' } } });
    expect((await read(draft, 'other')).draft?.answers).toEqual(answers);
  });
});

describe('the register', () => {
  it('refuses a second title of the same kind in the same time', async () => {
    const title = specimen.titles?.[0];
    if (title === undefined) throw new Error('the specimen grants a title');
    const grant = {
      party: actors.firm.party ?? '',
      region: REGION,
      title,
      number: 'HP202502',
      from: '2025-06-01',
      until: '2028-05-31',
      measures: [],
      sourceKind: 'case',
      sourceId: 'x',
    };
    await expect(
      app.database.withSystem(ROOT, (db) => grantTitles(db, { root: ROOT, account: systemActor(ROOT).accountId }, [grant])),
    ).rejects.toThrow();
  });
});
