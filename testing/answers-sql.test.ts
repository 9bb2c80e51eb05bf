// The SQL that fields give is run by a real PostgreSQL: values come out of jsonb as they went in, and filters find what they should.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { filterCondition } from '../kernel/faces/filter-sql.ts';
import { type Filter, readFilters } from '../kernel/faces/filters.ts';
import { sampleAnswers } from '../kernel/faces/sample.ts';
import { specimen } from '../kernel/faces/specimen.ts';
import { facesOf } from '../kernel/fields/kinds.ts';
import { types } from '../platform/db/type-parsers.ts';

let client: pg.Client;
const answers = { ...sampleAnswers(specimen, 1), region: '990102', title: '50%_新材料', zones: ['a', 'b'] };

beforeAll(async () => {
  const { host, port, user } = inject('cluster');
  client = new pg.Client({ host, port, user, database: 'postgres', types });
  await client.connect();
});
afterAll(() => client.end());

async function finds(filter: Filter, stored: object = answers): Promise<boolean> {
  const { strings, values } = filterCondition(specimen, filter, 'c.answers');
  const text = strings.reduce((sql, piece, index) => `${sql}$${index}${piece}`);
  const query = `select 1 from (select $${values.length + 1}::jsonb as answers) c where ${text}`;
  return (await client.query(query, [...values, JSON.stringify(stored)])).rowCount === 1;
}

describe('the SQL of fields', () => {
  test('takes every kind out of jsonb with its type', async () => {
    const columns = Object.entries(specimen.fields).map(([key, field]) => {
      const { type, expression } = facesOf(field).sql(key, field, 'c.answers');
      return `(${expression})::${type} as "${key}"`;
    });
    const { rows } = await client.query(`select ${columns.join(', ')} from (select $1::jsonb as answers) c`, [JSON.stringify(answers)]);
    expect(rows[0]).toMatchObject({
      title: '50%_新材料',
      income: '1015000',
      staff: '11',
      founded: '2024-02-15',
      share: '0.06',
      listed: false,
      applicant: '演示牵头单位1有限公司',
      zones: ['a', 'b'],
      researcherShare: '10000',
    });
  });

  test.each([
    [{ title: '%_新' }, true],
    [{ title: '50_' }, false],
    [{ field: '0101,02' }, true],
    [{ 'field.below': '01' }, true],
    [{ field: '02' }, false],
    [{ zones: 'b' }, true],
    [{ region: '990100' }, true],
    [{ region: '990200' }, false],
    [{ applicant: '牵头' }, true],
    [{ listed: 'false' }, true],
    [{ listed: 'true' }, false],
    [{ founded: '2024-02-15' }, true],
    [{ founded: '2024-02-16..' }, false],
    [{ staff: '11..11' }, true],
    [{ income: '..1014999.99' }, false],
    [{ income: '1015000.00' }, true],
  ])('a filter %o finds: %s', async (query, expected) => {
    const { filters, problems } = readFilters(specimen, query);
    expect(problems).toEqual([]);
    for (const filter of filters) expect(await finds(filter)).toBe(expected);
  });

  test('a case without the answer is found by no filter', async () => {
    const all = {
      title: '料',
      field: '01',
      zones: 'a',
      region: '990100',
      applicant: '演',
      listed: 'false',
      founded: '..2030-01-01',
      staff: '..9',
      income: '..0',
    };
    for (const filter of readFilters(specimen, all).filters) expect(await finds(filter, {})).toBe(false);
  });
});
