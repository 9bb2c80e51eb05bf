// A panel from the lot to the aggregate on a real database: who may draw, who may see which sheet, and what is refused.
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import type { CaseDetail } from '#modules/casework/wire.ts';
import { good } from '#testing/specimen/garden-show.ts';
import { comment, drawer, expertActor, notifier, openShow, organiser, seatedNumbers } from '#testing/specimen/judged-show.ts';
import type { MySheet, PanelDetail } from './wire.ts';

const { app, close, caseId, applicant, body, post, sheetsOf, fillIn } = await openShow();
afterAll(close);

describe('a panel', () => {
  let panel: PanelDetail;
  let members: number[];

  it('keeps out, with reason and day, who is or was of the applicant’s unit up to the very day', async () => {
    const preview = await post<{ recused: { name: string; says: string }[]; size: number; needsFinance: boolean; admitted: number }>(
      drawer,
      '/review/draw-preview',
      body(),
    );
    expect(preview.body).toMatchObject({ size: 5, needsFinance: true, admitted: 17 });
    expect(preview.body.recused).toEqual([
      expect.objectContaining({ name: '专家17', says: '曾任职：花圃甲有限公司（2023-03-05）' }),
      expect.objectContaining({ name: '专家19', says: '现任职于申报单位花圃甲有限公司' }),
    ]);
  });

  it('is drawn no earlier than the rule says and never smaller than the stage asks', async () => {
    expect((await post(drawer, '/review/panels', body({ reviewDay: '2025-03-20' }))).body.error?.code).toBe('DRAW_TOO_EARLY');
    expect((await post(drawer, '/review/panels', body({ size: 3 }))).body.error?.message).toContain('不少于 5 人');
    expect((await post(drawer, '/review/panels', body({ size: 6 }))).body.error?.message).toContain('单数');
    const drawn = await post(drawer, '/review/panels', body());
    expect(drawn.status, drawn.text).toBe(200);
    panel = drawn.body;
    members = seatedNumbers(panel);
    expect(members).toHaveLength(5);
    expect(panel).toMatchObject({ status: 'drawn', redrawn: true, vacancies: [] });
    expect(panel.seats.filter(({ status }) => status === 'reserve')).toHaveLength(5);
    expect(panel.seats.some(({ status, isFinance }) => status === 'seated' && isFinance)).toBe(true);
  });

  it('is drawn once for a case, and notified by another hand', async () => {
    expect((await post(drawer, '/review/panels', body())).status).toBe(409);
    expect((await post(drawer, `/review/panels/${panel.id}/open`, { version: 1 })).body.error?.code).toBe('SAME_HANDS');
    const opened = await post(notifier, `/review/panels/${panel.id}/open`, { version: 1 });
    expect(opened.status, opened.text).toBe(200);
    panel = opened.body;
    expect(panel).toMatchObject({ status: 'open', sheets: 5, submitted: 0 });
    const detail = await app.as(organiser).get<CaseDetail>(`/casework/cases/${caseId}`);
    expect(detail.body.waitsFor).toBe('等待专家评分和评审汇总');
    expect(detail.body.moves.map(({ verb }) => verb)).not.toContain('conclude');
  });

  it('cannot be concluded by the form of the case, by nobody’s typing', async () => {
    const { version } = (await app.as(organiser).get<CaseDetail>(`/casework/cases/${caseId}`)).body;
    const typed = {
      version,
      verb: 'conclude',
      data: { panel: 'x', score: '99', votes: 5, validSheets: 5, openSheets: 0, recommended: true, sheets: [] },
    };
    const answer = await post(organiser, `/casework/cases/${caseId}/moves`, typed);
    expect(answer.body.error?.code).toBe('GATHERED_ELSEWHERE');
  });

  it('lets an expert see own sheets alone, and no case, nor the pool', async () => {
    const [one = 0, two = 0] = members;
    const [own] = await sheetsOf(one);
    const [foreign] = await sheetsOf(two);
    expect(await sheetsOf(one)).toHaveLength(1);
    expect((await app.as(expertActor(one)).get(`/review/my-sheets/${foreign?.id}`)).status).toBe(404);
    const careless = await app.database.withActor(expertActor(one), {}, async (db) => {
      const count = async (table: string) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db);
        return rows[0]?.n;
      };
      const changed = await sql`update review.sheet set comment = '改' where id = ${foreign?.id}::uuid`.execute(db);
      return {
        sheets: await count('review.sheet'),
        cases: await count('casework.cases'),
        experts: await count('review.expert'),
        ties: await count('review.tie'),
        seats: await count('review.seat'),
        panels: await count('review.panel'),
        changed: Number(changed.numAffectedRows),
      };
    });
    expect(careless).toEqual({ sheets: 1, cases: 0, experts: 1, ties: 0, seats: 0, panels: 0, changed: 0 });
    expect(own?.id).not.toBe(foreign?.id);
    expect((await app.anonymous.get('/review/my-sheets')).status).toBe(401);
    expect((await app.as(applicant).get('/review/my-sheets')).status).toBe(403);
  });

  it('shows the application only after a declaration, and takes a sheet once', async () => {
    const [one = 0] = members;
    const who = app.as(expertActor(one));
    const [head] = await sheetsOf(one);
    const closed = await who.get<MySheet>(`/review/my-sheets/${head?.id}`);
    expect(closed.body.pages).toBeNull();
    expect((await who.put(`/review/my-sheets/${head?.id}`, { version: 1, points: good })).status).toBe(409);
    const declared = await who.post<MySheet>(`/review/my-sheets/${head?.id}/declare`, { version: 1, hasNoConflict: true });
    expect(JSON.stringify(declared.body.pages)).toContain('月季园');
    const wrong = await who.put(`/review/my-sheets/${head?.id}`, { version: 2, points: { innovation: '30.5' } });
    expect(wrong.text).toContain('创新性：不能超过 30 分');
    const early = await who.post(`/review/my-sheets/${head?.id}/submit`, { version: 2 });
    expect(early.text).toContain('评审意见不少于 50 字');
    await who.put(`/review/my-sheets/${head?.id}`, { version: 2, points: good, comment, recommend: true });
    const both = await Promise.all([1, 2].map(() => who.post(`/review/my-sheets/${head?.id}/submit`, { version: 3 })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const after = await who.put<{ error: { code: string } }>(`/review/my-sheets/${head?.id}`, { version: 4, comment: '改' });
    expect(after.body.error.code).toBe('SHEET_LOCKED');
  });

  it('falls below five when an expert leaves, says so, and is whole again by the reserve', async () => {
    const leaving = members[1] ?? 0;
    const [head] = await sheetsOf(leaving);
    await post(expertActor(leaving), `/review/my-sheets/${head?.id}/withdraw`, { version: 1, reason: '与申请人有合作关系' });
    const small = (await app.as(organiser).get<PanelDetail>(`/review/panels/${panel.id}`)).body;
    const seat = small.seats.find(({ wantsOut }) => wantsOut !== null);
    expect(seat?.wantsOut).toBe('与申请人有合作关系');
    expect(small.judged[0]?.outcome).toMatchObject({ isValid: false, score: null });
    const replaced = await post(organiser, `/review/panels/${panel.id}/replace`, {
      version: small.version,
      seat: seat?.id,
      reason: '与申请人有合作关系',
      isConflict: true,
      isHidden: true,
    });
    expect(replaced.status, replaced.text).toBe(200);
    panel = replaced.body;
    members = seatedNumbers(panel);
    expect(members).not.toContain(leaving);
    expect(members).toHaveLength(5);
    const pooled = await app.as(organiser).get<{ rows: { name: string; credit: number }[] }>(`/review/experts?q=专家${leaving}`);
    expect(pooled.body.rows.find(({ name }) => name === `专家${leaving}`)?.credit).toBe(80);
  });

  it('is concluded only when every sheet is in and a far-off score is explained', async () => {
    const open = await post(organiser, `/review/panels/${panel.id}/conclude`, { version: panel.version });
    expect(open.body.error?.message).toContain('还有 4 份评分表没有提交');
    const waiting: number[] = [];
    for (const n of members) if ((await sheetsOf(n))[0]?.status === 'open') waiting.push(n);
    const low = waiting.pop() ?? 0;
    for (const n of waiting) await fillIn(n, good);
    const far = await fillIn(low, { ...good, innovation: '8' }, false);
    const silent = await post(organiser, `/review/panels/${panel.id}/conclude`, { version: panel.version });
    expect(silent.body.error?.message).toContain('专家尚未说明');
    await post(organiser, `/review/sheets/${far.id}/ask`, { why: '创新性得分明显偏低' });
    const justified = await post(expertActor(low), `/review/my-sheets/${far.id}/justify`, { justification: '花型为已有品种，创新不足。' });
    expect(justified.status, justified.text).toBe(200);
    expect((await post(notifier, `/review/panels/${panel.id}/conclude`, { version: panel.version })).body.error?.code).toBe('SAME_HANDS');
    const done = await post(organiser, `/review/panels/${panel.id}/conclude`, { version: panel.version });
    expect(done.status, done.text).toBe(200);
    expect(done.body.judged[0]?.outcome).toMatchObject({ score: '88.50', votes: 4, recommended: true, rank: 1 });
    const detail = await app.as(organiser).get<CaseDetail>(`/casework/cases/${caseId}`);
    expect(detail.body.stage).toBe('decide');
    expect(detail.body.events.at(-1)?.label).toBe('评审汇总');
  });
});
