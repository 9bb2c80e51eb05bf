// Duel: the product's list of cases (filters, sort, keyset page, exact total, bounds of the actor) against hand-written indexed SQL, 200,000 rows.
import { listCases } from '#modules/casework/contract.ts';
import type { Actor } from '#platform/actor.ts';
import { systemActor } from '#platform/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { median, throughput, withBenchDatabase } from '../bench-database.ts';

const root = '990100';
const county = '990104';
const rows = 200_000;
const seconds = 3;
const rounds = 3;

/** 11 regions, 5 years, 4 statuses; a 40-character name and answers of about 300 bytes. */
const fill = `
insert into casework.call (id, root, programme, dossier, year, name, opens_at, closes_at, status)
select gen_random_uuid(), '${root}', 'bench', 'application', y, y || '年批次', make_date(y, 1, 1), make_date(y, 12, 31), 'published' from generate_series(2021, 2025) y;
insert into casework.cases (id, root, region, programme, dossier, call, party, party_name, party_uscc, number, status, stage, version, waiting, waits_for,
  submitted_on, entered_on, due_on, ended_on, state, answers, created_at, updated_at)
select gen_random_uuid(), '${root}', (array['990102','990103','990104','990105','990111','990121','990122','990181','990171','990172','990173'])[1 + n % 11],
  'bench', 'application', (select id from casework.call where year = 2021 + n % 5), gen_random_uuid(),
  '虚构企业' || n || '号科技发展有限公司', lpad(n::text, 18, '9'), 'N' || n, (array['granted','granted','refused','open'])[1 + n % 4], 'county-review', 3, '{county-office}', '等待',
  date '2021-01-01' + (n * 7919) % 1800, null, null, null, '{"clock":null,"status":"open"}', jsonb_build_object('income', n::text, 'note', repeat('字', 90)), now(), now()
from generate_series(1, ${rows}) n;`;

const rawPage = (where: string): string => `
select c.*, k.name as call_name, c.submitted_on::text, c.id::text from casework.cases c join casework.call k on k.id = c.call
where ${where} order by c.submitted_on desc nulls last, c.id desc limit 51`;
const rawCount = (where: string): string => `select count(*) from casework.cases c where ${where}`;

const wholeCity = `c.root = '${root}' and c.programme = 'bench' and c.status = $1`;
const oneCounty = `${wholeCity} and c.region = '${county}'`;

const actors: Readonly<Record<'city' | 'county', { actor: Actor; where: string; region?: string }>> = {
  city: { actor: { ...systemActor(root), scope: 'root' }, where: wholeCity },
  county: { actor: { ...systemActor(root), scope: 'regions', regions: [county] }, where: oneCounty, region: county },
};

async function duel(database: Database, who: keyof typeof actors, clients: number): Promise<string> {
  const { actor, where, region } = actors[who];
  const statuses = ['granted', 'refused', 'open'];
  const ours = (n: number) =>
    database.withActor(actor, { readOnly: true }, (db) =>
      listCases(
        db,
        root,
        { programme: ['bench'], status: [statuses[n % 3] ?? 'open'], ...(region === undefined ? {} : { region: [region] }) },
        { limit: 50 },
      ),
    );
  const raw = async (n: number) => {
    const client = await database.pool.connect();
    try {
      await client.query({ name: `page-${who}`, text: rawPage(where), values: [statuses[n % 3]] });
      await client.query({ name: `count-${who}`, text: rawCount(where), values: [statuses[n % 3]] });
    } finally {
      client.release();
    }
  };
  const ratios: number[] = [];
  const speeds: [number, number] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const [a, b] = [await throughput(clients, seconds, raw), await throughput(clients, seconds, ours)];
    ratios.push(b / a);
    speeds[0] = Math.max(speeds[0], a);
    speeds[1] = Math.max(speeds[1], b);
  }
  return `${who.padEnd(7)} ${String(clients).padStart(2)} clients: raw ${speeds[0].toFixed(1)}/s, ours ${speeds[1].toFixed(1)}/s, ratio ${median(ratios).toFixed(2)} (median of ${rounds})`;
}

export async function run(): Promise<void> {
  await withBenchDatabase(async (database) => {
    await database.withOwner(async (client) => {
      await client.query(fill);
      await client.query('vacuum analyze casework.cases');
    });
    for (const who of ['city', 'county'] as const) for (const clients of [1, 8, 32]) console.log(await duel(database, who, clients));
    console.log('goal: at least 0.6 of the raw list');
  });
}
