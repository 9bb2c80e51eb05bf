// Loads experts and panels of the demonstration set-based, as the product itself would have written them.
import type { Transaction } from 'kysely';
import { maskPhone } from '#platform/crypto/mask.ts';
import { copyRows } from '#platform/db/copy.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import type { Tie, TitleLevel } from './model/expert.ts';
import type { Seal } from './setting.ts';
import { PHONE_PLACE } from './store/experts.ts';
import { insertPanel } from './store/panels.ts';
import { insertSheets } from './store/sheets.ts';
import type { PanelCaseRow, PanelRow, SeatRow, SheetRow } from './store/tables.ts';

export interface PastExpert {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly uscc: string;
  readonly region: string;
  readonly level: TitleLevel;
  readonly title: string;
  readonly disciplines: readonly string[];
  readonly isFinance: boolean;
  readonly phone: string;
  readonly account: string | null;
  readonly ties: readonly Tie[];
}

const expertColumns = [
  'id',
  'root',
  'name',
  'unit',
  'uscc',
  'region',
  'level',
  'title',
  'disciplines',
  'is_finance',
  'sealed',
  'phone_mask',
  'account',
  'created_at',
  'updated_at',
];
const tieColumns = ['id', 'root', 'expert', 'kind', 'uscc', 'unit', 'person', 'day', 'generations'];

export async function loadExperts(
  db: Transaction<unknown>,
  root: string,
  experts: readonly PastExpert[],
  seal: Seal,
  at: Date,
): Promise<number> {
  const rows = experts.map((one) => [
    one.id,
    root,
    one.name,
    one.unit,
    one.uscc,
    one.region,
    one.level,
    one.title,
    one.disciplines,
    one.isFinance,
    seal.seal(one.phone, PHONE_PLACE),
    maskPhone(one.phone),
    one.account,
    at,
    at,
  ]);
  const loaded = await copyRows(db, 'review.expert', expertColumns, rows);
  const ties = experts.flatMap((one) =>
    one.ties.map((tie) => [uuidv7(), root, one.id, tie.kind, tie.uscc, tie.unit, tie.person, tie.day, tie.generations]),
  );
  await copyRows(db, 'review.tie', tieColumns, ties);
  return loaded;
}

export interface PastPanel {
  readonly panel: PanelRow;
  readonly seats: readonly SeatRow[];
  readonly cases: readonly PanelCaseRow[];
  readonly sheets: readonly SheetRow[];
}

export async function loadPanel(db: Transaction<unknown>, { panel, seats, cases, sheets }: PastPanel): Promise<void> {
  await insertPanel(db, panel, seats, cases);
  await insertSheets(db, sheets);
  await copyRows(
    db,
    'review.counter',
    ['root', 'year', 'value'],
    [[panel.root, Number(panel.review_day.slice(0, 4)), Number(panel.number.slice(-4))]],
    'on conflict (root, year) do update set value = greatest(review.counter.value, excluded.value)',
  );
}
