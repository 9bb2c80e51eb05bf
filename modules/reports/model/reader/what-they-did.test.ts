// What those who are counted did, and where, stays out of their name; a verb or a measure alone takes the thing before it.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('where and with whom they did it is no part of who they are', () => {
  expect(names('邀请省外5家有资质的检测机构到平湖县开展检测服务。')).toEqual(['省外检测机构']);
  expect(names('联系省内三所高校与海州精密仪器有限公司洽谈。')).toEqual(['联系省内高校']);
  expect(names('目前820项成果正在实施转化。')).toEqual(['正在实施转化成果']);
});

test('a verb alone counts what was spoken of', () => {
  expect(names('组织申报省科学技术奖9项，获奖4项。')).toEqual(['申报省科学技术奖', '省科学技术奖获奖数']);
  expect(names('查处假冒专利案件18件，处理结案16件。')[1]).toBe('查处假冒专利案件处理结案数');
  expect(names('全年评价入库科技型中小企业210家，完成公示186家。')[1]).toBe('评价入库科技型中小企业公示数');
});

test('so does a measure alone', () => {
  expect(names('成果转化基金已设立子基金7支，资金总规模42亿元。')[1]).toBe('成果转化基金已设立子基金资金总规模');
  expect(names('全县有公共图书馆6个，总流通[12]83万人次。')[1]).toBe('公共图书馆总流通');
  expect(names('落实高新技术企业减免所得税额3.2亿元，享受企业数96家。')[1]).toBe('高新技术企业减免所得税额享受企业数');
});

test('those whom lectures reached are named by the lectures', () =>
  expect(names('建立“科技专员包联企业”机制，开展政策宣讲18场次，惠及企业260家。')[1]).toBe('政策宣讲惠及企业'));

test('the first of four sorts is the thing before the sorts', () =>
  expect(names('技术开发合同成交额首次居四类技术合同首位，达到41亿元，增长12%。')).toEqual([
    '技术合同类别',
    '技术开发合同成交额排名',
    '技术开发合同成交额',
    '技术开发合同成交额增速',
  ]));

test("what has no name of its own is the programme's that set it up", () =>
  expect(names('省重点研发计划共安排12个重点专项163个科技项目。成果转化引导基金累计设立6支子基金。')).toEqual([
    expect.anything(),
    '省重点研发计划科技项目',
    '成果转化引导基金子基金',
  ]));

test('of a pair in a list the second has the words before the first', () =>
  expect(names('建设国家级知识产权示范园区3个、试点园区9个。')[1]).toBe('建设国家级知识产权试点园区'));

test('praise, blotted numbers and what comes of it name nothing', () => {
  expect(names('三大科创高地建设取得明显进展。')).toEqual(['科创高地建设']);
  expect(names('已有82家企业申报了2022年度共计XX亿元研发费用。')[0]).toBe('申报了研发费用企业');
  expect(names('落实“三会一课”28次不断丰富组织生活内容。')).toEqual(['三会一课']);
});

test('a list told again by its number is one of those', () => expect(names('联系海州大学、平湖学院两所高校。')).toEqual(['联系高校']));

test('a growth is ranked where the growth stands before the rank', () =>
  expect(names('全市数字产业产值实现185亿元，增长9.2%。产值同比增长前三名为甲县、乙县、丙县。')[2]).toBe('数字产业产值增速排名'));

test('who gave something to whom is no part of what was given', () =>
  expect(names('市区各级共为园区216家企业兑现奖补资金1.2亿元。')).toEqual(['园区企业兑现奖补资金', '园区企业兑现奖补资金']));

test('one example names none of the others', () =>
  expect(names('推动签约、落地海天科技等有突出贡献的公司项目42项，投资额超30亿元。')).toEqual(['签约落地公司项目', '公司项目投资额']));

test('foreign experts follow a number as anyone does', () =>
  expect(names('4名专家获得省卓越工程师奖；2名外国专家荣获2021年省友谊奖。')[1]).toBe('荣获省友谊奖外国专家'));

test('those who passed are of the sort that was applied for', () =>
  expect(names('推荐9家企业申报高新技术企业认定，其中甲、乙等4家企业通过了公示。')[1]).toBe('通过公示高新技术企业'));

test('how a rate was reckoned belongs to it', () =>
  expect(names('按研究人员全时工作量计算的人均经费为38.2万元，比上年增加1.6万元。')).toEqual([
    '按研究人员全时工作量计算的人均经费',
    '按研究人员全时工作量计算的人均经费比上年变化',
  ]));

test('projects spend on research themselves', () =>
  expect(names('5个省重大科技项目，全年完成研发投入2.3亿元。')).toEqual(['省重大科技项目', '省重大科技项目研发投入']));
