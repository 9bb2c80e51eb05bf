// The import of experts on the register's machinery: a dry run with its difference, marked-up faults, one batch written, and the batch undone.
import { sql } from 'kysely';
import {
  type ImportContext,
  type ImportKind,
  keepJudged,
  noteWritten,
  type RowValues,
  stagedRows,
  type UndoRefusal,
  type WrittenRecord,
  writtenBy,
} from '#modules/registry/contract.ts';
import { maskPhone } from '#platform/crypto/mask.ts';
import { Refusal } from '#platform/refusal.ts';
import { expertColumns, expertWords, plainPhone, sealedKey, sheetExpert } from '../model/expert-sheet.ts';
import type { ReviewSetting } from '../setting.ts';
import { type ExpertFacts, findExperts, insertExpert, PHONE_PLACE, tiesOf, updateExpert } from './experts.ts';
import type { ExpertRow } from './tables.ts';

const keyOf = ({ name, uscc }: { readonly name: string; readonly uscc: string }): string => `${name} ${uscc}`;

/** What a sheet does not say stays as it was. */
function factsOver(values: Readonly<RowValues>, row: ExpertRow | undefined, phone: string | undefined): Omit<ExpertFacts, 'ties'> {
  const read = sheetExpert(values);
  return {
    ...read,
    title: read.title ?? row?.title ?? '',
    isFinance: read.isFinance ?? row?.is_finance ?? false,
    isDishonest: row?.is_dishonest ?? false,
    standing: row?.standing ?? 'active',
    account: row?.account ?? null,
    phone,
  };
}

type Difference = Record<string, [before: string | null, after: string | null]>;

/** In words, as the page shows it. */
function differenceOf(
  facts: Omit<ExpertFacts, 'ties'>,
  row: ExpertRow | undefined,
  mask: string | undefined,
  regions: ReadonlyMap<string, string>,
): Difference {
  const texts = (
    of: { level: string; disciplines: readonly string[]; region: string; unit: string; title: string },
    isFinance: boolean,
  ) => ({
    unit: of.unit,
    region: of.region,
    level: of.level,
    title: of.title,
    disciplines: of.disciplines.join('、'),
    finance: String(isFinance),
  });
  const after = { ...texts(facts, facts.isFinance), ...(mask === undefined ? {} : { phone: mask }) };
  const before: Readonly<Record<string, string | null>> = row === undefined ? {} : { ...texts(row, row.is_finance), phone: row.phone_mask };
  return Object.fromEntries(
    Object.entries(after).flatMap(([key, value]) => {
      const was = before[key] ?? null;
      const say = (text: string | null) => expertWords(regions, key, text === '' ? null : text);
      return (was ?? '') === value ? [] : [[key, [say(was), say(value)]]];
    }),
  );
}

async function judge(context: ImportContext, regions: ReadonlyMap<string, string>): Promise<void> {
  const { db, by } = context;
  const staged = await stagedRows(context);
  const known = await findExperts(
    db,
    by.root,
    staged.map(({ values }) => sheetExpert(values)),
  );
  const first = new Map<string, number>();
  const judged = staged.map(({ row, values, problems }) => {
    const own = problems.filter((problem) => problem.judged !== true);
    const key = keyOf(sheetExpert(values));
    const twin = first.get(key);
    if (!first.has(key)) first.set(key, row);
    const isWrong = own.some(({ level }) => level === 'error') || twin !== undefined;
    const expert = known.get(key);
    const double = { column: 'name', level: 'error', message: `与第 ${twin} 行是同一位专家，请只保留一行`, judged: true } as const;
    const diff = isWrong ? {} : differenceOf(factsOver(values, expert, undefined), expert, values.phone, regions);
    const outcome = isWrong ? 'wrong' : expert === undefined ? 'new' : Object.keys(diff).length === 0 ? 'same' : 'change';
    const matchedBy = expert === undefined ? null : 'name';
    return { row, outcome, matchedBy, version: expert?.version ?? null, diff, problems: twin === undefined ? own : [...own, double] };
  });
  await keepJudged(context, judged);
}

const lost = (): Refusal =>
  new Refusal('IMPORT_CONFLICT', '写入时有专家档案刚被他人改动，本批没有写入。请重新上传文件核对。', { status: 409 });

