// What an auditor that reads too little would call wrong: each text is in order, and its neighbour, which isn't, is found.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2024)).map(({ type, formula, note }) => `${type} ${formula} ${note}`);

const sections = (...numbers: readonly string[]): string => numbers.map((number) => `（${number}）抓落实。完成相关工作。`).join('\n');

test('one number out of order is told once', () => {
  expect(alarms(sections('一', '二', '四', '四', '五'))).toHaveLength(1);
  expect(alarms(sections('一', '二', '四', '五', '六'))).toHaveLength(1);
  expect(alarms(sections('一', '二', '三', '四', '五'))).toEqual([]);
});

test('a paragraph may end with a colon before what it announces, or with a full stop of another script', () => {
  expect(alarms('全县统筹推进。工作稳步开展，各项任务取得新成效：\n一、企业培育\n内容。\n二、平台建设\n内容。')).toEqual([]);
  expect(alarms('全县统筹推进。合同项数下降，成交额均有所减少.\n一、企业培育\n内容。\n二、平台建设\n内容。')).toEqual([]);
  expect(alarms('全县统筹推进。工作稳步开展，各项任务取得新\n一、企业培育\n内容。\n二、平台建设\n内容。')).toHaveLength(1);
});

test('a share of a target is no claim that the target was met', () => {
  expect(alarms('上半年受理专利申请230件，完成全年500件任务的46%。')).toEqual([]);
  expect(alarms('上半年受理专利申请230件，圆满完成全年500件任务。')).toHaveLength(1);
});

test('the place by amount and the place by growth are two places', () => {
  expect(alarms('上半年，全市高新技术产业产值386亿元，总量列全省第9位。\n全市高新技术产业产值增长18.6%，增幅居全省第2位。')).toEqual([]);
  expect(alarms('上半年，全市高新技术产业产值总量列全省第9位。\n上半年，全市高新技术产业产值总量居全省第8位。')).toHaveLength(1);
});

test('a list that the text breaks off within is not counted', () => {
  expect(alarms('超过百亿元的县区有6个，分别为东山县（236亿元）、西河县（210亿元）、南岭县（182亿元）、北')).toEqual([]);
});

test('what follows a bracket is said of the number before it, and a bracket behind the next number is not the first one’s', () => {
  const told = (share: string): string => `全县完成项目200项，其中重点项目29项（甲类18项、乙类11项），占${share}。`;
  expect(alarms(told('14.5%'))).toEqual([]);
  expect(alarms(told('5.5%'))).toHaveLength(1);
  expect(alarms('新增孵化器1家、众创空间6家（其中国家备案2家）。')).toEqual([]);
  expect(alarms('新增众创空间6家（其中国家备案8家）。')).toHaveLength(1);
  expect(alarms('新增3个创新平台（总数79家），成效明显。')).toEqual([]);
  expect(alarms('建成研发机构172个（本年新增12个），其中国家级20个，省级50个。')).toEqual([]);
  expect(alarms('建成研发机构172个（本年新增12个），其中国家级180个，省级50个。')).toHaveLength(1);
});

test('a growth that was cut off instead of rounded speaks against nothing; one that no whole number can have does', () => {
  expect(alarms('全市专利授权1873件，同比增长55.9%。')).toEqual([]);
  expect(alarms('全市专利授权1873件，同比增长55.88%。')).toHaveLength(1);
});

test('a row of two and the change of all of it, words that only sound like a beginning, and a target in a bracket', () => {
  expect(alarms('落实省级项目22项，市级项目8项，比上年增加10项。')).toEqual([]);
  expect(alarms('落实市级项目8项，比上年增加10项。')).toHaveLength(1);
  expect(alarms('全市从事研发活动的人员15030人，其中本科以上7285人，增长1.46%。')).toEqual([]);
  expect(alarms('全市研发人员从6800人增加到7285人，增长1.46%。')).not.toEqual([]);
  expect(alarms('培训农民3239人次，超额完成目标任务（3000人次）的8%。')).toEqual([]);
  expect(alarms('培训农民3239人次，超额完成目标任务（3000人次）的18%。')).toHaveLength(1);
  expect(alarms('立项计划项目19项；建成创新平台6个，完成年度任务的60%。')).toEqual([]);
});

test('what is new, what is compared with, what is a total of its own and what has another unit is no whole', () => {
  expect(alarms('全年认定省级以上企业技术中心10家，省级以上企业技术中心发展到101家。')).toEqual([]);
  expect(alarms('东部16个开发区发展良好。其中产值增幅高于西部33个开发区0.7个百分点。')).toEqual([]);
  expect(alarms('财政总收入1786万元。其中：地方预算收入1233万元；税收总收入1047万元。')).toEqual([]);
  expect(alarms('登记技术合同1.2万项，科技企业2.1万家，科技成果转化率达到50.3%。')).toEqual([]);
  expect(alarms('组织5家企业申报专项；申报奖励5项。其中，组织6家企业申报重点专项。')).toEqual([]);
});

