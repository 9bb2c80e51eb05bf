// A show of one entry for the tests, before a panel is drawn: three officers, nineteen experts of whom two may not judge it, and their sheets.
import { expect } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { caseworkActions } from '#modules/casework/actions/index.ts';
import type { CallView, CaseDetail } from '#modules/casework/wire.ts';
import { byOf, createParty } from '#modules/registry/contract.ts';
import { reviewActions } from '#modules/review/actions/index.ts';
import { loadExperts, type PastExpert } from '#modules/review/seeds.ts';
import type { MySheet, MySheetHead, PanelDetail } from '#modules/review/wire.ts';
import { systemActor } from '#platform/actor.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { makeActor, partyActor, ROOT } from '../actors.ts';
import { makeApp } from '../app.ts';
import { makeDatabase } from '../database.ts';
import { gardenShow } from './garden-show.ts';
import { unknownFacts } from './unknown-facts.ts';

const casework = { catalogue: catalogueOf([gardenShow]), calendar: { isWorkday: () => true }, regionName: (code: string) => code };
const seal = { seal: (plain: string) => `sealed:${plain}`, open: (stored: string) => stored.slice(7) };
const FIRM = { name: '花圃甲有限公司', uscc: '91360100MA0A1B2C2P', region: '990104' };
const officer = [
  'review/panel:read',
  'review/panel:manage',
  'review/expert:read',
  'review/expert:edit',
  'review/rule:manage',
  'casework/case:read',
  'casework/case:act',
  'casework/call:manage',
];

const city = (name: string) => makeActor(name, { officeKind: 'city-office', permissions: officer });
export const drawer = city('抽取人');
export const notifier = city('通知人');
export const organiser = city('汇总人');
export const expertActor = (n: number) =>
  makeActor(`专家${n}`, {
    scope: 'expert',
    officeId: null,
    officeKind: 'expert',
    officeName: '评审专家',
    permissions: ['review/sheet:score'],
  });

/** Every expert from a unit of its own but the last, who left the firm on the day given. */
const person = (n: number, facts: Partial<PastExpert> = {}): PastExpert => ({
  id: uuidv7(),
  name: `专家${n}`,
  unit: `花卉研究所${n}`,
  uscc: `91360100MA0A1B2${String(n).padStart(3, '0')}`,
  region: '000000',
  level: 'SENIOR',
  title: '研究员',
  disciplines: ['210'],
  isFinance: n <= 3,
  phone: `1380000${String(n).padStart(4, '0')}`,
  account: expertActor(n).accountId,
  ties: [],
  ...facts,
});
const formerUnit = (day: string | null) => [
  { kind: 'FORMER_UNIT' as const, uscc: FIRM.uscc, unit: FIRM.name, person: null, day, generations: null },
];
const pool = [
  ...Array.from({ length: 16 }, (_, i) => person(i + 1)),
  person(17, { ties: formerUnit('2023-03-05') }),
  person(18, { ties: formerUnit('2023-03-04') }),
  person(19, { uscc: FIRM.uscc, unit: FIRM.name, region: FIRM.region }),
];

export const seatedNumbers = (panel: PanelDetail) =>
  panel.seats.filter(({ status }) => status === 'seated').map(({ name }) => Number(name.slice(2)));
export const comment =
  '布展方案新颖可行，花材选择合理，团队具备相应条件，预算编制比较合理，建议进一步完善养护方案并补充病虫害防治的具体措施。';

/** On a database of its own: the call is open and the firm has handed in its entry. */
export async function openShow() {
  const database = await makeDatabase();
  const app = await makeApp({
    database,
    actions: [...caseworkActions(casework), ...reviewActions({ casework, seal, places: () => new Map([['外地', '000000']]) })],
  });
  app.clock.at('2025-03-03T09:00:00+08:00');
  const by = byOf({ actor: systemActor(ROOT), now: new Date('2025-03-01T00:00:00Z'), today: '2025-03-01' });
  const party = await database.withSystem(ROOT, (db) =>
    createParty(db, by, { kind: 'enterprise', ...FIRM, status: 'active', ...unknownFacts }),
  );
  await database.withSystem(ROOT, (db) => loadExperts(db, ROOT, pool, seal, new Date('2025-03-01T00:00:00Z')));
  const draft = await app.as(drawer).post<CallView>('/casework/calls', {
    programme: 'garden-show',
    dossier: 'entry',
    year: 2025,
    name: '2025年花展',
    opensAt: '2025-03-01T00:00:00+08:00',
    closesAt: '2025-04-01T00:00:00+08:00',
  });
  const call = (await app.as(drawer).post<CallView>(`/casework/calls/${draft.body.id}/publish`, { version: draft.body.version })).body;
  const answers = { name: '月季园', plan: '花圃甲有限公司的月季布展', budget: '1200000' };
  const applicant = partyActor('参展人', party, ['casework/case:read', 'casework/case:act', 'casework/case:apply']);
  const entry = await app.as(applicant).post<{ id: string }>(`/casework/calls/${call.id}/drafts`);
  await app.as(applicant).put(`/casework/cases/${entry.body.id}/draft`, { version: 0, answers });
  const read = await app.as(applicant).get<CaseDetail>(`/casework/cases/${entry.body.id}`);
  const sent = await app.as(applicant).post(`/casework/cases/${entry.body.id}/submit`, { version: read.body.version });
  expect(sent.status, sent.text).toBe(200);
  const caseId = entry.body.id;

  const close = async () => {
    await app.close();
    await app.database.close();
  };
  const body = (facts: Record<string, unknown> = {}) => ({
    cases: [caseId],
    name: '花展一组',
    disciplines: ['210'],
    levels: [],
    reviewDay: '2025-03-05',
    dueAt: '2025-03-06T18:00:00+08:00',
    ...facts,
  });
  const post = <T = PanelDetail & { error?: { code: string; message: string } }>(
    who: ReturnType<typeof makeActor>,
    path: string,
    sent?: unknown,
  ) => app.as(who).post<T>(path, sent);
  const sheetsOf = async (n: number) => (await app.as(expertActor(n)).get<{ rows: MySheetHead[] }>('/review/my-sheets')).body.rows;
  async function fillIn(n: number, points: Record<string, string>, recommend = true): Promise<MySheet> {
    const [head] = (await sheetsOf(n)).filter(({ status }) => status === 'open');
    const who = app.as(expertActor(n));
    const declared = await who.post<MySheet>(`/review/my-sheets/${head?.id}/declare`, { version: 1, hasNoConflict: true });
    const saved = await who.put<MySheet>(`/review/my-sheets/${head?.id}`, { version: declared.body.version, points, comment, recommend });
    expect(saved.status, saved.text).toBe(200);
    const sent = await who.post<MySheet>(`/review/my-sheets/${head?.id}/submit`, { version: saved.body.version });
    expect(sent.status, sent.text).toBe(200);
    return sent.body;
  }
  return { app, close, caseId, applicant, body, post, sheetsOf, fillIn };
}
