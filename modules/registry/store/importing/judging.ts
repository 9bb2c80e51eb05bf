// Statements that several kinds of import share: who a row means, and what is repeated within the file.
import { sql, type Transaction } from 'kysely';
import { matching } from '../match.ts';
import { ofBatch, workingCopy } from './working-copy.ts';

type Sql = ReturnType<typeof sql>;

/** A problem of a row as SQL, in the shape that reading leaves them; marked, so that judging again begins anew. */
export const problem = (column: string | null, message: Sql, level: 'error' | 'warning' = 'error'): Sql =>
  sql`jsonb_build_array(jsonb_build_object('column', ${column}::text, 'level', ${level}::text, 'message', ${message}, 'judged', true))`;

export const problemWhen = (condition: Sql, column: string | null, message: Sql, level: 'error' | 'warning' = 'error'): Sql =>
  sql`case when ${condition} then ${problem(column, message, level)} else '[]'::jsonb end`;

export const hasError = (problems: Sql): Sql => sql`jsonb_path_exists(${problems}, '$[*] ? (@.level == "error")')`;

/**
 * The rows of a batch with whom they mean: n, uscc, key, values, problems, by, party, answers; party is null unless exactly one answers.
 * Returns the name of a temporary table.
 */
export async function meantRows(db: Transaction<unknown>, batch: string): Promise<Sql> {
  const wanted = await workingCopy(
    db,
    sql`select r.row as n, r.values ->> 'uscc' as uscc, r.values ->> '_key' as key, r.values,
        case when r.problems = '[]' then r.problems else jsonb_path_query_array(r.problems, '$[*] ? (!exists(@.judged))') end as problems
      from registry.import_row r where r.batch = ${ofBatch(batch)}`,
    ['n', 'uscc', 'key'],
  );
  return workingCopy(
    db,
    sql`with ${matching(wanted)}
      select w.n, w.uscc, w.key, w.values, w.problems, m.by, case when cardinality(m.parties) = 1 then m.parties[1] end as party,
        coalesce(cardinality(m.parties), 0) as answers
      from ${wanted} w left join matched m on m.n = w.n`,
    ['n', 'uscc', 'key', 'party', 'answers'],
  );
}

/** What stands against a row because of whom it means, when the party must be there already. */
export const partyMissing = (row: string): Sql => sql`
  ${problemWhen(sql`${sql.ref(`${row}.answers`)} > 1`, 'name', sql`'名称对应 ' || ${sql.ref(`${row}.answers`)} || ' 个主体，请补充统一社会信用代码'`)}
  || ${problemWhen(
    sql`${sql.ref(`${row}.answers`)} = 0 and (${sql.ref(`${row}.uscc`)} is not null or ${sql.ref(`${row}.key`)} is not null)`,
    null,
    sql`'没有找到这个主体（或不在您的管辖范围内），请先在主体名录中登记'`,
  )}
  || ${problemWhen(
    sql`${sql.ref(`${row}.answers`)} = 0 and ${sql.ref(`${row}.uscc`)} is null and ${sql.ref(`${row}.key`)} is null and not ${hasError(sql.ref(`${row}.problems`))}`,
    null,
    sql`'统一社会信用代码和名称至少填一项'`,
  )}`;
