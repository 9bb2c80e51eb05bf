// Parts told by a mark, groups of the same people, grades of one judgement, and what was done to the thing before.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('a part keeps its mark and takes the name of the whole, and so does its share', () => {
  expect(names('规上工业企业508家，其中开展研发活动的133家，所占比重为26.2%。').slice(1)).toEqual([
    '开展研发活动的规上工业企业',
    '开展研发活动的规上工业企业比重',
  ]);
  expect(names('报名团队68支，来自外省的占44%。').at(-1)).toBe('来自外省的报名团队占比');
});

test('groups of the same people', () =>
  expect(names('研发人员1324人，其中女性317人；博士毕业61人，硕士毕业207人。').slice(2)).toEqual(['博士毕业研发人员', '硕士毕业研发人员']));

test('the grades of one judgement', () =>
  expect(names('市重点实验室绩效评估优秀7家、良好19家、不合格4家。')).toEqual([
    '市重点实验室绩效评估优秀',
    '市重点实验室绩效评估良好',
    '市重点实验室绩效评估不合格',
  ]));

test('what was done to the thing before', () => {
  expect(names('收到巡察反馈问题11个，已整改10个。').at(-1)).toBe('巡察反馈问题整改数');
  expect(names('专利转让187次、许可21次。').at(-1)).toBe('专利许可数');
  expect(names('全年上报项目19个，立项8个。').at(-1)).toBe('项目立项数');
});

test('money is paid out and lent under the product that the text speaks of', () => {
  expect(names('科技创新券改为线上申领，今年以来已兑付318万元。')).toEqual(['科技创新券兑付额']);
  expect(names('“云科贷”风险池规模由上年的2000万元扩至5000万元，全年放贷143笔。')).toEqual([
    '云科贷风险池规模',
    '云科贷风险池规模',
    '云科贷放贷数',
  ]);
});

test('shares and growths of the list before, one by one', () => {
  expect(names('基础研究、应用研究和试验发展经费分别为0.9亿元、3.1亿元、34.5亿元，所占比重为2.4%、8.2%和89.4%。').slice(3)).toEqual([
    '基础研究经费占比',
    '应用研究经费占比',
    '试验发展经费占比',
  ]);
  expect(names('专利申请412件、授权175件，分别增长31.2%和下降8.3%。').slice(2)).toEqual(['专利申请量增速', '专利授权量增速']);
});

test('a share with 约 before it, and one told by 相当于', () => {
  expect(names('高新技术产业增加值143亿元，约占规上工业增加值的36.5%。').at(-1)).toBe('高新技术产业增加值占规上工业增加值比重');
  expect(names('园区企业研发投入41.3亿元，相当于营业收入的2.2%。').at(-1)).toBe('园区企业研发投入占营业收入比重');
});

test('each thing in brackets is a part of the whole before them', () =>
  expect(names('上市高新技术企业11家（科创板3家、创业板5家、主板3家）。').slice(1)).toEqual([
    '科创板上市高新技术企业',
    '创业板上市高新技术企业',
    '主板上市高新技术企业',
  ]));

test('a series keeps what the text sets the spending against', () =>
  expect(names('2019年至2020年，R&D经费占GDP比重依次为1.66%、1.79%。')).toEqual([
    '研发投入强度(R&D经费占GDP比重)',
    '研发投入强度(R&D经费占GDP比重)',
  ]));

test('what a fund invested in is of the fund', () =>
  expect(names('科创基金设立子基金16支，已投项目219个，财政资金放大4.6倍。').slice(1)).toEqual([
    '科创基金已投项目',
    '科创基金财政资金放大倍数',
  ]));
