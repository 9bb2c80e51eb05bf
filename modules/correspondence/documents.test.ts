// Documents on a real database: numbers without gap, words that stay, who may see them, and voiding.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentNumber } from '#kernel/calculations/document-number.ts';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import { stopPaper } from '#platform/paper/pdf.ts';
import { countyActor, idOf, makeActor, partyActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { specimen, specimenApplication } from '#testing/specimen/programme.ts';
import { correspondenceActions } from './actions/index.ts';
import { type CaseMove, issueDocuments } from './moves.ts';
import type { DocumentDetail, DocumentView } from './wire.ts';

const REGION = '990104';
const permissions = ['correspondence/document:read', 'correspondence/document:void', 'correspondence/wording:manage'];
const actors = {
  county: countyActor('县科技', REGION, permissions),
  elsewhere: countyActor('邻县', '990105', permissions),
  city: makeActor('市科技', { officeKind: 'city-office', permissions }),
  firm: partyActor('花圃甲', idOf('firm'), permissions.slice(0, 1)),
  other: partyActor('花圃乙', idOf('other'), permissions.slice(0, 1)),
};
const composing = { regionName: (code: string) => (code === ROOT ? '澜江市' : '青阳县') };
const unsealed = { seal: (plain: string) => plain, open: (stored: string) => stored };
const actions = correspondenceActions({
  calendar: { isWorkday: () => true },
  ...composing,
  seal: unsealed,
  countiesOf: () => [REGION],
  accountsAt: async () => [],
  digests: [],
});

let app: TestApp;

beforeAll(async () => {
  app = await makeApp({ database: await makeDatabase(), actions, actors });
  app.clock.at('2026-03-02T09:00:00+08:00');
});
afterAll(async () => {
  await stopPaper();
  await app.close();
  await app.database.close();
});

const clerk: CaseEvent['actor'] = { id: idOf('clerk'), name: '王科员', officeKind: 'county-office', officeName: '青阳县科学技术局' };

function moveOf(verb: string, stage: string, more: Partial<CaseMove> & { readonly data?: CaseEvent['data'] } = {}): CaseMove {
  const { data = {}, ...rest } = more;
  return {
    caseId: idOf('case'),
    caseNumber: '2026990104000001',
    party: idOf('firm'),
    partyName: '花圃甲有限公司',
    region: REGION,
    submittedOn: '2026-02-27',
    programme: specimen,
    dossier: specimenApplication,
    event: { seq: 3, verb, stage, at: '2026-03-02T01:00:00.000Z', day: '2026-03-02', actor: clerk, data },
    entered: null,
    dueOn: null,
    unmet: () => [],
    ...rest,
  };
}

const returned = moveOf('return', 'check', {
  data: { reasons: '1. 园丁名册缺页\n2. 社保证明与人数不符', workdays: 5 },
  dueOn: '2026-03-09',
});

const issue = (actor: keyof typeof actors, ...moves: CaseMove[]) =>
  app.run(actors[actor], (context) => issueDocuments(context, moves, composing));

const listed = async (as: keyof typeof actors, query = '') =>
  (await app.as(actors[as]).get<{ rows: DocumentView[]; total: number }>(`/correspondence/documents${query}`)).body;

it('numbers 32 documents that are issued at once from 1 to n, and leaves no gap where every third fails', async () => {
  const attempts = Array.from({ length: 48 }, (_, i) =>
    app.run(actors.county, async (context) => {
      await issueDocuments(context, [returned], composing);
      if (i % 3 === 2) throw new Error('the move failed afterwards');
    }),
  );
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(32);
  const { rows } = await listed('county', '?limit=200');
  const entries = rows.map(({ number }) => {
    const read = /^(.+)〔(\d{4})〕(\d+)号$/.exec(number);
    return { agencyCode: read?.[1], year: Number(read?.[2]), serial: Number(read?.[3]) };
  });
  const { register } = documentNumber.evaluate({ agencyCode: '青阳科补', year: 2026, register: entries }) as unknown as {
    register: Record<string, unknown>;
  };
  expect(register).toEqual({ nextSerial: 33, nextNumber: '青阳科补〔2026〕33号', gaps: [], duplicates: [] });
});

it('tells everything to be mended at once, with the day, and the same words in every file', async () => {
  const [first] = (await listed('firm')).rows;
  const { body } = await app.as(actors.firm).get<DocumentDetail>(`/correspondence/documents/${first?.id}`);
  const said = JSON.stringify(body.paper);
  for (const words of [
    '花圃甲有限公司',
    '于2026年2月27日提交的花圃申报',
    '1. 园丁名册缺页；',
    '2. 社保证明与人数不符。',
    '5个工作日内（2026年3月9日当日结束前）',
    '青阳县科学技术局',
  ])
    expect(said).toContain(words);
  const word = await app.as(actors.firm).get(`/correspondence/documents/${first?.id}/word`);
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK');
  expect(decodeURIComponent(String(word.headers['content-disposition']))).toContain('一次性补正告知书（花圃甲有限公司）.docx');
  const pdfs = await Promise.all([1, 2].map(() => app.as(actors.firm).get(`/correspondence/documents/${first?.id}/pdf`)));
  expect(pdfs[0]?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdfs[0]?.bytes.equals(pdfs[1]?.bytes ?? Buffer.alloc(0))).toBe(true);
});

it('shows a document to its party, its county and the city, and to nobody else; and lets nobody rewrite it', async () => {
  expect((await listed('other')).total).toBe(0);
  expect((await listed('elsewhere')).total).toBe(0);
  expect((await listed('city')).total).toBe(32);
  const rewritten = app.run(actors.city, async ({ db }) => {
    const { sql } = await import('kysely');
    await sql`update correspondence.document set paper = '{}'::jsonb`.execute(db);
  });
  await expect(rewritten).rejects.toThrow('不能修改');
});

it('keeps the number of a voided document, says that it is void, and voids it once', async () => {
  const [last] = (await listed('county')).rows;
  const voiding = () => app.as(actors.county).post(`/correspondence/documents/${last?.id}/void`, { reason: '收件人写错' });
  expect((await voiding()).body).toEqual({ says: `${last?.number} 已作废，字号保留，不再使用。` });
  expect((await voiding()).status).toBe(409);
  const { body } = await app.as(actors.firm).get<DocumentDetail>(`/correspondence/documents/${last?.id}`);
  expect(body.voided?.reason).toBe('收件人写错');
  expect(JSON.stringify(body.paper)).toContain('已于2026年3月2日作废');
  await issue('county', returned);
  expect((await listed('county')).rows[0]?.number).toBe('青阳科补〔2026〕33号');
  expect((await app.as(actors.firm).post(`/correspondence/documents/${last?.id}/void`, { reason: '不喜欢' })).status).toBe(403);
});

it('names the conditions that fail in a refusal, in the name of the bureau where a division refuses', async () => {
  const unmet = () => [{ says: '园丁占职工总数不低于15%', required: '15%', actual: '8.33%', article: '花发〔2023〕9号第三条' }];
  const division = { ...clerk, officeKind: 'city-office', officeName: '高新技术处' };
  const refused = moveOf('refuse', 'decide', { data: { reasons: '园丁太少' }, unmet });
  await issue('city', { ...refused, event: { ...refused.event, actor: division } });
  const [row] = (await listed('city', '?kind=refusal')).rows;
  expect(row).toMatchObject({ number: '澜江科不予〔2026〕1号', title: '不予通过决定书' });
  const { body } = await app.as(actors.city).get<DocumentDetail>(`/correspondence/documents/${row?.id}`);
  expect(body.paper).toMatchObject({ signature: { agency: '澜江市科学技术局' } });
  expect(JSON.stringify(body.paper)).toContain('花发〔2023〕9号第三条');
});

it('lays cases that come to publicity together open in one document, which anyone of the city may read', async () => {
  const laid = (name: string) =>
    moveOf('approve', 'decide', { partyName: name, party: idOf(name), entered: 'public-notice', dueOn: '2026-03-09' });
  await issue('city', laid('花圃甲有限公司'), laid('花圃乙有限公司'));
  const [row] = (await listed('other', '?kind=publicity')).rows;
  expect(row).toMatchObject({ partyName: '花圃甲有限公司等2家', cases: [] });
  const { body } = await app.as(actors.other).get<DocumentDetail>(`/correspondence/documents/${row?.id}`);
  expect(JSON.stringify(body.paper)).toContain('公示期自2026年3月2日起至2026年3月9日止');
});

it('uses the closing text and the agency code as the bureau words them, for later documents only', async () => {
  const set = (name: string, value: string) => app.as(actors.city).put(`/correspondence/wordings/${encodeURIComponent(name)}`, { value });
  expect((await set('closing.acceptance', '请保持电话畅通。')).status).toBe(200);
  expect((await set(`code.${REGION}科`, '青科')).status).toBe(200);
  expect((await set('closing.nonsense', '无')).status).toBe(404);
  expect(await set(`code.${ROOT}科`, '青科')).toMatchObject({ status: 409, body: { error: { code: 'CODE_TAKEN' } } });
  expect(await set(`code.${ROOT}科`, '〔澜〕')).toMatchObject({ body: { error: { code: 'CODE_MISSPELT' } } });
  await issue('county', moveOf('pass', 'check'));
  const [row] = (await listed('county', '?kind=acceptance')).rows;
  expect(row?.number).toBe('青科受〔2026〕1号');
  const { body } = await app.as(actors.county).get<DocumentDetail>(`/correspondence/documents/${row?.id}`);
  expect(JSON.stringify(body.paper)).toContain('请保持电话畅通。');
  expect((await app.as(actors.firm).put('/correspondence/wordings/closing.acceptance', { value: '好' })).status).toBe(403);
});

it('is never made void by the party that holds it', async () => {
  const { numAffectedRows } = await app.database.withActor(actors.firm, {}, (db) =>
    sql`update correspondence.document set voided_at = now(), void_reason = '不要'`.execute(db),
  );
  expect(numAffectedRows).toBe(0n);
});