async function commit(context: ImportContext, { seal }: ReviewSetting): Promise<void> {
  const { db, by } = context;
  const writing = (await stagedRows(context)).filter(({ outcome }) => outcome === 'new' || outcome === 'change');
  const known = await findExperts(
    db,
    by.root,
    writing.map(({ values }) => sheetExpert(values)),
  );
  const undo: WrittenRecord<ExpertRow>[] = [];
  for (const { row, values, version } of writing) {
    const expert = known.get(keyOf(sheetExpert(values)));
    const sealed = values[sealedKey];
    const facts = factsOver(values, expert, sealed === undefined ? undefined : seal.open(sealed, PHONE_PLACE));
    if (expert === undefined) {
      const id = await insertExpert(db, by.root, { ...facts, ties: [] }, seal, by.now, 'imported');
      undo.push({ key: id, row, party: id, before: null, version: 1 });
    } else {
      if (expert.version !== version) throw lost();
      const ties = (await tiesOf(db, [expert.id])).filter(({ source }) => source !== 'declared');
      await updateExpert(db, expert, expert.version, { ...facts, ties }, seal, by.now);
      undo.push({ key: expert.id, row, party: expert.id, before: expert, version: expert.version + 1 });
    }
  }
  await noteWritten(context, 'expert', undo);
}

const written = (context: ImportContext) => writtenBy<ExpertRow>(context, 'expert');

/** Edited since, or already of a panel: such an expert keeps what the pool has. */
async function undoRefusals(context: ImportContext): Promise<readonly UndoRefusal[]> {
  const mine = await written(context);
  const ids = mine.map(({ key }) => key);
  const { rows } = await sql<{ id: string; name: string; version: number; seated: boolean }>`
    select e.id, e.name, e.version, exists (select 1 from review.seat s where s.expert = e.id) as seated
    from review.expert e where e.id = any(${ids}::uuid[])`.execute(context.db);
  const now = new Map(rows.map((row) => [row.id, row]));
  return mine.flatMap(({ key, row, before, version }) => {
    const found = now.get(key);
    const why =
      found === undefined
        ? '已不在专家库'
        : found.version !== version
          ? '导入后又修改过'
          : before === null && found.seated
            ? '导入后已被抽入评审组'
            : null;
    return why === null ? [] : [{ key, row, what: `“${found?.name ?? ''}”`, why }];
  });
}

async function undo(context: ImportContext, except: readonly string[]): Promise<void> {
  const { db, by } = context;
  const mine = (await written(context)).filter(({ key }) => !except.includes(key));
  const made = mine.filter(({ before }) => before === null).map(({ key }) => key);
  await sql`delete from review.expert where id = any(${made}::uuid[])`.execute(db);
  const changed = mine.flatMap(({ before }) => (before === null ? [] : [before]));
  await sql`
    update review.expert e set unit = b.unit, region = b.region, level = b.level, title = b.title, disciplines = b.disciplines,
      is_finance = b.is_finance, sealed = b.sealed, phone_mask = b.phone_mask, version = e.version + 1, updated_at = ${by.now}
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as b(id uuid, unit text, region text, level text, title text, disciplines text[],
      is_finance boolean, sealed text, phone_mask text) where b.id = e.id`.execute(db);
}

export const expertsImport = (setting: ReviewSetting): ImportKind => ({
  id: 'review/experts',
  name: '评审专家',
  permission: 'review/expert:edit',
  counter: '人',
  says: '按姓名和单位代码对应已有专家：没有的新增，已有的更新；表中没有填写的保持不变。',
  options: (_given, by) => ({ root: by.root }),
  columns: (_options, by) => expertColumns(setting.places(by.root)),
  titleOf: ({ name = '', unit = '' }) => (unit === '' ? name : `${name}（${unit}）`),
  words: (_key, value) => value,
  finishRow(values) {
    const { phone } = values;
    if (phone === undefined) return [];
    const plain = plainPhone(phone);
    values[sealedKey] = setting.seal.seal(plain, PHONE_PLACE);
    values.phone = maskPhone(plain);
    return [];
  },
  judge: (context) => judge(context, setting.places(context.by.root)),
  commit: (context) => commit(context, setting),
  undoRefusals,
  undo,
});
