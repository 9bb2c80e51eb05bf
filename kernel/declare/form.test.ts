// What an author of a form may write, and the mistakes that must not compile.
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Organisation } from '../fields/field.ts';
import { type Answers, defineForm, f, page } from './form.ts';

const form = defineForm(
  page('企业与人员', {
    techField: f.choice('技术领域', [
      { code: '01', name: '电子信息' },
      { code: '02', name: '生物与新医药' },
    ]),
    zones: f.choices('所在园区', [
      { code: 'a', name: '高新区' },
      { code: 'b', name: '经开区' },
    ]),
    staff: f.integer('职工总数', { unit: '人' }),
    partner: f.organisation('合作单位'),
  }),
  page('财务', {
    income: f.money('总收入'),
    seriousIncident: f.yesNo('发生过重大事故'),
    products: f.table('产品', { name: f.text('产品名称'), income: f.money('产品收入'), year: f.year('年度') }),
  }),
);
type FormAnswers = Answers<typeof form>;

describe('the answers of a form are typed by its fields', () => {
  test('each kind has the type of its value', () => {
    expectTypeOf<FormAnswers['techField']>().toEqualTypeOf<'01' | '02' | undefined>();
    expectTypeOf<FormAnswers['zones']>().toEqualTypeOf<readonly ('a' | 'b')[] | undefined>();
    expectTypeOf<FormAnswers['staff']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<FormAnswers['partner']>().toEqualTypeOf<Organisation | undefined>();
    expectTypeOf<FormAnswers['income']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<FormAnswers['seriousIncident']>().toEqualTypeOf<boolean | undefined>();
    type Row = NonNullable<FormAnswers['products']>[number];
    expectTypeOf<Row>().toEqualTypeOf<{ readonly name?: string; readonly income?: string; readonly year?: number }>();
  });

  test('a right answer compiles', () => {
    const answers: FormAnswers = { techField: '01', zones: ['a'], products: [{ name: '甲', income: '100.5' }, {}] };
    expect(Object.keys(answers)).toEqual(['techField', 'zones', 'products']);
  });

  test('mistakes do not compile', () => {
    const mistakes: FormAnswers[] = [
      // @ts-expect-error A misspelt field is no field of the form.
      { techFeild: '01' },
      // @ts-expect-error 03 is not among the options.
      { techField: '03' },
      // @ts-expect-error One of several options is not among them.
      { zones: ['a', 'c'] },
      // @ts-expect-error A count is a number, not text.
      { staff: '12' },
      // @ts-expect-error An amount is decimal text, never a float.
      { income: 12.5 },
      // @ts-expect-error A row has the columns of its table only.
      { products: [{ price: '1' }] },
      // @ts-expect-error A cell has the type of its column.
      { products: [{ name: 1 }] },
      // @ts-expect-error An organisation needs its name.
      { partner: { uscc: '' } },
    ];
    expect(mistakes).toHaveLength(8);
    // @ts-expect-error A misspelt field cannot be read either.
    expect(form.fields.techFeild).toBeUndefined();
    // @ts-expect-error The unit of a text is no setting of a text.
    expect(f.text('名称', { unit: '人' }).kind).toBe('text');
    // @ts-expect-error Options are code and name.
    expect(f.choice('领域', [{ id: '01' }]).kind).toBe('choice');
  });

  test('options that come from a vocabulary are any text', () => {
    const options: readonly { code: string; name: string }[] = [{ code: '01', name: '电子信息' }];
    const open = defineForm(page('一', { techField: f.choice('技术领域', options) }));
    expectTypeOf<Answers<typeof open>['techField']>().toEqualTypeOf<string | undefined>();
  });
});

describe('a form', () => {
  test('joins the fields of its pages in order', () => {
    expect(Object.keys(form.fields)).toEqual(['techField', 'zones', 'staff', 'partner', 'income', 'seriousIncident', 'products']);
  });
  test('refuses a key twice and a key that is not camelCase', () => {
    expect(() => defineForm(page('一', { a: f.text('甲') }), page('二', { a: f.text('乙') }))).toThrow('stands twice');
    expect(() => defineForm(page('一', { 'a-b': f.text('甲') }))).toThrow('camelCase');
  });
});
