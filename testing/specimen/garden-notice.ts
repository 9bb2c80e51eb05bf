// A call of a made-up programme whose two entries stand under public notice, seen through the public face of a whole server.
import { expect } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { cite } from '#kernel/declare/citation.ts';
import { dossier } from '#kernel/declare/dossier.ts';
import { noConditions } from '#kernel/declare/eligibility.ts';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { programme } from '#kernel/declare/programme.ts';
import { decide } from '#kernel/stages/decide.ts';
import { publicNotice } from '#kernel/stages/public-notice.ts';
import { workdays } from '#kernel/stages/stage.ts';
import { submit } from '#kernel/stages/submit.ts';
import { caseworkActions } from '#modules/casework/actions/index.ts';
import type { CallView, CaseDetail, CaseSummary } from '#modules/casework/wire.ts';
import { portalPages } from '#modules/portal/contract.ts';
import type { PortalSetting } from '#modules/portal/setting.ts';
import { byOf, createParty, grantTitles } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { makeActor, partyActor, ROOT } from '../actors.ts';
import { makeApp } from '../app.ts';
import { makeDatabase } from '../database.ts';

const cites = cite('花发〔2025〕3号');
const garden = programme({
  id: 'garden',
  name: '花圃评选',
  domain: 'projects',
  basis: [cites],
  dossiers: [
    dossier('plot', '花圃申请', {
      by: ['enterprise'],
      form: defineForm(
        page('花圃', {
          flower: f.text('主营花卉'),
          income: f.money('花卉收入'),
          secret: f.text('不公开的秘方'),
          head: f.contact('联系人'),
        }),
      ),
      eligibility: noConditions,
      stages: [
        submit(),
        decide({ by: 'city-office' }),
        publicNotice({ by: 'city-office', within: workdays(5), publishes: ['flower', 'income'] }),
      ],
    }),
  ],
});
const casework = {
  catalogue: catalogueOf([garden]),
  calendar: { isWorkday: (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) },
  regionName: (code: string) => `区域${code}`,
};
const setting: PortalSetting = {
  casework,
  registers: { catalogue: casework.catalogue, regionsOf: () => [] },
  placesOf: () => [{ code: '990104', name: '东区' }],
  bureauOf: async () => ({ name: '花木局', isDemo: false }),
  seal: { seal: (plain, place) => `${place}|${plain}`, open: (stored, place) => stored.slice(place.length + 1) },
};

export const apply = ['casework/case:read', 'casework/case:act', 'casework/case:apply'];
export const office = makeActor('市科技', {
  officeKind: 'city-office',
  permissions: ['casework/case:read', 'casework/case:act', 'casework/call:manage', 'casework/publication:manage'],
});
export const secrets = ['祖传肥料', '张秘书', '13900001111', '李实名', '13800002222'];
export const firms: { name: string; id: string; uscc: string }[] = [
  { name: '甲花圃有限公司', id: '', uscc: '91360100MA0A1B2C2P' },
  { name: '乙花圃有限公司', id: '', uscc: '91340300MA0A1B2C2R' },
];
export const tokenIn = (body: string): string => /name="token" value="([^"]*)"/.exec(body)?.[1] ?? '';
export const complaint = {
  objector: '李实名',
  phone: '13800002222',
  facts: '该单位的花卉收入与实际不符，请核实。',
  evidence: '年报第 3 页',
};

/** Two firms, of which one holds a title in force and one a title that is over; both are listed in one notice to 2025-03-10. */
export async function openNotice() {
  const database = await makeDatabase();
  const by = byOf({ actor: systemActor(ROOT), now: new Date('2025-03-01T00:00:00Z'), today: '2025-03-01' });
  const unknown = { address: null, registeredCapital: null, foundedOn: null, industry: null, field: null, scale: null, aboveScale: null };
  await database.withSystem(ROOT, async (db) => {
    for (const firm of firms)
      firm.id = await createParty(db, by, {
        kind: 'enterprise',
        name: firm.name,
        region: '990104',
        uscc: firm.uscc,
        status: 'active',
        legalPerson: '张秘书',
        ...unknown,
      });
    const grant = {
      title: { id: 'fine-garden', name: '优秀花圃', level: 'MUNICIPAL', validity: 36 } as const,
      measures: [],
      sourceKind: 'test',
      sourceId: '1',
    };
    await grantTitles(db, { root: ROOT, account: systemActor(ROOT).accountId }, [
      { ...grant, party: firms[0]?.id ?? '', number: '花优001', from: '2024-05-01', until: '2027-04-30' },
      { ...grant, party: firms[1]?.id ?? '', number: '花优002', from: '2020-05-01', until: '2023-04-30' },
    ]);
  });
  const app = await makeApp({ database, actions: caseworkActions(casework), server: { pages: portalPages(setting) } });
  const at = (instant: string) => app.clock.at(`${instant}+08:00`);
  at('2025-03-03T09:00:00');
  const as = app.as(office);
  const call = (
    await as.post<CallView>('/casework/calls', {
      programme: 'garden',
      dossier: 'plot',
      year: 2025,
      name: '2025年花圃评选',
      opensAt: '2025-03-01T00:00:00+08:00',
      closesAt: '2025-03-10T00:00:00+08:00',
      guide: '请如实填写。<script>alert(1)</script>',
    })
  ).body;
  await as.post(`/casework/calls/${call.id}/publish`, { version: call.version });
  for (const firm of firms) {
    const own = app.as(partyActor(firm.name, firm.id, apply));
    const { id } = (await own.post<{ id: string }>(`/casework/calls/${call.id}/drafts`)).body;
    const answers = { flower: '月季', income: '1230000', secret: '祖传肥料', head: { name: '张秘书', phone: '13900001111' } };
    await own.put(`/casework/cases/${id}/draft`, { version: 0, answers });
    const { version } = (await own.get<CaseDetail>(`/casework/cases/${id}`)).body;
    await own.post(`/casework/cases/${id}/submit`, { version });
  }
  const words = { title: '2025年优秀花圃拟入选名单', lead: '现予公示。', closing: '欢迎监督。', keeps: true, version: 0 };
  const text = `/casework/publication-texts/${call.id}/plot/public-notice`;
  expect((await as.get<{ rows: string[][] }>(text)).body.rows[0]).toEqual([
    '乙花圃有限公司',
    '区域990104',
    expect.any(String),
    '月季',
    '123',
  ]);
  expect((await as.put(text, words)).status).toBe(200);
  const cases = (await as.get<{ rows: CaseSummary[] }>('/casework/cases')).body.rows;
  const batch = { verb: 'approve', data: {}, cases: cases.map(({ id, version }) => ({ id, version })) };
  expect((await as.post('/casework/moves', batch)).status).toBe(200);
  const listed = await as.get<{ rows: { id: string }[] }>('/casework/publications?standing=running');
  const notice = listed.body.rows[0]?.id ?? '';
  const get = (url: string, headers: Record<string, string> = {}) => app.app.inject({ method: 'GET', url, headers });
  const post = (url: string, fields: Record<string, string | string[]>, remoteAddress = '10.0.0.1') =>
    app.app.inject({
      method: 'POST',
      url,
      remoteAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(Object.entries(fields).flatMap(([key, value]) => [value].flat().map((one) => [key, one]))).toString(),
    });
  return { app, call, cases, notice, at, get, post };
}
