// What posting costs: the same move of a case in one transaction with its events, audit line and commit, with and without two postings.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import { loadCalls, loadCases, moveCases } from '#modules/casework/contract.ts';
import { type Actor, systemActor } from '#platform/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { DirectoryStore } from '#platform/files/directory-store.ts';
import { runInContext } from '#platform/http/context.ts';
import { applied, income, specimen, specimenApplication } from '#testing/specimen/programme.ts';
import { median } from '../bench-database.ts';
import { root } from './ledger.ts';

const cases = 400;
const region = '990104';
const calendar = { isWorkday: () => true };
const officer: Actor = { ...systemActor(root), name: '县科技', officeKind: 'county-office', officeName: '县科技局' };

/** A county's check passes the case and counts it twice, or counts nothing. */
const programmes: Readonly<Record<'posting' | 'silent', Programme>> = {
  posting: {
    ...specimen,
    postings: [
      { measure: applied, dossier: 'application', verb: 'pass', stage: 'check' },
      { measure: income, dossier: 'application', verb: 'pass', stage: 'check', value: () => '1200000.50' },
    ],
  },
  silent: { ...specimen, postings: [] },
};

const history = (): CaseEvent[] =>
  (['draft', 'submit'] as const).map((verb, i) => ({
    seq: i + 1,
    verb,
    stage: verb === 'submit' ? 'submit' : null,
    at: '2025-03-03T01:00:00.000Z',
    day: '2025-03-03',
    actor: { id: officer.accountId, name: '花圃', officeKind: 'applicant', officeName: '花圃' },
    data: {},
  }));

async function openCases(database: Database): Promise<string[]> {
  const call = uuidv7();
  const ids = Array.from({ length: cases }, () => uuidv7());
  const at = new Date('2025-03-03T01:00:00Z');
  await database.withSystem(root, async (db) => {
    const window = { opens_at: at, closes_at: new Date('2025-12-31T00:00:00Z'), created_at: at, updated_at: at };
    const facts = { root, programme: 'specimen', dossier: 'application', year: 2025, name: '示范花圃', budget: null, quota: null };
    await loadCalls(db, [{ id: call, ...facts, parameters: {}, guide: '', status: 'published', version: 1, ...window }]);
    await loadCases(
      db,
      specimenApplication,
      ids.map((id, i) => ({
        row: {
          ...{ id, root, region, programme: 'specimen', dossier: 'application', call, party: uuidv7(), party_name: `虚构花圃${i}` },
          ...{ party_uscc: '', number: `B${i}`, answers: {}, created_at: at, updated_at: at },
        },
        events: history(),
      })) as never,
      calendar,
    );
  });
  return ids;
}

export async function postingCost(database: Database): Promise<string> {
  const ids = await openCases(database);
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kcb-files-'));
  const services = {
    database,
    files: new DirectoryStore(dir),
    log: pino({ level: 'silent' }),
    now: () => new Date('2025-03-04T01:00:00Z'),
    trailKey: Buffer.alloc(32, 7),
  };
  const taken: Record<keyof typeof programmes, number[]> = { posting: [], silent: [] };
  for (const [i, id] of ids.entries()) {
    const which = i % 2 === 0 ? 'posting' : 'silent';
    const setting = { catalogue: catalogueOf([programmes[which]]), calendar, regionName: (code: string) => code };
    const started = performance.now();
    await runInContext(services, officer, { writes: true }, (context) =>
      moveCases(context, setting, [{ id, version: 2, intent: { verb: 'pass', data: {} } }]),
    );
    taken[which].push(performance.now() - started);
  }
  rmSync(dir, { recursive: true, force: true });
  const [posting, silent] = [median(taken.posting), median(taken.silent)];
  const share = ((posting - silent) / silent) * 100;
  return `a case write: ${silent.toFixed(2)} ms, with two postings ${posting.toFixed(2)} ms: ${share.toFixed(0)} % more (medians of ${cases / 2})`;
}
