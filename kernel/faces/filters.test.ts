// Columns and filters of a list, read from queries and turned into conditions.
import { describe, expect, test } from 'vitest';
import { filterCondition, regionPrefix } from './filter-sql.ts';
import { type Filter, filterDescriptors, readFilters } from './filters.ts';
import { listColumns } from './list.ts';
import { withRegions } from './regions.ts';
import { specimen } from './specimen.ts';

function problemsOf(query: Record<string, string | string[]>): string[] {
  return readFilters(specimen, query).problems.map(({ message }) => message);
}

describe('the columns of a list', () => {
  const columns = listColumns(specimen, 'c.answers');

  test('are the fields that say so, in the order of the form', () => {
    expect(columns.map(({ key }) => key)).toEqual([
      'title',
      'field',
      'region',
      'applicant',
      'founded',
      'staff',
      'share',
      'income',
      'researcherShare',
    ]);
  });
  test('set figures right and carry their unit and their SQL', () => {
    expect(columns.find(({ key }) => key === 'income')).toEqual({
      key: 'income',
      label: '总收入',
      unit: '万元',
      kind: 'money',
      align: 'right',
      personal: false,
      sql: { type: 'numeric', expression: "(c.answers ->> 'income')::numeric" },
      sort: "(c.answers ->> 'income')::numeric",
    });
    expect(columns.find(({ key }) => key === 'applicant')).toMatchObject({ align: 'left', sort: "c.answers -> 'applicant' ->> 'name'" });
    expect(columns.find(({ key }) => key === 'founded')).toMatchObject({ align: 'centre' });
    expect(columns.find(({ key }) => key === 'researcherShare')).toMatchObject({ align: 'right', unit: '‱' });
  });
});

describe('the filters of a list', () => {
  test('are the fields that say so, with the operators of their kind', () => {
    const operators = Object.fromEntries(filterDescriptors(specimen).map(({ key, operators: own }) => [key, own]));
    expect(operators).toEqual({
      title: ['contains'],
      field: ['in', 'below'],
      zones: ['in'],
      region: ['below', 'in'],
      applicant: ['contains'],
      listed: ['is-true'],
      founded: ['between'],
      year: ['between'],
      staff: ['between'],
      income: ['between'],
    });
  });

  test('are read from a query', () => {
    const { filters, problems } = readFilters(specimen, {
      title: ' 材料 ',
      field: '01,02',
      'field.below': '01',
      zones: ['a', 'b'],
      region: '990100',
      listed: 'false',
      founded: '2020-01-01..2023-12-31',
      staff: '10..',
      income: '..5000000.5',
      year: '2023',
      nothing: undefined,
    });
    expect(problems).toEqual([]);
    expect(filters).toEqual([
      { key: 'title', operator: 'contains', value: '材料' },
      { key: 'field', operator: 'in', value: ['01', '02'] },
      { key: 'field', operator: 'below', value: '01' },
      { key: 'zones', operator: 'in', value: ['a', 'b'] },
      { key: 'region', operator: 'below', value: '990100' },
      { key: 'listed', operator: 'is-true', value: false },
      { key: 'founded', operator: 'between', value: { from: '2020-01-01', to: '2023-12-31' } },
      { key: 'staff', operator: 'between', value: { from: 10, to: null } },
      { key: 'income', operator: 'between', value: { from: null, to: '5000000.5' } },
      { key: 'year', operator: 'between', value: { from: 2023, to: 2023 } },
    ]);
  });

  test('that are wrong are said, not dropped', () => {
    expect(problemsOf({ incom: '1' })[0]).toContain('不能按“incom”筛选，可用的有：项目名称（title）');
    expect(problemsOf({ summary: '1' })[0]).toContain('不能按“summary”筛选');
    expect(problemsOf({ toString: '1' })).toHaveLength(1);
    expect(problemsOf({ 'title.between': '1..2' })).toEqual(['项目名称不能用“between”筛选，可用：contains']);
    expect(problemsOf({ field: '99' })).toEqual(['技术领域没有“99”这个选项']);
    expect(problemsOf({ field: ',' })).toEqual(['请选择技术领域的筛选值']);
    expect(problemsOf({ 'field.below': '99' })).toEqual(['技术领域没有“99”这个选项']);
    expect(problemsOf({ staff: '1.5..' })).toEqual(['职工总数的筛选范围应为整数，现为“1.5”']);
    expect(problemsOf({ income: '一百..' })).toEqual(['总收入的筛选范围应为数字，现为“一百”']);
    expect(problemsOf({ income: '9..10' })).toEqual([]);
    expect(problemsOf({ income: '10..9' })).toEqual(['总收入的筛选范围起点大于终点，请核对']);
    expect(problemsOf({ income: '..' })).toEqual(['总收入的筛选范围两端都是空的，请至少填写一端']);
    expect(problemsOf({ income: '1..2..3' })).toHaveLength(1);
    expect(problemsOf({ founded: '2023-02-30..' })).toEqual(['注册日期“2023-02-30”不是存在的日期，请写作 2023-02-01']);
    expect(problemsOf({ founded: '2040-01-01..' })).toEqual([]);
    expect(problemsOf({ listed: '是' })).toEqual(['是否上市的筛选值应为 true 或 false，现为“是”']);
    expect(problemsOf({ title: '' })).toEqual(['项目名称的筛选值不能为空']);
    expect(problemsOf({ title: ['甲', '乙'] })).toEqual(['项目名称只能有一个筛选值']);
  });
});

