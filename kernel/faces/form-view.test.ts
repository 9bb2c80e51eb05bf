// The form that the browser gets is plain data and still checks what the server checks.
import { describe, expect, test } from 'vitest';
import { checkAnswers } from './answers.ts';
import { formOfView, formView } from './form-view.ts';
import { sampleAnswers } from './sample.ts';
import { specimen } from './specimen.ts';

const view = formView(specimen);

describe('a form for the browser', () => {
  test('is plain data: nothing is lost on the wire', () => {
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  test('says of each field what a control needs', () => {
    const fields = view.pages.flatMap((page) => page.fields);
    expect(fields.find(({ key }) => key === 'staff')).toEqual({
      key: 'staff',
      kind: 'integer',
      label: '职工总数',
      unit: '人',
      min: '1',
      prefill: { from: 'enterprise.staff', source: '企业档案' },
      required: true,
    });
    expect(fields.find(({ key }) => key === 'researcherShare')?.required).toBe(false);
    expect(fields.find(({ key }) => key === 'contact')?.personal).toBe(true);
    const products = fields.find(({ key }) => key === 'products');
    expect(products).toMatchObject({ minRows: 0, maxRows: 5, required: false });
    expect(products?.columns?.map(({ key, required }) => [key, required])).toEqual([
      ['name', true],
      ['income', true],
      ['year', false],
      ['rank', false],
    ]);
  });

  test('the browser finds the same faults as the server', () => {
    const form = formOfView(JSON.parse(JSON.stringify(view)));
    const wrong = { ...sampleAnswers(specimen, 1), income: 'x', products: [{ name: '' }], contact: { name: '张三' } };
    expect(checkAnswers(form, wrong, { complete: true })).toEqual(checkAnswers(specimen, wrong, { complete: true }));
    // What the server derived is taken as it is.
    expect(checkAnswers(form, sampleAnswers(specimen, 1), { complete: true })).toEqual([]);
    expect(checkAnswers(form, {}, { complete: true })).toEqual(checkAnswers(specimen, {}, { complete: true }));
  });
});
