// Work reports on a real database: written from the ledger, worked on side by side, signed once, the same for ever, and within each office's bounds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { ledgerOf, loadEntries } from '#modules/figures/contract.ts';
import { publicActor, systemActor } from '#platform/actor.ts';
import { stopPaper } from '#platform/paper/pdf.ts';
import { countyActor, makeActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { specimen } from '#testing/specimen/programme.ts';
import { reportsActions } from './actions/index.ts';
import { listReleased, releasedReport } from './contract.ts';
import { documentText } from './documents/document-text.ts';
import type { Composed } from './model/writer/shapes.ts';
import type { Comparison, History, Insertables, OpenWork, Proof, SignPreview, WorkDone, WorkView } from './model/writer/work-shapes.ts';

const [A, B] = ['990104', '990105'];
const catalogue = catalogueOf([specimen]);
const ledger = ledgerOf({
  catalogue,
  regionName: (code) => ({ [ROOT]: '澜江市', [A]: '澜东区', [B]: '澜西区' })[code] ?? code,
  countiesOf: () => [A, B],
});
const write = ['reports/report:read', 'reports/report:write'];
const actors = {
  planner: makeActor('规划处', { permissions: write }),
  clerk: makeActor('办公室', { permissions: write }),
  leader: makeActor('局长', { permissions: ['reports/report:read', 'reports/report:sign'] }),
  county: countyActor('县科技', A, write),
};
let app: TestApp;
const as = (who: keyof typeof actors) => app.as(actors[who]);
const refusal = (body: unknown) =>
  (body as { error: { code: string; message: string; details: { where: string; message: string }[] } }).error;
const open = async (id: string, who: keyof typeof actors = 'planner') => (await as(who).get<OpenWork>(`/reports/own/${id}`)).body;
const lines = ({ blocks }: Composed) => blocks.map((block) => block.runs.map((run) => run.text).join(''));

/** What happened on a day and became known a day later. */
const post = (entries: readonly (readonly [region: string, day: string, value: string, posted: string])[]) =>
  app.database.withSystem(ROOT, (db) =>
    loadEntries(
      db,
      { root: ROOT, account: systemActor(ROOT).accountId },
      entries.map(([region, day, value, posted]) => ({
        measure: 'specimen.gardens',
        region,
        day,
        value,
        sourceKind: 'case',
        sourceId: region + day,
        postedAt: new Date(`${posted}T09:00:00+08:00`),
      })),
    ),
  );

beforeAll(async () => {
  app = await makeApp({ actions: reportsActions({ catalogue, ledger }), actors });
  app.clock.at('2027-01-08T09:00:00+08:00');
  await post([
    [A, '2023-06-01', '10', '2023-06-02'],
    [B, '2024-06-01', '5', '2024-06-02'],
    [A, '2025-02-01', '6', '2025-02-02'],
    [B, '2026-02-01', '9', '2026-02-02'],
  ]);
});
afterAll(async () => {
  await app.close();
  await stopPaper();
});

const begin = (year: number, kind = 'annual', region = ROOT, who: keyof typeof actors = 'planner') =>
  as(who).post<WorkDone>('/reports/own', { year, kind, region });

describe('a report of a year', () => {
  let id: string;

  it('is begun once, with what the ledger knows and nothing invented', async () => {
    const begun = await begin(2025);
    expect(begun.status, begun.text).toBe(200);
    id = begun.body.id;
    expect(refusal((await begin(2025)).body)).toMatchObject({ code: 'WORK_EXISTS', details: [{ where: id }] });
    const { composed, report } = await open(id);
    expect(report).toMatchObject({ title: '澜江市科学技术局2025年工作报告', status: 'draft', version: 1 });
    const name = [...catalogue.indicators.values()].find(({ formula }) => formula.kind === 'stock')?.name;
    expect(lines(composed).join('\n')).toContain(`截至2025年底，全市${name}达21家，比上年末净增6家，同比增长40%`);
    expect(composed.figures.every(({ source, says }) => source !== '' && says !== '')).toBe(true);
  });

  it('is refused for years ahead, years without data and places of others', async () => {
    expect(refusal((await begin(2028)).body).message).toContain('2028年还没有开始');
    expect(refusal((await begin(2001)).body).message).toContain('2001年的数据');
    expect(refusal((await begin(2025, 'county', '360102')).body).code).toBe('NO_SUCH_OFFICE');
  });

  it('takes paragraphs in versions: a second writer does not overwrite the first', async () => {
    const put = (who: 'planner' | 'clerk', body: string, seen: number) =>
      as(who).put(`/reports/own/${id}/texts/highlights-text`, { body, seen });
    const stock = [...catalogue.indicators.values()].find(({ formula }) => formula.kind === 'stock')?.name;
    expect((await put('planner', `全市{{${stock}}}在册。`, 0)).status).toBe(200);
    expect(refusal((await put('clerk', '另一段', 0)).body).code).toBe('STALE');
    expect((await put('clerk', `全市现有{{${stock}}}在册。`, 1)).status).toBe(200);
    expect((await as('planner').put(`/reports/own/${id}/texts/figures-1`, { body: 'x', seen: 0 })).status).toBe(404);
    expect(lines((await open(id)).composed)).toContain('全市现有21家在册。');
    const { rows } = (await as('planner').get<History>(`/reports/own/${id}/history`)).body;
    expect(rows[0]).toMatchObject({ by: '办公室', where: '“工作亮点”', removed: '', added: '现有' });
  });

  it('finds figures to put in, with their value', async () => {
    const { rows } = (await as('planner').get<Insertables>(`/reports/own/${id}/insertable?q=`)).body;
    expect(rows.some(({ value }) => value === '21家')).toBe(true);
  });

  it('keeps its outline under a version', async () => {
    const { outline, report } = await open(id);
    const change = (version: number) => as('planner').put(`/reports/own/${id}/outline`, { title: report.title, outline, version });
    expect((await change(1)).status).toBe(200);
    expect(refusal((await change(1)).body).code).toBe('STALE');
  });

  it('is signed only without problems, by who may, as it was looked at', async () => {
    const put = (body: string, seen: number) => as('planner').put(`/reports/own/${id}/texts/tasks`, { body, seen });
    await put('做好{{没有这个}}。', 0);
    const preview = async () => (await as('leader').get<SignPreview>(`/reports/own/${id}/signing`)).body;
    const sign = (digest: string, version = 2) => as('leader').post<WorkDone>(`/reports/own/${id}/sign`, { digest, version });
    const faulty = await preview();
    expect(faulty.problems[0]?.text).toContain('没有名为“没有这个”的指标');
    expect(refusal((await sign(faulty.digest)).body)).toMatchObject({ code: 'WORK_NOT_READY', details: [{ where: 'tasks' }] });
    expect((await as('planner').post(`/reports/own/${id}/sign`, { digest: faulty.digest, version: 2 })).status).toBe(403);
    await put('做好服务。', 1);
    expect(refusal((await sign(faulty.digest)).body).code).not.toBe('');
    await as('leader').post(`/reports/own/${id}/comments`, { item: 'tasks', body: '再写具体些' });
    const [comment] = (await open(id)).comments;
    expect((await preview()).openComments).toBe(1);
    expect((await as('clerk').post(`/reports/own/${id}/comments/${comment?.id}/settle`)).status).toBe(200);
    const good = await preview();
    expect(good).toMatchObject({ problems: [], openComments: 0 });
    expect((await sign(good.digest)).body.says).toContain('已签发');
    expect(refusal((await put('再改', 2)).body).code).toBe('WORK_SIGNED');
  });

  it('is laid open to anyone by who may sign, and taken off the public page with a reason', async () => {
    const release = (who: 'planner' | 'leader', path = '') =>
      as(who).post<WorkDone>(`/reports/own/${id}/release${path}`, path === '' ? undefined : { why: '表述有误' });
    const shown = () => app.run(publicActor(ROOT), ({ db }) => listReleased(db, ROOT));
    expect((await release('planner')).status).toBe(403);
    expect(await shown()).toEqual([]);
    expect((await release('leader')).body.says).toContain('已公开');
    const [listed] = await shown();
    expect(listed).toMatchObject({ report: id });
    const { text } = await app.run(publicActor(ROOT), ({ db }) => releasedReport(db, ROOT, id));
    expect(text.blocks.length).toBeGreaterThan(0);
    expect((await release('leader', '/withdraw')).body.says).toContain('撤下');
    expect(await shown()).toEqual([]);
  });

  it('stays as it was signed when the ledger is corrected later, and is proven from what was known on its day', async () => {
    const before = await open(id);
    app.clock.at('2027-02-01T09:00:00+08:00');
    await post([[A, '2025-03-01', '4', '2027-01-20']]);
    const after = await open(id);
    expect(after.composed).toEqual(before.composed);
    const paper = async () => (await as('planner').get(`/reports/own/${id}/word`)).bytes;
    const { text } = await documentText(await paper(), 'report.docx');
    expect(text).toContain('达21家');
    expect(text).toContain('附件：数据来源');
    const proof = (await as('planner').get<Proof>(`/reports/own/${id}/proof`)).body;
    expect(proof).toMatchObject({ isSame: true, differences: [] });
    expect(after.report.known).toBe('2027-01-07');
  });

  it('is compared with last year: what was corrected since is told', async () => {
    app.clock.at('2027-03-01T09:00:00+08:00');
    const next = (await begin(2026)).body.id;
    const { against, rows } = (await as('planner').get<Comparison>(`/reports/own/${next}/comparison`)).body;
    expect(against).toContain('2025年');
    expect(rows.find(({ past }) => past === '21家')?.says).toBe('上年报告写21家，台账后来更正为25家');
  });
});

describe('a county', () => {
  it('writes its own report and sees no other', async () => {
    const id = (await begin(2025, 'county', A, 'county')).body.id;
    const { composed, report } = await open(id, 'county');
    expect(report.title).toBe('澜东区科学技术局2025年工作报告');
    expect(lines(composed).join()).toContain('全区');
    const { rows } = (await as('county').get<{ rows: WorkView[] }>('/reports/own')).body;
    expect(rows.map(({ region }) => region)).toEqual([A]);
    expect((await begin(2025, 'county', B, 'county')).status).not.toBe(200);
  });
});

describe('straight from the ledger', () => {
  it('a half year, as known on a day, as text and on paper', async () => {
    const query = `year=2025&kind=half&region=${ROOT}`;
    const { text } = (await as('planner').get<{ text: string }>(`/reports/written-work?${query}`)).body;
    expect(text).toContain('截至2025年6月底');
    expect((await as('planner').get(`/reports/written-work?${query}&known=2099-01-01`)).status).toBe(400);
    const pdf = await as('planner').get(`/reports/written-work/paper?${query}&format=pdf`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