describe('a filter as a condition', () => {
  const condition = (filter: Filter) => {
    const { strings, values } = filterCondition(specimen, filter);
    return [strings.join('?'), values];
  };

  test('keeps every value a parameter', () => {
    expect(condition({ key: 'title', operator: 'contains', value: '50%_\\' })).toEqual([
      "(answers ->> 'title') ilike ?",
      ['%50\\%\\_\\\\%'],
    ]);
    expect(condition({ key: 'zones', operator: 'in', value: ['a'] })).toEqual(["(answers -> 'zones') ?| ?::text[]", [['a']]]);
    expect(condition({ key: 'field', operator: 'in', value: ['01'] })).toEqual(["(answers ->> 'field') = any(?::text[])", [['01']]]);
    expect(condition({ key: 'field', operator: 'below', value: '01' })).toEqual([
      "(answers ->> 'field') = any(?::text[])",
      [['01', '0101']],
    ]);
    expect(condition({ key: 'income', operator: 'between', value: { from: '1', to: '2' } })).toEqual([
      "((answers ->> 'income')::numeric) between ?::numeric and ?::numeric",
      ['1', '2'],
    ]);
    expect(condition({ key: 'staff', operator: 'between', value: { from: 10, to: null } })).toEqual([
      "((answers ->> 'staff')::bigint) >= ?::bigint",
      [10],
    ]);
    expect(condition({ key: 'listed', operator: 'is-true', value: false })).toEqual([
      "((answers ->> 'listed')::boolean) = ?::boolean",
      [false],
    ]);
  });

  test('finds the regions within a region by the digits they share', () => {
    expect(condition({ key: 'region', operator: 'below', value: '990100' })).toEqual(["(answers ->> 'region') like ?", ['9901%']]);
    expect(['990000', '990100', '990102', '990110', '990102001', '990102000'].map(regionPrefix)).toEqual([
      '99',
      '9901',
      '990102',
      '990110',
      '990102001',
      '990102',
    ]);
  });
});

test('a deployment gives a form its regions, in tables too, and keeps what the author named', () => {
  const regions = [{ code: '990102', name: '云岭县' }];
  const local = withRegions(specimen, regions);
  expect(local.fields.region.options).toEqual(regions);
  expect(local.fields.address.options).toEqual(regions);
  expect(local.fields.field.options).toHaveLength(3);
  expect(local.pages[0]?.fields.region).toBe(local.fields.region);
  expect(specimen.fields.region.options).toBeUndefined();
});
