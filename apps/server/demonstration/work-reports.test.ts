// The work reports of the demonstration: signed ones prove themselves from the ledger, and all of them are read back equal and audited clean.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportsActions } from '#modules/reports/actions/index.ts';
import { auditFigures, documentText, listReleased, readFigures } from '#modules/reports/contract.ts';
import { readBack } from '#modules/reports/model/writer/reading-back.ts';
import type { Composed } from '#modules/reports/model/writer/shapes.ts';
import type { OpenWork, Proof, WorkList } from '#modules/reports/model/writer/work-shapes.ts';
import { publicActor } from '#platform/actor.ts';
import { DirectoryStore } from '#platform/files/directory-store.ts';
import { stopPaper } from '#platform/paper/pdf.ts';
import { makeActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { seedDemonstration } from '../seed.ts';
import { reportsSetting } from '../settings.ts';

const today = '2026-11-30';
const zone = '990171';
let app: TestApp;
let folder: string;
const actors = { planner: makeActor('规划处', { permissions: ['reports/report:read', 'reports/report:write'] }) };
const get = async <T>(path: string): Promise<T> => (await app.as(actors.planner).get<T>(path)).body;

beforeAll(async () => {
  const database = await makeDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'work-reports-'));
  const now = new Date(`${today}T01:00:00Z`);
  await seedDemonstration({ database, files: new DirectoryStore(folder), root: ROOT, now, count: 1500, say: () => {} });
  app = await makeApp({ database, actions: reportsActions(reportsSetting), actors });
  app.clock.at(`${today}T10:00:00+08:00`);
}, 120_000);
afterAll(async () => {
  await stopPaper();
  await app.close();
  await rm(folder, { recursive: true });
});

describe('the reports that people find', () => {
  it('are last year’s, the half year’s and a county’s, signed and numbered, and this year’s at work', async () => {
    const { rows } = await get<WorkList>('/reports/own');
    expect(rows.map(({ year, kind, status }) => `${year} ${kind} ${status}`).toSorted()).toEqual([
      '2025 annual signed',
      '2025 county signed',
      '2026 annual draft',
      '2026 half signed',
    ]);
    const released = await app.run(publicActor(ROOT), ({ db }) => listReleased(db, ROOT));
    expect(released.map(({ title }) => title)).toEqual(['澜江市科学技术局2026年上半年工作报告', '澜江市科学技术局2025年工作报告']);
    for (const { id } of rows.filter(({ status }) => status === 'signed'))
      expect(await get<Proof>(`/reports/own/${id}/proof`)).toMatchObject({ isSame: true, differences: [] });
  });

  it('has in the draft two writers of one paragraph, a comment that waits and one that is settled', async () => {
    const { rows } = await get<WorkList>('/reports/own');
    const draft = rows.find(({ status }) => status === 'draft');
    const { comments, composed, isFictional } = await get<OpenWork>(`/reports/own/${draft?.id}`);
    expect(comments.map(({ settledBy }) => settledBy !== null).toSorted()).toEqual([false, true]);
    expect(composed.remarks.filter(({ tone }) => tone === 'problem')).toEqual([]);
    expect(isFictional).toBe(true);
    const writers = await app.database.withSystem(ROOT, async (db) =>
      (
        await sql<{ n: number }>`select count(distinct written_by)::int as n from reports.work_revision
          where report = ${draft?.id ?? ''}::uuid group by item having count(*) > 1 order by 1 desc`.execute(db)
      ).rows.map(({ n }) => n),
    );
    expect(writers[0]).toBe(2);
  });

  it('tell of the province what was published, with its document and its year', async () => {
    const { rows } = await get<WorkList>('/reports/own');
    const { composed } = await get<OpenWork>(`/reports/own/${rows.find(({ kind, year }) => kind === 'annual' && year === 2025)?.id}`);
    const of = (reading: string) => composed.figures.filter((figure) => figure.reading === reading && figure.region === ROOT);
    expect(
      of('share')
        .map(({ text }) => text)
        .join(),
    ).toMatch(/占全省[\d.]+%/);
    expect(
      of('rank')
        .map(({ text }) => text)
        .join(),
    ).toMatch(/居全省第\d位/);
    const intensity = composed.figures.find(({ name, reading }) => name === '研发投入强度' && reading === 'value');
    expect(intensity).toMatchObject({ from: '2025-01-01', to: '2025-12-31', source: '澜江市统计资料（演示，数据均为虚构）' });
  });
});

describe('what is written is read back equal and audited clean', () => {
  it('in every report that people find', async () => {
    const { rows } = await get<WorkList>('/reports/own');
    for (const { id, year } of rows) {
      const { composed } = await get<OpenWork>(`/reports/own/${id}`);
      const { read, ...faults } = readBack(composed, year);
      expect(faults, composed.title).toEqual({ differences: [], inconsistent: [] });
      expect(read).toBeGreaterThan(80);
    }
  });

  it.each([
    [`year=2025&kind=annual&region=${ROOT}`, 2025],
    [`year=2026&kind=annual&region=${ROOT}`, 2026],
    [`year=2026&kind=half&region=${ROOT}`, 2026],
    [`year=2025&kind=county&region=${zone}`, 2025],
    ['year=2025&kind=county&region=990122', 2025],
  ])('straight from the ledger: %s', async (query, year) => {
    const { composed } = await get<{ composed: Composed }>(`/reports/written-work?${query}`);
    const { differences, inconsistent } = readBack(composed, year);
    expect({ differences, inconsistent }).toEqual({ differences: [], inconsistent: [] });
  });

  it.each(['docx', 'pdf'])('as a %s file with its annex, in which every figure bears the name of its indicator', async (format) => {
    const query = `year=2026&kind=annual&region=${ROOT}`;
    const { composed } = await get<{ composed: Composed }>(`/reports/written-work?${query}`);
    const { bytes } = await app.as(actors.planner).get(`/reports/written-work/paper?${query}&format=${format}`);
    const { text } = await documentText(bytes, `report.${format}`);
    const readings = readFigures(text, { reportingYear: 2026 });
    expect(auditFigures(text, readings).filter(({ verdict }) => verdict === 'inconsistent')).toEqual([]);
    const annex = [...text.slice(0, text.lastIndexOf('数据来源'))].length;
    const named = readings.filter(({ start }) => start > annex).map(({ indicator }) => indicator);
    const names = composed.figures.map(({ name }) => name.replaceAll(/[“”（）()]/g, ''));
    expect(named.length).toBeGreaterThan(60);
    const known = named.filter((one) => names.some((name) => one.replaceAll(/[“”（）()]/g, '').startsWith(name.replace(/总数$/, ''))));
    expect(named.filter((one) => !known.includes(one))).toEqual([]);
  });
});
