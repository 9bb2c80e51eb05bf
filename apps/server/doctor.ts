// What the doctor looks at beyond the platform: whether the rows of casework, funds and figures say what their histories say.
import { sql } from 'kysely';
import { verifyProjections } from '#modules/casework/contract.ts';
import { verifySums } from '#modules/figures/contract.ts';
import { verifyBalances } from '#modules/funds/contract.ts';
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/db/database.ts';
import type { Check } from '#platform/doctor/check.ts';
import { rootOf } from './root-of.ts';
import { caseworkSetting } from './settings.ts';

const projections = (database: Database, root: string): Check => ({
  name: '办件投影',
  run: () =>
    database.withSystem(
      root,
      async (db) => {
        const { rows } = await sql<{ there: boolean }>`select to_regclass('casework.cases') is not null as there`.execute(db);
        if (rows[0]?.there !== true) return { level: 'skipped', message: '办件的表尚未建立' };
        const { cases, differing, holds } = await verifyProjections(db, root, caseworkSetting);
        if (differing.length === 0) return { level: 'ok', message: `${cases} 件办件与办理记录逐件重算一致` };
        const named = differing.slice(0, 5).map(({ name, fields }) => `${name}（${fields.join('、')}）`);
        const message = `${cases} 件办件中有 ${differing.length} 件与办理记录不一致：${named.join('；')}`;
        return holds
          ? { level: 'warn', message, remedy: '只涉及措辞或按日历推算的期限，下次办理时自动更新。' }
          : { level: 'bad', message, remedy: '办理记录不可修改，以办理记录为准；请用备份核对数据库是否被直接改动。' };
      },
      { readOnly: true, statementMs: 120_000 },
    ),
});

const balances = (database: Database, root: string): Check => ({
  name: '资金账',
  run: () =>
    database.withSystem(
      root,
      async (db) => {
        const { rows } = await sql<{ there: boolean }>`select to_regclass('funds.journal') is not null as there`.execute(db);
        if (rows[0]?.there !== true) return { level: 'skipped', message: '资金的表尚未建立' };
        const { lines, differing, partsDiffering } = await verifyBalances(db, root);
        const wrong = [...differing, ...partsDiffering];
        if (wrong.length === 0) return { level: 'ok', message: `${lines} 条预算指标的余额与凭证逐条重算一致` };
        return {
          level: 'bad',
          message: `有 ${wrong.length} 处余额与凭证、拨付不一致：${wrong.slice(0, 5).join('；')}`,
          remedy: '凭证不可修改，以凭证为准；请用备份核对数据库是否被直接改动。',
        };
      },
      { readOnly: true, statementMs: 120_000 },
    ),
});

const ledgerSums = (database: Database, root: string): Check => ({
  name: '指标台账合计',
  run: () =>
    database.withSystem(
      root,
      async (db) => {
        const { rows } = await sql<{ there: boolean }>`select to_regclass('figures.posted_sums') is not null as there`.execute(db);
        if (rows[0]?.there !== true) return { level: 'skipped', message: '指标台账的表尚未建立' };
        const { entries, differing } = await verifySums(db);
        if (differing === 0) return { level: 'ok', message: `按月合计与 ${entries} 条台账记录重算一致` };
        return {
          level: 'bad',
          message: `有 ${differing} 处按月合计与台账记录不一致`,
          remedy: `以台账记录为准。请核对数据库是否被直接改动，再由数据库管理员执行：select figures.derive_sums('${root}')，合计即按记录重新生成。`,
        };
      },
      { readOnly: true, statementMs: 120_000 },
    ),
});

export const businessChecks =
  (config: Config) =>
  (database: Database): Check[] => [
    projections(database, rootOf(config)),
    balances(database, rootOf(config)),
    ledgerSums(database, rootOf(config)),
  ];
