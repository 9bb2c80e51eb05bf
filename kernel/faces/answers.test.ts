// What is said of answers that are wrong, missing, derived or changed.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { defineForm, f, page } from '../declare/form.ts';
import { answerWarnings, changedAnswers, checkAnswers, fillDerived, printAnswers, readAnswer } from './answers.ts';
import { sampleAnswers } from './sample.ts';
import { answersSchema } from './schema.ts';
import { specimen } from './specimen.ts';

const good = sampleAnswers(specimen, 1);
const draft = { complete: false };
const complete = { complete: true };

function messages(answers: Record<string, unknown>, settings = draft): string[] {
  return checkAnswers(specimen, answers, settings).map(({ path, message }) => `${path}: ${message}`);
}

describe('checking answers', () => {
  test('made-up answers are right and complete, whatever the number', () => {
    for (const n of [0, 1, 2, 3, 17]) expect(checkAnswers(specimen, sampleAnswers(specimen, n), complete)).toEqual([]);
  });

  test('an empty draft is right; a complete one is asked for all that is required', () => {
    expect(messages({})).toEqual([]);
    const asked = checkAnswers(specimen, {}, complete);
    expect(asked).toContainEqual({ path: 'income', label: '总收入', message: '请填写总收入' });
    expect(asked).toContainEqual({ path: 'field', label: '技术领域', message: '请选择技术领域' });
    expect(asked.map(({ path }) => path)).not.toContain('summary');
    expect(asked.map(({ path }) => path)).not.toContain('researcherShare');
  });

  test('null means missing, as does nothing', () => {
    expect(messages({ ...good, income: null })).toEqual([]);
    expect(messages({ ...good, income: null }, complete)).toEqual(['income: 请填写总收入']);
  });

  test('a value of the wrong shape is told what it should be', () => {
    expect(messages({ income: 12.5 })).toEqual(['income: 总收入应为以元为单位的金额，最多两位小数，请核对']);
    expect(messages({ income: '1.234' })).toHaveLength(1);
    expect(messages({ field: '99' })).toEqual(['field: 技术领域应为所列选项之一，请核对']);
    expect(messages({ title: ' ' })).toEqual(['title: 项目名称应为 1 至 200 个字的文字，请核对']);
    expect(messages({ staff: 0 })).toEqual(['staff: 职工总数应为不小于 1 的整数，请核对']);
    expect(messages({ founded: '2023-02-30' })).toEqual(['founded: 注册日期“2023-02-30”不是存在的日期，请核对']);
  });

  test('the part of a compound at fault is named', () => {
    expect(messages({ contact: { name: '张三' } })).toEqual(['contact.phone: 请填写联系人电话']);
    expect(messages({ contact: { name: '张三', phone: '123' } })).toEqual([
      'contact.phone: 联系人电话应为手机号码，或写作 0791-12345678 的固定电话，请核对',
    ]);
    expect(messages({ applicant: { name: '演示公司', uscc: '123' } })[0]).toContain('applicant.uscc: 牵头单位统一社会信用代码应为 18 位');
    expect(messages({ contact: '张三' })).toEqual(['contact: 联系人应为姓名和电话，可附邮箱，请核对']);
  });

  test('a wrong cell is found by its row and column', () => {
    const products = [
      { name: '甲', income: '1' },
      { name: '乙', income: '2' },
      { name: '丙', income: 'x' },
    ];
    expect(checkAnswers(specimen, { products }, draft)).toEqual([
      { path: 'products[2].income', label: '第3行 产品收入', message: '第3行 产品收入应为以元为单位的金额，最多两位小数，请核对' },
    ]);
    expect(messages({ ...good, products: [{ name: '甲' }] }, complete)).toEqual(['products[0].income: 请填写第1行 产品收入']);
    expect(messages({ products: [{ name: '甲', price: '1' }] })).toEqual(['products[0].price: 表单中没有“第1行 price”这一项，不能填写']);
    expect(messages({ products: ['甲'] })).toEqual(['products[0]: 第1行 产品无法识别']);
    expect(messages({ products: Array.from({ length: 6 }, () => ({ name: '甲', income: '1' })) })).toEqual([
      'products: 产品最多 5 行，现为 6 行，请删减',
    ]);
  });

  test('a required table has at least one row', () => {
    const form = defineForm(page('一', { rows: f.table('明细', { name: f.text('名称') }) }));
    expect(checkAnswers(form, { rows: [] }, complete).map(({ message }) => message)).toEqual(['明细至少填写 1 行，现为 0 行']);
    expect(checkAnswers(form, { rows: [] }, draft)).toEqual([]);
  });

  test('required choices need one; none is an answer where they are optional', () => {
    const options = [{ code: 'a', name: '甲' }];
    const form = defineForm(page('一', { must: f.choices('必选', options), may: f.choices('可选', options, { optional: true }) }));
    expect(checkAnswers(form, { must: [], may: [] }, complete)).toEqual([{ path: 'must', label: '必选', message: '请选择必选' }]);
  });

  test('what is no field is refused, even by the name of something every object has', () => {
    expect(messages({ toString: 'x' })).toEqual(['toString: 表单中没有“toString”这一项，不能填写']);
  });

  test('a failing check character is a warning and no problem', () => {
    const answers = { applicant: { name: '演示公司', uscc: '91350100M000100Y4X' } };
    expect(messages(answers)).toEqual([]);
    expect(answerWarnings(specimen, answers)).toEqual([
      { path: 'applicant', label: '牵头单位', message: '牵头单位的统一社会信用代码第 18 位校验不符，应为 3；请核对营业执照' },
    ]);
  });
});

