// Takes an import of parties back: new parties go, changed ones get their former facts, unless someone has worked on them since.
import { sql } from 'kysely';
import { stageRows } from '#platform/db/copy.ts';
import { nameForms } from '../../model/name-forms.ts';
import { placesOf } from '../../model/places.ts';
import { wordsLiteral } from '../../model/search-words.ts';
import { moveStock } from '../title-stock.ts';
import type { ImportContext, UndoRefusal } from './kind.ts';
import { partyTargets } from './party-columns.ts';
import { ofBatch, recordsToUndo } from './working-copy.ts';

type Found = UndoRefusal & { readonly party: string; readonly isNew: boolean };

/** A new party on which something hangs already is not taken away: deleting it would take that along. */
export async function partyUndoRefusals({ db, batch, movers }: ImportContext): Promise<readonly UndoRefusal[]> {
  const { rows } = await sql<Omit<Found, 'why'> & { why: string | null }>`
    select u.key, u.row, u.party, u.before is null as "isNew", coalesce(p.name, '') as what, case
        when p.id is null then '已不存在'
        when p.status = 'merged' then '已合并到其他主体'
        when p.version <> u.version then '导入后又被修改过'
        when u.before is null and exists (select 1 from registry.title t where t.party = p.id) then '导入后登记了资质'
        when u.before is null and exists (select 1 from registry.finance f where f.party = p.id) then '导入后登记了财务数据'
        when u.before is null and exists (select 1 from registry.contact c where c.party = p.id) then '导入后登记了联系人'
        when u.before is null and exists (select 1 from registry.merger m where m.survivor = p.id) then '导入后并入了其他主体'
      end as why
    from registry.import_undo u left join registry.party p on p.id = u.party
    where u.batch = ${ofBatch(batch)} and u.target = 'party' order by u.row`.execute(db);
  const made = rows.filter((row) => row.isNew && row.why === null).map((row) => row.party);
  const hanging = new Map<string, string>();
  for (const mover of movers) {
    const held = made.length === 0 ? new Map<string, number>() : await mover.holding(db, made);
    for (const [party, count] of held) if (count > 0) hanging.set(party, `导入后有了${mover.name}`);
  }
  return rows.flatMap(({ key, row, what, why, party }) => {
    const reason = why ?? hanging.get(party) ?? null;
    return reason === null ? [] : [{ key, row, what, why: reason }];
  });
}

type Sql = ReturnType<typeof sql>;

async function restore({ db, by, batch }: ImportContext, undoing: Sql): Promise<void> {
  const { rows } = await sql<{ party: string; name: string; from: string; to: string }>`
    select u.party, u.before ->> 'name' as name, p.region as "from", u.before ->> 'region' as "to"
    from ${undoing} u join registry.party p on p.id = u.party where u.before is not null`.execute(db);
  if (rows.length === 0) return;
  await moveStock(
    db,
    by,
    rows.filter((row) => row.from !== row.to),
    by.today,
  );
  const places = placesOf(by.root);
  const { table } = await stageRows(
    db,
    { party: 'uuid', name_key: 'text', core_key: 'text', spelling: 'text', initials: 'text', words: 'tsvector' },
    rows.map(({ party, name }) => {
      const forms = nameForms(name, places);
      return [party, forms.nameKey, forms.coreKey, forms.spelling, forms.initials, wordsLiteral(forms.words)];
    }),
  );
  const columns = partyTargets.map(({ column, type }) => `${column} = (u.before ->> '${column}')::${type}`).join(', ');
  await sql`
    update registry.party p set ${sql.raw(columns)}, uscc_check = u.before ->> 'uscc_check', uscc_note = u.before ->> 'uscc_note',
      name_key = s.name_key, core_key = s.core_key, spelling = s.spelling, initials = s.initials, words = s.words,
      version = p.version + 1, updated_at = ${by.now}
    from ${undoing} u join ${sql.raw(table)} s on s.party = u.party where p.id = u.party`.execute(db);
  await sql`delete from registry.party_change c using ${sql.raw(table)} s where c.party = s.party and c.batch = ${ofBatch(batch)}`.execute(
    db,
  );
}

export async function undoParties(context: ImportContext, except: readonly string[]): Promise<void> {
  const undoing = await recordsToUndo(context.db, context.batch, 'party', except);
  await restore(context, undoing);
  await sql`delete from registry.party p using ${undoing} u where u.before is null and p.id = u.party`.execute(context.db);
}