test('a fraction in words is said of what is near it', () => {
  expect(alarms('全省合同额428亿元，其中五市289.8亿元，占全省的三分之二。')).toEqual([]);
  expect(alarms('全省合同额428亿元，其中五市289.8亿元，占全省的三分之一。')).toHaveLength(1);
});

test('what a number is compared with is not what the sentence speaks of', () => {
  expect(alarms('全市科技支出18.75亿元，比上年的17.02亿元增长10.2%，占一般公共预算支出426.8亿元的4.4%。')).toEqual([]);
  expect(alarms('全市科技支出18.75亿元，比上年的17.02亿元增长10.2%，占一般公共预算支出426.8亿元的4.0%。')).toHaveLength(1);
  expect(alarms('年末高新技术企业287家，比上年末的243家净增44家，占全市1124家的25.5%。')).toEqual([]);
  expect(alarms('办理融资46笔，金额6.21亿元，平均每笔1350万元，金额比上年的4.87亿元增长27.5%。')).toEqual([]);
  expect(alarms('实现产值764.8亿元，上年同期为702.6亿元，增长8.9%，比全部工业产值增速（5.9%）高3.0个百分点。')).toEqual([]);
  expect(alarms('占比38.6%，比上年的36.9%提高1.7个百分点，高于年度目标（38.0%）0.6个百分点。')).toEqual([]);
  expect(alarms('占比38.6%，比上年的36.9%提高1.7个百分点，高于年度目标（38.0%）1.7个百分点。')).toHaveLength(1);
});

test('a net number among the moves, places that were reached, and the first of a row', () => {
  expect(alarms('年初企业512家，年内新认定118家，到期未续或迁出21家，净增97家，年末保有609家。其中规上企业274家，占45.0%。')).toEqual([]);
  expect(alarms('年初企业512家，年内新认定118家，到期未续或迁出21家，净增97家，年末保有690家。')).not.toEqual([]);
  expect(alarms('选派科技专员86名，其中省级23名、市级28名、县级35名，覆盖全部12个乡镇。')).toEqual([]);
  expect(alarms('居前的是东山市486.3亿元、西河市205.7亿元、南岭市168.2亿元、北原市121.4亿元。')).toEqual([]);
});

test('the words of the whole tell whether things or money are shared', () => {
  const told = (count: string): string =>
    `登记合同4000项，成交额100.0亿元，完成90亿元的任务。企业签出3000项、88.0亿元，占合同数的${count}、成交额的88.0%。`;
  expect(alarms(told('75.0%'))).toEqual([]);
  expect(alarms(told('57.0%'))).not.toEqual([]);
});

test('shares in a row are of the levels in a row before them, though nothing says 分别', () => {
  const told = (first: string): string =>
    `新入库企业400家。按领域分，先进制造160家、电子信息120家、生物医药80家、现代农业40家，占比为${first}、30.0%、20.0%、10.0%。`;
  expect(alarms(told('40.0%'))).toEqual([]);
  expect(alarms(told('45.0%'))).not.toEqual([]);
});

test('a share in words is no number of things', () => {
  expect(alarms('引进人才60人，其中博士36人，约每五人中有三人是博士；同比少引进3人，年度目标120人，完成50.0%。')).toEqual([]);
  expect(alarms('引进人才60人，年度目标120人，完成45.0%。')).not.toEqual([]);
});

test('the others together are those that are not told', () => {
  expect(alarms('东山区219家、高新区184家、其余五县合计210家，分别占35.7%、30.0%和34.3%。')).toEqual([]);
  expect(alarms('东山区219家、高新区184家、西河县210家，合计603家。')).not.toEqual([]);
});

test('joined parts that fill their whole leave nothing for what follows', () => {
  expect(alarms('实施项目84个，其中新开工31个、续建53个，年内竣工26个。')).toEqual([]);
  expect(alarms('实施项目84个，其中新开工31个、续建63个。')).not.toEqual([]);
});

test('a fall behind a bracketed share is that of the level', () => {
  expect(alarms('西河县120.0亿元（占20.0%），下降2.5%；东山区80.0亿元（占13.3%），增长4.0%。')).toEqual([]);
  expect(alarms('企业占比20.0%，比上年下降2.5%。')).not.toEqual([]);
});