describe('derived answers', () => {
  test('are computed, in rows too, and left out while something is missing', () => {
    const filled = fillDerived(specimen, {
      staff: 100,
      researchers: 12,
      researcherShare: '9',
      products: [{ name: '甲', income: '10000000' }, { name: '乙' }],
    });
    expect(filled).toMatchObject({ researcherShare: '1200', products: [{ rank: '是' }, { name: '乙' }] });
    expect(fillDerived(specimen, { staff: 100, researcherShare: '9' })).toEqual({ staff: 100 });
  });
  test('from outside pass only if they are what the system computes', () => {
    expect(messages({ staff: 100, researchers: 12, researcherShare: '1200' })).toEqual([]);
    expect(messages({ staff: 100, researchers: 12, researcherShare: '9999' })).toEqual([
      'researcherShare: 科技人员占比由系统计算，不能填写',
    ]);
    expect(messages({ researcherShare: '9999' })).toHaveLength(1);
    expect(messages({ products: [{ name: '甲', income: '1', rank: '是' }] })).toEqual([
      'products[0].rank: 第1行 是否千万级由系统计算，不能填写',
    ]);
  });
});

describe('the schema of the answers', () => {
  const input = answersSchema(specimen, { partial: false, $id: 'specimen' });
  const without = (key: string, from: Record<string, unknown>) => Object.fromEntries(Object.entries(from).filter(([name]) => name !== key));
  const given = without('researcherShare', { ...good, products: [{ name: '甲', income: '1' }] });

  test('takes complete answers without what is derived, and nothing else', () => {
    expect(Value.Check(input, given)).toBe(true);
    expect(Value.Check(input, good)).toBe(false);
    expect(Value.Check(input, { ...given, more: 1 })).toBe(false);
    expect(Value.Check(input, without('income', given))).toBe(false);
    expect(input).toMatchObject({ $id: 'specimen', additionalProperties: false });
  });
  test('takes a draft with anything missing', () => {
    const partial = answersSchema(specimen, { partial: true });
    expect(Value.Check(partial, {})).toBe(true);
    expect(Value.Check(partial, { products: [{}] })).toBe(true);
    expect(Value.Check(input, { ...given, products: [{}] })).toBe(false);
  });
  test('takes stored answers with what was derived', () => {
    expect(Value.Check(answersSchema(specimen, { partial: true, withDerived: true }), good)).toBe(true);
  });
  test('is understood in the same way by the validator of the server', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true, coerceTypes: false, useDefaults: false });
    const compiled = ajv.compile(answersSchema(specimen, { partial: true, withDerived: true }));
    for (const n of [1, 2, 3]) expect(compiled(sampleAnswers(specimen, n)), JSON.stringify(compiled.errors)).toBe(true);
    for (const wrong of [{ income: '1.234' }, { field: '99' }, { founded: '2023-13-01' }, { contact: { name: '张三' } }, { title: ' ' }]) {
      expect(compiled(wrong)).toBe(false);
    }
  });
  test('carries the label of each field, for the documentation', () => {
    expect(JSON.stringify(input)).toContain('"title":"总收入"');
  });
});

