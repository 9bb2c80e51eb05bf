// Rules told without 对, why something failed, whom a deed was done to, and what a speaker in quotes means to do.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);
const statuses = (text: string) => read(text).map(({ status }) => status);

test('a rule needs no 对', () => {
  expect(statuses('①首次认定高企一次性奖励20万元，重新认定的减半，即10万元。')).toEqual(['requirement', 'requirement']);
  expect(statuses('每名特派员每年补助工作经费3000元，考核优秀的再奖2000元。')).toEqual(['requirement', 'requirement']);
  expect(statuses('首次认定企业共兑现奖励120万元。')).toEqual(['actual']);
});

test('whom a rule is for is marked off', () => {
  expect(read('领办合作社带动农户30户以上的，给予10万元补助。')[0]).toMatchObject({ kind: 'threshold', status: 'requirement' });
  expect(read('对年度研发费用200万元以上、且较上年增长10%以上的企业，按增量的8%给予补助。').slice(0, 2)).toMatchObject([
    { kind: 'threshold' },
    { kind: 'threshold', status: 'requirement' },
  ]);
});

test('what became of them names them, not why', () => {
  expect(names('新认定企业29家，另有3家因投入不足未能通过复审。')[1]).toBe('未能通过复审企业');
  expect(names('9家企业因材料不实被取消资格，涉及资金30万元。')).toEqual(['被取消资格企业', '被取消资格企业资金']);
});

test('some of those spoken of are named by what they had', () =>
  expect(names('园区26家规上企业中仅4家享受到后补助。')[1]).toBe('享受后补助园区规上企业'));

test('those to whom something is done are themselves', () => expect(names('建议四季度对23家零研发企业逐户上门。')).toEqual(['零研发企业']));

test('the same number told again is of the same', () =>
  expect(names('全市有5家龙头企业，5家合计支出7900万元，占全区48.6%。').slice(0, 2)).toEqual(['龙头企业', '龙头企业']));

test('each growth of a list says which way it went', () =>
  expect(names('装备、医药、材料分别完成产值98亿元、57亿元、33亿元，分别增长12.4%、6.8%和下降9.5%。').slice(3)).toEqual([
    '装备产值增速',
    '医药产值增速',
    '材料产值增速',
  ]));

test('a loss from before a deed is that after it', () => expect(names('损耗率由实施前的22%降到9%。')).toEqual(['损耗率', '损耗率']));

test('speech in quotes plans until it closes', () =>
  expect(read('2022年科技工作见闻\n“明年我们打算再选派20名年轻技术员进村。”副局长说。在今年的考核中，青岚县居全市第二。')).toMatchObject([
    { status: 'plan', period: '2023' },
    { kind: 'rank', status: 'actual', period: '2022' },
  ]));

test('in a review of years what stands is of the last of them, what was gathered of all', () =>
  expect(
    read(
      '青岚县“十三五”科技创新工作回顾\n有效发明专利拥有量达48件。累计获省级科技奖励6项。2018、2019、2020年末，高新技术企业分别为5家、7家和11家。',
    ),
  ).toMatchObject([{ period: '2020' }, { period: '2016-2020' }, { period: '2018' }, { period: '2019' }, { period: '2020' }]));

test('last year’s rank is of last year', () =>
  expect(read('2022年工作总结\n青岚高新区由上年第14名升至第11名。')).toMatchObject([{ period: '2021' }, { period: '2022' }]));

test('how some of the tasks stand', () =>
  expect(names('市里下达我局的9项目标任务中，7项提前完成，1项按进度完成。')).toEqual([
    '目标任务',
    '提前完成目标任务',
    '按进度完成目标任务',
  ]));

test('a mark that was crossed is of what crossed it', () => {
  expect(names('技术合同成交额首次迈上700亿元台阶，在全国各省（区、市）中排第14位。')).toEqual([
    '技术合同成交额',
    '技术合同成交额全国排名',
  ]);
  expect(names('技术合同成交额430亿元，首次跨过400亿元关口。')[1]).toBe('技术合同成交额');
});

test('one example of an institution names none of the others', () =>
  expect(names('与省农科院等4所高校院所签订合作协议。')).toEqual(['签订合作协议高校院所']));

test('a place that is set against last year’s', () =>
  expect(names('高新区总排名列第58位，较上年度的第69位前移11位。')).toEqual(['高新区总排名', '高新区总排名', '高新区总排名变化']));

test('this share is the one that was told', () =>
  expect(names('有研发活动的规上企业占规上工业企业的41.7%，2018年这一比重为27.4%。')[1]).toBe('有研发活动的规上企业占规上工业企业比重'));

test('kinds of research have shares of the spending', () =>
  expect(
    names('一、R&D经费\n全市R&D经费支出90亿元。R&D人员8000人，有R&D活动的企业300家。基础研究比重为6.0%，试验发展比重82%。').slice(-2),
  ).toEqual(['基础研究经费占R&D经费比重', '试验发展经费占R&D经费比重']));

test('what is set against last year’s number is not named by it', () => {
  expect(names('年末有效发明专利比上年末的5680件净增1320件，增长23.2%。')).toEqual([
    '有效发明专利拥有量',
    '有效发明专利拥有量净增数',
    '有效发明专利拥有量增速',
  ]);
  expect(names('高新技术企业比上年的243家净增66家。')[1]).toBe('高新技术企业净增数');
});

test('more of it than in another year is a change of it', () =>
  expect(names('全省投入R&D经费1186亿元，较2021年多投入98亿元，增长9.1%。').slice(1)).toEqual(['R&D经费比2021年变化', 'R&D经费增速']));

test('an aim or last year’s number that it is held against is of the same', () => {
  expect(read('研发活动覆盖率61.8%，较目标值65%低3.2个百分点。')).toMatchObject([
    { indicator: '研发活动覆盖率' },
    { indicator: '研发活动覆盖率', kind: 'target', status: 'target' },
    { indicator: '研发活动覆盖率与目标之差', kind: 'change', value: { pp: -3.2 } },
  ]);
  expect(read('2022年工作总结\n省级平台入库31家，已经超过去年全年的30家。')[1]).toMatchObject({
    indicator: '省级平台入库',
    period: '2021',
  });
});

test('the others in a bracket are of what was counted alike', () =>
  expect(names('争取省列项目21项、资金1156万元（重点研发计划9项240万元，其他9项616万元）。').at(-2)).toBe('其他省列项目'));

test('how much of a support there may or must be', () =>
  expect(names('实施揭榜挂帅，财政资助不超过项目总投入的30%，企业自筹比例不低于70%。')).toEqual([
    '揭榜挂帅财政资助比例上限',
    '揭榜挂帅企业自筹比例下限',
  ]));

test('who is given the same again', () =>
  expect(names('对首次认定的高新技术企业奖励30万元，重新认定的奖励10万元。')[1]).toBe('重新认定高新技术企业奖励'));

test('what some of them have become', () => {
  expect(names('引进项目9个，3个已建成投产。')[1]).toBe('建成投产引进项目');
  expect(names('人大审议意见共五条，目前四条已经办结。')[1]).toBe('办结人大审议意见');
});

test('those to whom something is done, whoever does it', () =>
  expect(names('省厅会同统计部门对全省26家高新区（国家级8家、省级18家）的情况进行了评价。')).toEqual([
    '高新区',
    '国家级高新区',
    '省级高新区',
  ]));
