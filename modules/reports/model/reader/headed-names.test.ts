// Numbers whose name stands above them: under a head, in a structure told by who spent it, or since the year that they are held against.
import { expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

test('places under a head are told in what the head says', () =>
  expectFigures('各县（区）发明专利授权量：青岚县126件，白渡区42件，东溪县17件。', [
    { raw: '126件', indicator: '发明专利授权量', region: '青岚县' },
    { raw: '42件', indicator: '发明专利授权量', region: '白渡区' },
    { raw: '17件', indicator: '发明专利授权量', region: '东溪县' },
  ]));

test('the order of a list is no part of its head', () =>
  expectFigures('按专利授权量多少排列：青岚县126件，白渡区42件。', [
    { raw: '126件', indicator: '专利授权量', region: '青岚县' },
    { raw: '42件', indicator: '专利授权量', region: '白渡区' },
  ]));

test('a place that holds 和 in its name is one place', () =>
  expectFigures('全省技术合同成交额512亿元。分地区看，安和市、青岚市、白渡市分别为218亿元、96亿元和71亿元。', [
    { raw: '512亿元' },
    { raw: '218亿元', indicator: '技术合同成交额', region: '安和市' },
    { raw: '96亿元', indicator: '技术合同成交额', region: '青岚市' },
    { raw: '71亿元', indicator: '技术合同成交额', region: '白渡市' },
  ]));

test('who spent it is named by what was spent', () =>
  expectFigures('全省R&D经费536亿元。从执行部门看，企业430亿元、高等学校42亿元、其他单位7亿元。', [
    { raw: '536亿元' },
    { raw: '430亿元', indicator: '企业R&D经费支出' },
    { raw: '42亿元', indicator: '高等学校R&D经费支出' },
    { raw: '7亿元', indicator: '其他单位R&D经费支出' },
  ]));

test('money that grew says since when, and a yearly growth that it is one', () =>
  expectFigures('R&D经费36.8亿元，比2015年增加18.3亿元，“十三五”期间年均增长14.7%。', [
    { raw: '36.8亿元' },
    { raw: '18.3亿元', indicator: 'R&D经费比2015年变化' },
    { raw: '14.7%', indicator: 'R&D经费年均增速' },
  ]));

test('but and already are no part of a name, nor is the cause of a fall', () => {
  expect(read('高新技术企业净增210家，总数已经超过1500家。').at(-1)?.indicator).toBe('高新技术企业总数');
  expect(read('新产品出口58亿元，受市场影响下降6.1%。').at(-1)?.indicator).toBe('新产品出口增速');
  expect(read('高新技术企业36家，但总量只占全省的0.7%。').at(-1)?.indicator).not.toMatch(/但/);
});
