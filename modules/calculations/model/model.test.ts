// What a form of a calculation holds becomes the same document again, fits an address, and is named in Chinese when it is wrong.
import { describe, expect, it, test } from 'vitest';
import { calculationIds, examplesOf, findCalculation } from '#kernel/calculations/index.ts';
import { answersOf, documentOf, listText, readList, readNamed, withAnswer } from './documents.ts';
import { cargoOf, longestLink, packedCargo, plainCargo, readCargo } from './link.ts';
import { pathLabel } from './path-label.ts';

async function calculationOf(id: string) {
  const found = await findCalculation(id);
  if (found === undefined) throw new Error(id);
  return found;
}

test.each(calculationIds)('every example of %s passes through the form and an address unchanged', async (id) => {
  const { input, parameters, evaluate } = await calculationOf(id);
  for (const example of await examplesOf(id)) {
    const cargo = await packedCargo(example.in);
    const carried = (await readCargo(cargo ?? '')) ?? {};
    const limits = documentOf(parameters, answersOf(parameters, (carried.parameters ?? {}) as Record<string, unknown>));
    const document = { ...documentOf(input, answersOf(input, carried)), parameters: limits };
    expect(evaluate(document)).toEqual(evaluate(example.in));
    expect(cargo?.length).toBeLessThan(longestLink);
  }
});

describe('the address', () => {
  it('carries inputs plainly where the link stands in the page', async () => {
    expect(await readCargo(plainCargo({ name: '甲' }))).toEqual({ name: '甲' });
    expect(cargoOf(`#in=${plainCargo({})}`)).toBe(plainCargo({}));
    expect(cargoOf('#top')).toBeUndefined();
  });

  it('is not offered for what does not fit', async () => {
    const noise = Array.from({ length: 9_000 }, (_, index) => (index * 2_654_435_761) % 4_294_967_296);
    expect(await packedCargo({ noise })).toBeUndefined();
  });

  it.each(['', 'j', 'z', 'j%%%', 'zAAAA', plainCargo([1]), plainCargo('text')])('is ignored when it is %j', async (cargo) => {
    expect(await readCargo(cargo)).toBeUndefined();
  });

  it('does not unfold without bounds', async () => {
    const bomb = await packedCargo({ zeros: '0'.repeat(3_000_000) });
    expect(bomb).toBeDefined();
    expect(await readCargo(bomb ?? '')).toBeUndefined();
  });
});

describe('lists in one box', () => {
  it('are read as typed or pasted, with unknown members where they may be', async () => {
    const { input } = await calculationOf('innovation-index');
    const years = input.years?.type as never;
    expect(readList('2020、2021，2022\n2023', (years as { element: never }).element)).toEqual([2020, 2021, 2022, 2023]);
    const { input: quarters } = await calculationOf('rd-super-deduction');
    expect(documentOf(quarters, { expensed: '300000、未知、0、1' })).toEqual({ expensed: ['300000', null, '0', '1'] });
    expect(listText(['a', null])).toBe('a、未知');
  });

  it('may name their members', () => {
    expect(readNamed('innovation=28、team：20')).toEqual({ innovation: '28', team: '20' });
    expect(listText({ innovation: '28' })).toBe('innovation=28');
  });
});

test('a record without any answer is no answer', () => {
  expect(withAnswer({ held: true }, 'held', undefined)).toBeUndefined();
  expect(withAnswer(undefined, 'held', false)).toEqual({ held: false });
});

test('a problem is named by the labels on the way to it', async () => {
  const techSme = await calculationOf('tech-sme');
  expect(pathLabel(techSme, 'ipRights[0].kind')).toBe('知识产权 第1行 类别');
  expect(pathLabel(techSme, 'directConfirmation.standardLed.held')).toBe('直接确认条件 主导制定国际、国家或行业标准 有');
  expect(pathLabel(techSme, 'parameters.passScore')).toBe('参数 合格分');
  expect(pathLabel(techSme, 'parameters.stranger')).toBe('参数 stranger');
});
