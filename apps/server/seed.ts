// The demonstration: each module loads its own part; accounts come last, because their presence says that all is there.
import { offices } from '#modules/accounts/contract.ts';
import { seedDemonstrationAccounts } from '#modules/accounts/seeds.ts';
import { recordObligations } from '#modules/funds/contract.ts';
import { loadObligations } from '#modules/funds/seeds.ts';
import { loadParties } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import type { Database } from '#platform/db/database.ts';
import type { FileStore } from '#platform/files/store.ts';
import { shanghaiDay } from '#platform/http/context.ts';
import { population } from '#testing/population/population.ts';
import { panelOf } from './demonstration/challenge-panels.ts';
import { seedChallenges } from './demonstration/challenges.ts';
import { currentRound } from './demonstration/current-round.ts';
import { demonstrationFirms } from './demonstration/firms.ts';
import { moneyOf, seedFunds } from './demonstration/funds.ts';
import { seedLetters } from './demonstration/letters.ts';
import { operatorsOf, seedMakerspaces } from './demonstration/makerspaces.ts';
import { demonstrationPaper } from './demonstration/paper.ts';
import { pastParty, titleOf } from './demonstration/parties.ts';
import { seedPublicity } from './demonstration/publicity.ts';
import { seedRecognitions } from './demonstration/recognitions.ts';
import { seedRegisters } from './demonstration/registers.ts';
import { seedReviews } from './demonstration/reviews.ts';
import { seedServices, servedFirm } from './demonstration/services.ts';
import { seedResults, seedTargets } from './demonstration/targets.ts';
import { seedTechnologySmes } from './demonstration/technology-smes.ts';
import { seedWorkReports } from './demonstration/work-reports.ts';
import { passwords, seal } from './seal.ts';

export interface SeedOptions {
  readonly database: Database;
  readonly files: FileStore;
  readonly root: string;
  readonly now: Date;
  /** Number of fictional enterprises. */
  readonly count?: number;
  readonly say: (notice: string) => void;
}

export async function isEmptyRoot(database: Database, root: string): Promise<boolean> {
  return database.withSystem(root, async (db) => (await offices(db, root, { withClosed: true })).length === 0, { readOnly: true });
}

/** In one transaction, so that a start that is broken off leaves nothing half done and the next one begins anew. */
export async function seedDemonstration({ database, files, root, now, count, say }: SeedOptions): Promise<void> {
  const today = shanghaiDay(now);
  const firms = [...population({ asOf: today, ...(count === undefined ? {} : { count }) })];
  const round = currentRound(firms, today, titleOf('HNTE').title);
  const granted = new Map(round.map(({ firm, certificate }) => [firm.serial, certificate]));
  const parties = firms.map((firm) => pastParty(firm, granted.get(firm.serial)));
  const partyIds = new Map(firms.map((firm, i) => [firm.serial, parties[i]?.id ?? '']));
  const paper = await files.put(demonstrationPaper(), 100_000);
  const { accountId, name } = systemActor(root);
  await database.withSystem(
    root,
    async (db) => {
      const loaded = await loadParties(db, { root, account: accountId, name, now }, parties, seal);
      say(`  主体 ${loaded} 家`);
      const by = { root, account: accountId, name, now, today };
      const cases = await seedRecognitions(db, { root, today, firms, round, partyIds, paper: { ...paper, fileName: '演示材料.pdf' } });
      const shown = firms.filter(({ uscc, status }) => uscc !== null && status === 'active').slice(40, 58);
      const laidOpen = shown.map((firm) => ({ firm, party: partyIds.get(firm.serial) ?? '' }));
      say(`  公示 ${await seedPublicity(db, root, today, laidOpen)} 份`);
      say(`  目标 ${await seedTargets(db, root, today)} 项`);
      const signedIn = await demonstrationFirms(db, root, today);
      say(`  资金承诺 ${await seedFunds(db, root, today, parties, signedIn)} 笔`);
      const challenges = await seedChallenges(db, { root, today, own: signedIn.map(({ id }) => id) }, (programme, owed) =>
        loadObligations(db, moneyOf(root, today, programme), owed),
      );
      say(`  办件 ${cases + challenges.cases} 件`);
      const papers = { ...paper, fileName: '演示材料.pdf' };
      const firmIds = signedIn.map(({ id }) => id);
      const smes = await seedTechnologySmes(db, { root, today, firms, partyIds, paper: papers }, firmIds);
      const operators = operatorsOf(parties, firmIds[1]);
      const spaces = await seedMakerspaces(db, { root, today, operators, paper: papers }, (owed) => recordObligations(db, by, owed));
      say(`  科技型中小企业和众创空间办件 ${smes + spaces} 件`);
      say(`  台账 ${await seedRegisters(db, now, { today, firms, root })} 条`);
      say(`  文书 ${await seedLetters(db, root, now, today)} 件`);
      await seedDemonstrationAccounts(db, root, { now, passwords, parties: signedIn });
      say(
        `  评审专家 ${await seedReviews(db, { root, now, today, firms, partyIds, seal, alsoJudged: (experts) => challenges.panels.map((panel) => panelOf(root, panel, experts)) })} 人`,
      );
      const served = parties.filter(({ status, uscc }) => status === 'active' && uscc !== null).map(servedFirm);
      const own = signedIn.flatMap(({ id }) => served.filter((firm) => firm.id === id));
      const setting = { root, today, firms: served.slice(0, 400), paper: { ...paper, fileName: '演示材料.pdf' } };
      say(`  政务服务 ${await seedServices(db, setting, own, now)} 件`);
      await seedResults(db, root, today);
      say(`  工作报告 ${await seedWorkReports(db, root, today)} 份`);
    },
    { statementMs: 300_000, retries: 0 },
  );
  // The first pages are asked for at once; the database would count what has come in only some minutes later.
  await database.withOwner((client) => client.query('analyze'));
}