describe('reading and printing', () => {
  test('an answer is read by its key', () => {
    expect(readAnswer(specimen, 'income', '1,234.5')).toEqual({ value: '12345000' });
    expect(readAnswer(specimen, 'incom', '1')).toEqual({ problem: '表单中没有“incom”这一项' });
  });

  test('answers are printed page by page with their units, tables cell by cell', () => {
    const pages = printAnswers(specimen, { income: '12345000', products: [{ name: '甲', income: '10000' }], field: '0101' });
    expect(pages.map(({ title }) => title)).toEqual(['基本情况', '经营情况', '产品']);
    expect(pages[1]?.lines).toContainEqual({ key: 'income', label: '总收入', unit: '万元', text: '1234.5', table: null });
    expect(pages[0]?.lines).toContainEqual({ key: 'field', label: '技术领域', unit: null, text: '软件', table: null });
    expect(pages[2]?.lines[0]).toMatchObject({ text: '共 1 行', table: { rows: [['甲', '1', '', '']] } });
  });

  test('a value of an older edition is shown as it stands', () => {
    const pages = printAnswers(specimen, { income: '约一百万', staff: '12' });
    expect(pages[1]?.lines.find(({ key }) => key === 'income')?.text).toBe('约一百万');
    expect(pages[1]?.lines.find(({ key }) => key === 'staff')?.text).toBe('12');
  });
});

describe('what changed', () => {
  const row = (name: string, income: string) => ({ name, income });

  test('is told with units, before and after', () => {
    expect(changedAnswers(specimen, { income: '100000', title: '甲' }, { income: '200000', title: '甲', staff: 5 })).toEqual([
      { path: 'staff', label: '职工总数', before: '', after: '5人' },
      { path: 'income', label: '总收入', before: '10万元', after: '20万元' },
    ]);
  });
  test('another spelling of an amount is no change', () => {
    expect(changedAnswers(specimen, { income: '100000.00' }, { income: '100000' })).toEqual([]);
    expect(changedAnswers(specimen, { income: null }, {})).toEqual([]);
  });
  test('another file of the same name is one', () => {
    const report = (digit: string) => ({ report: { sha256: digit.repeat(64), fileName: '报告.pdf', size: 1 } });
    expect(changedAnswers(specimen, report('a'), report('b'))).toEqual([
      { path: 'report', label: '审计报告', before: '报告.pdf（aaaaaaaa）', after: '报告.pdf（bbbbbbbb）' },
    ]);
  });
  test('a row put in does not change the rows that follow', () => {
    const before = { products: [row('甲', '10000'), row('乙', '20000')] };
    const after = { products: [row('甲', '10000'), row('丙', '30000'), row('乙', '20000')] };
    expect(changedAnswers(specimen, before, after)).toEqual([
      { path: 'products[1]', label: '产品新增第2行', before: '', after: '产品名称：丙；产品收入：3万元' },
    ]);
    expect(changedAnswers(specimen, after, before)).toEqual([
      { path: 'products[1]', label: '产品删除第2行', before: '产品名称：丙；产品收入：3万元', after: '' },
    ]);
  });
  test('a cell is told by its row and column', () => {
    const change = changedAnswers(specimen, { products: [row('甲', '10000')] }, { products: [row('甲', '20000')] });
    expect(change).toEqual([{ path: 'products[0].income', label: '产品第1行 产品收入', before: '1万元', after: '2万元' }]);
  });
});
