// Halves, what there is none of, places counted behind their list, round sums aimed at, and decimals that a blank splits.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

test('a half is a number where it is said of something', () => {
  expect(read('研发投入强度与全省相比仍差近半个百分点。')).toMatchObject([{ raw: '半个百分点', value: { pp: 0.5 }, kind: 'change' }]);
  expect(read('毕业企业留在本地的不到半数。')).toMatchObject([{ raw: '半数', value: 0.5, kind: 'share', bound: 'less_than' }]);
  expect(read('县级财政科技支出仅为全市平均水平的一半。')).toMatchObject([{ raw: '一半', value: 0.5, kind: 'ratio' }]);
  expect(read('这项工作刚做了一半，还要抓紧。')).toEqual([]);
});

test('what there is none of is told as nought', () => {
  expect(read('园区尚无一家上市企业。')).toMatchObject([{ raw: '一家', value: 0, unit: '家' }]);
  expect(read('全县至今没有1家国家级研发平台。')).toMatchObject([{ raw: '1家', value: 0 }]);
  expect(read('要打造一家有影响力的平台。')).toEqual([]);
});

test('places are counted behind their list, unless they go on to be told apart', () => {
  expect(read('强度高于全省平均的只有青岚、白渡两市。')).toMatchObject([{ raw: '两市', value: 2 }]);
  expect(read('青岚、白渡两县成交额分别为3亿元、2亿元。')).toMatchObject([{ raw: '3亿元' }, { raw: '2亿元' }]);
});

test('a blank inside a number ends it only where no unit follows the rest', () => {
  expect(read('产业增加值5.2 6亿元，同比增长9. 8%，完成任务的52 .5%。')).toMatchObject([
    { value: 526_000_000 },
    { value: 0.098, kind: 'yoy_growth' },
    { value: 0.525 },
  ]);
});

test('a round sum may be strived for, and a prize be told among so many', () => {
  expect(read('营业总收入将冲刺千亿。')).toMatchObject([{ raw: '千亿', value: 100_000_000_000 }]);
  expect(read('在年度评价中位列全市26家孵化器第三。')).toMatchObject([{ raw: '26家' }, { raw: '第三', kind: 'rank', value: 3 }]);
});

test('points and places lost are falls, also where the base stands between', () => {
  expect(read('覆盖率61.8%，较目标值65%低3.2个百分点。')).toMatchObject([
    { raw: '61.8%' },
    { raw: '65%', status: 'target' },
    { raw: '3.2个百分点', value: { pp: -3.2 }, kind: 'change', status: 'actual' },
  ]);
  expect(read('增速比上年放慢2.3个百分点。')).toMatchObject([{ value: { pp: -2.3 }, kind: 'change' }]);
  expect(read('白岑高新区列第66位，后退3位。')).toMatchObject([
    { raw: '第66位', kind: 'rank' },
    { raw: '3位', value: -3, kind: 'change' },
  ]);
});

test('tasks that are counted are no aim', () => {
  expect(read('市里下达我局的9项目标任务中，7项提前完成。')).toMatchObject([
    { raw: '9项', kind: 'level', status: 'actual' },
    { raw: '7项', kind: 'level' },
  ]);
});

test('marks that part groups of places, loans and scores select', () => {
  expect(read('研发经费超过5000万元的乡镇有3个。')).toMatchObject([
    { raw: '5000万元', kind: 'threshold' },
    { raw: '3个', kind: 'level' },
  ]);
  expect(read('单笔1000万元以上的32笔。')).toMatchObject([{ raw: '1000万元', kind: 'threshold' }, { raw: '32笔' }]);
  expect(read('得分低于60分的2家，限期整改。')).toMatchObject([{ raw: '60分', kind: 'threshold' }, { raw: '2家' }]);
  expect(read('高新技术企业不足20家的园区仍有6家。')).toMatchObject([{ raw: '20家', kind: 'threshold' }, { raw: '6家' }]);
});

test('one place lost counts, the second and third batch do not, and 近 may stand inside a doubling', () => {
  expect(read('强度排全市第8位，较2019年后退一位。')).toMatchObject([{ raw: '第8位' }, { raw: '一位', value: -1, kind: 'change' }]);
  expect(read('确保月末前完成第二、三批企业的申报。')).toEqual([]);
  expect(read('总数达到417家，五年翻了近两番。')).toMatchObject([{ raw: '417家' }, { value: 4, kind: 'multiple' }]);
});

test('a branch that outgrew the economy is still a part of it', () =>
  expect(read('高新技术产业增加值538.7亿元，增长9.6%，高出GDP增速5.8个百分点，占GDP的比重为19.8%。').at(-1)).toMatchObject({
    kind: 'share',
  }));

test('what may be given and borne is demanded', () => {
  expect(read('项目单项财政资助不超过项目总投入的30%。')).toMatchObject([{ raw: '30%', kind: 'threshold', status: 'requirement' }]);
  expect(read('企业自筹比例不低于70%。')).toMatchObject([{ kind: 'threshold', status: 'requirement' }]);
  expect(read('企业创新积分80分以上的312家。')).toMatchObject([{ raw: '80分', kind: 'threshold' }, { raw: '312家' }]);
});

test('where a page came from and how often it was printed is no figure', () => {
  expect(
    read('青岚县科学技术和工业信息化局2023年上半年科技工作小结\n来源:科技股 日期:2023-07-06 浏览次数:118次\n入库46家。'),
  ).toMatchObject([{ raw: '46家' }]);
  expect(read('本期共印120份。')).toEqual([]);
});
