// Whose part is counted: of what was counted alike before 其中, of schools, of a whole within a part; and what a rank without a name is of.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('a class of projects is some of the projects, not of their money', () =>
  expect(names('承担科技攻关项目46项，获得无偿资助3200万元，其中国家级9项、省级37项。')).toEqual([
    '承担科技攻关项目',
    '科技攻关项目获得无偿资助',
    '国家级科技攻关项目',
    '省级科技攻关项目',
  ]));

test('a part of a part is named by the nearer whole', () =>
  expect(names('争取上级项目40项，其中重大科技专项6项，历年最多，其中，工业类4项、农业类2项。').slice(2)).toEqual([
    '工业类重大科技专项',
    '农业类重大科技专项',
  ]));

test('a kind of school is one of the schools, and those who leave take the place of those who come', () =>
  expect(names('全县各类学校共招收9200人，其中高中2100人；毕业生共8800人，其中高中1900人，幼儿园2300人。')).toEqual([
    '学校招收',
    '高中招收',
    '学校毕业生',
    '高中毕业生',
    '幼儿园毕业生',
  ]));

test('a title in brackets belongs to no name', () =>
  expect(names('【平台建设再上台阶】全市新增省级研发平台8家，完成全年任务160%。')).toEqual([
    '新增省级研发平台',
    '新增省级研发平台任务完成率',
  ]));

test('a place among others leaves the thing as it is', () =>
  expect(names('高新技术产业产值达到86亿元，居全省第六位，沿江城市圈第三位，增速9.5%。')).toEqual([
    '高新技术产业产值',
    '高新技术产业产值全省排名',
    '高新技术产业产值排名',
    '高新技术产业产值增速',
  ]));

test('what a point said without a number is what its numbers are of', () =>
  expect(names('研发投入强度达2.1%。\n二是高新技术企业净增数创新高。2020年净增12家，2021年净增21家。').slice(1)).toEqual([
    '高新技术企业净增数',
    '高新技术企业净增数',
  ]));

test('places under 其中 have as much of the whole', () => {
  const read5 = read('实现技术合同成交额86.5亿元，占全省的5.6%。其中，青岚市40.2亿元、白渡市21.3亿元。');
  expect(read5.slice(2).map(({ indicator, region }) => [indicator, region])).toEqual([
    ['技术合同成交额', '青岚市'],
    ['技术合同成交额', '白渡市'],
  ]);
});

test('a list goes on with shares of the same region', () =>
  expect(names('集聚全省超60%的领军人才、超70%的省级实验室。')).toEqual(['领军人才占全省比重', '省级实验室占全省比重']));

test('a place in brackets is that of the list that was entered, and so is its change', () =>
  expect(names('研发经费投入23亿元，连续三年入选全球创新百强城市(位列第81名，3年累计跃升12个位次)。').slice(1)).toEqual([
    '全球创新百强城市排名',
    '全球创新百强城市排名变化',
  ]));

test('parts behind a colon have the sum before it', () =>
  expect(names('营业收入186亿元：国家高新区120亿元，省级高新区66亿元。')).toEqual([
    '营业收入',
    '国家高新区营业收入',
    '省级高新区营业收入',
  ]));

test('so much of an area has been built', () =>
  expect(names('创意产业基地规划建设总面积60万平方米，其中已建成24万平方米。')[1]).toBe('创意产业基地建成面积'));
