// Changes told in full: what is, what it is compared with, by how much it differs and by how many per cent.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

test.each([
  '2023年培训费预算40万元，比2022年实际支出50万元，减少10万元，降低20.0%。',
  '公务接待费决算数为62.5万元，比上年决算数50万元增加12.5万元，增长25%。',
  '展馆面积4200平方米，较上年的4000平方米增加200平方米，增长5.0%。',
  '2023年会议费预算30万元，比2022年预算减少5万元，下降14.3%。',
])('agrees: %s', (text) => {
  expect(wrong(text)).toEqual([]);
});

test('a plan is held against its base as well as what was done', () => {
  expect(wrong('2023年培训费预算40万元，比2022年实际支出50万元，减少12万元，降低20.0%。')).toContain('change 40万元 − 50万元');
  expect(wrong('2023年培训费预算40万元，比2022年实际支出50万元，减少10万元，降低25.0%。')).toContain('growth 40万元 ÷ 50万元 − 1');
});

test('the word that says growth where it fell', () => {
  expect(wrong('公务接待费决算数为50万元，比上年决算数62.5万元增加12.5万元，增长25%。')).toContain('growth 50万元 ÷ 62.5万元 − 1');
});

test('what is compared with a census told in the sentence', () => {
  const told = (rate: string): string => `全县常住人口与2010年第六次全国人口普查的402500人相比，增加16100人，增长${rate}。`;
  expect(wrong(told('4.00%'))).toEqual([]);
  expect(wrong(told('4.40%'))).toEqual(['growth 16100人 ÷ 402500人']);
});

test('what is compared with something that bears no number stays silent', () => {
  expect(wrong('全年立项120项，占申报300项的40%，比上年增加20项，增长20%。')).toEqual([]);
});
