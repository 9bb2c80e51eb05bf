// What the demonstration's open challenges say: needs, bids, an agreement and what experts thought of them; all of it is fictional.
import { addDays } from '#kernel/declare/calendar.ts';

const topics = [
  ['耐高温封装材料长期可靠性提升', '高温循环 1000 次后封装界面开裂，现有国产材料寿命不足进口的一半。'],
  ['大型薄壁件低变形热处理', '热处理后翘曲超差，返修率 18%，已尝试三种工装，效果不稳定。'],
  ['高盐废水分质结晶', '混盐无法资源化，处置费用逐年上升，需要纯度 98.5% 以上的分盐工艺。'],
  ['产线视觉缺陷小样本识别', '新品切换频繁，缺陷样本不足 50 张，漏检率高于 2%。'],
  ['丘陵小地块自走式采收装备', '坡度 15 度以上地块没有可用的采收装备，人工成本占六成。'],
] as const;

const indicators = [{ name: '关键指标（演示）', target: '≥ 98.5', unit: '%', test: '第三方检测' }];

export const needAnswers = (n: number) => ({
  title: topics[n % topics.length]?.[0],
  industry: '36',
  problem: `${topics[n % topics.length]?.[1] ?? ''}（演示数据，内容虚构）`,
  beyondOwn: true,
  indicators,
  months: 18,
  testSite: '发榜方中试线一条，可连续试产',
  offer: '4000000',
  own: '2400000',
  ip: 'shared',
  contact: { name: '演示联系人', phone: '13800000000' },
});
export const bidAnswers = (n: number) => ({
  title: `${topics[n % topics.length]?.[0] ?? ''}方案`,
  approach: '建立机理模型，完成小试、中试和产线验证三步（演示数据，内容虚构）。',
  basis: '已完成实验室验证。',
  indicators,
  months: 16,
  price: '3800000',
  leader: { name: '演示负责人' },
  members: [{ name: '演示成员', unit: '演示团队', duty: '工艺' }],
  dishonest: false,
  pledge: true,
  contact: { name: '演示联系人', phone: '13800000001' },
});

export const agreement = (from: string) => ({
  contractAmount: '3800000',
  fiscalAmount: '1500000',
  ownAmount: '2300000',
  startsOn: from,
  endsOn: addDays(from, 480),
  pledge: true,
  milestones: [
    { no: 1, name: '方案设计与小试', dueOn: addDays(from, 90), share: '0.3', amount: '450000' },
    { no: 2, name: '中试达到考核指标', dueOn: addDays(from, 300), share: '0.4', amount: '600000' },
    { no: 3, name: '产线验证与第三方检测', dueOn: addDays(from, 480), share: '0.3', amount: '450000' },
  ],
});

/** Points of five seats by criterion; they agree well enough that nobody has to explain. */
export const needMarks = [
  ['35', '25', '24'],
  ['33', '26', '24'],
  ['36', '25', '25'],
  ['35', '25', '25'],
  ['33', '25', '24'],
] as const;
export const bidMarks = [
  ['30', '21', '21', '12'],
  ['29', '21', '20.5', '12.5'],
  ['30', '22', '21', '13'],
  ['30', '21.5', '21', '12.5'],
  ['29', '21', '20', '12'],
] as const;
export const opinion =
  '材料完整，技术难点交代清楚，考核指标可以测试，测试方法写明了标准或现场办法；金额和周期与难度基本相称，建议在合同中细化中试阶段的考核节点。（演示）';
