// What is told of towns one by one, what a mark selects, and who spent what falls to R&D.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('towns have the sum that the sentence spoke of, and together a share of it', () =>
  expect(names('R&D经费超过900万元的乡镇有3个，分别为青岚镇2100万元、白渡镇1500万元、沙坪镇1000万元，合计占全县的61%。').slice(1)).toEqual([
    'R&D经费超过900万元的乡镇',
    '青岚镇R&D经费',
    '白渡镇R&D经费',
    '沙坪镇R&D经费',
    'R&D经费占全县比重',
  ]));

test('the mark belongs to the name of what is counted behind it', () => {
  expect(names('高新技术企业不足10家的园区仍有4家。').at(-1)).toBe('高新技术企业不足10家的园区');
  expect(names('年产值2000万元以上而没有研发机构的企业还有7家。').at(-1)).toBe('年产值2000万元以上而没有研发机构的企业');
});

test('scores in brackets behind a row of places', () =>
  expect(names('排在前列的依次为青岚高新区（88.1分）、白渡高新区（85.2分）、沙坪高新区（83分）。').slice(1)).toEqual([
    '白渡高新区',
    '沙坪高新区',
  ]));

test('in a text on R&D those who spend are named by what they spend', () =>
  expect(
    names(
      '全省投入研究与试验发展（R&D）经费88亿元。\n分R&D活动主体看，各类企业投入61亿元，增长9%；高等学校18亿元。\n附：R&D经费情况。',
    ).slice(1),
  ).toEqual(['企业R&D经费支出', '企业R&D经费支出增速', '高等学校R&D经费支出']));
