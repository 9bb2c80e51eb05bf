// What is said of one county is never held against what is said of another.
import { describe, expect, test } from 'vitest';
import { alarmsOf, audit, shortOf } from './audit-cases.ts';

describe('the figures of two counties', () => {
  test.each([
    '青岚县高新技术企业126家。\n白渡区高新技术企业125家。',
    '青岚县孵化器达到126家，同比增长12%。\n白渡区孵化器达到120家，同比增长5%。',
    '石门市技术合同成交额12.6亿元。\n临泉市技术合同成交额12.5亿元。',
    '县区\t入库企业（家）\n青岚县\t126\n白渡区\t125\n',
  ])('are no repeats of each other: %j', (text) =>
    expect(shortOf(audit(text), 'duplicate').concat(alarmsOf(audit(text)).map(({ note }) => note))).toEqual([]),
  );

  test('and those of one county are', () =>
    expect(alarmsOf(audit('青岚县高新技术企业126家。\n青岚县高新技术企业125家。')).map(({ type }) => type)).toEqual(['duplicate']));

  test('still make up the sum of the city', () => {
    expect(alarmsOf(audit('青岚县高新技术企业12家、白渡区20家，全市合计33家。')).map(({ type }) => type)).toEqual(['sum']);
    expect(alarmsOf(audit('青岚县高新技术企业12家、白渡区20家，全市合计32家。'))).toEqual([]);
  });
});
