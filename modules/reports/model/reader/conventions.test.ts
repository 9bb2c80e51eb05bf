// The conventions by which figures are named, dated and judged, each on sentences of our own.
import { describe, expect, test } from 'vitest';
import { likeness } from '#testing/eval-reader/score.ts';
import { readFigures } from './read-figures.ts';
import { expectFigures, read } from './reading-cases.ts';

describe('a rank or a growth belongs to what stands before it', () => {
  test('behind a share of a region it is the place of the thing', () =>
    expectFigures('全市众创空间达到47家，占全省的5.3%，居全省第6位。', [
      { raw: '47家', indicator: '众创空间' },
      { raw: '5.3%', kind: 'share', indicator: '众创空间占全省比重' },
      { raw: '第6位', kind: 'rank', indicator: '众创空间全省排名' },
    ]));

  test('behind a growth it is the place of the growth', () =>
    expectFigures('全年技术交易额53亿元，同比增长8.4%，居全省第7位。', [
      { raw: '53亿元' },
      { raw: '8.4%', indicator: '技术交易额增速' },
      { raw: '第7位', indicator: '技术交易额增速全省排名' },
    ]));

  test('what is held against last year stays in last year, and the growth in this one', () =>
    expectFigures('商标注册量806件，上年同期为650件，同比增长24%。', [
      { raw: '806件', period: '2022' },
      { raw: '650件', period: '2021' },
      { raw: '24%', period: '2022', kind: 'yoy_growth', comparison: { base: '上年' } },
    ]));

  test('and what is compared with is told without the verb', () => {
    expect(read('孵化器达23家，比上年末净增4家。')[1]).toMatchObject({
      kind: 'change',
      measure: 'net_change',
      comparison: { base: '上年末' },
    });
    expect(read('全县科技型企业净减少9家。')[0]).toMatchObject({
      kind: 'change',
      measure: 'net_change',
      value: -9,
      indicator: '科技型企业净减少数',
    });
  });
});

describe('places said without a numeral', () => {
  test('the first among others, and where a copy has blotted out whose', () =>
    expectFigures('技术服务合同成交额32亿元，居四类合同之首，增幅居*市第一。首届大赛成功举办。', [
      { raw: '32亿元' },
      { raw: '四类' },
      { raw: '首', kind: 'rank', value: 1 },
      { raw: '第一', kind: 'rank', value: 1 },
    ]));
});

describe('aims', () => {
  test('how much of one has been reached has happened', () =>
    expectFigures('全年引进创新团队18个，占全年目标(40个)的45%。', [
      { raw: '18个', status: 'actual' },
      { raw: '40个', status: 'target', kind: 'target', indicator: '引进创新团队' },
      { raw: '45%', status: 'actual', kind: 'ratio', indicator: '引进创新团队任务完成率' },
    ]));

  test('exceeding one is no aim, and the next sentence part aims at nothing', () =>
    expectFigures('技术交易额增长61%，超出年度目标26个百分点；新增瞪羚企业14家。', [
      { raw: '61%', status: 'actual' },
      { raw: '26个百分点', status: 'actual', kind: 'change' },
      { raw: '14家', status: 'actual', kind: 'level' },
    ]));

  test('a mark is set, whether it tells groups of a statistic apart or says whom a rule is for', () => {
    expect(read('营业收入超过10亿元的企业有6家。')[0]).toMatchObject({ kind: 'threshold', status: 'requirement' });
    expect(read('申请超过30件的单位有4个。')[0]).toMatchObject({ kind: 'threshold', status: 'requirement' });
    expect(read('有3家得分低于60分。')[1]).toMatchObject({ kind: 'threshold', status: 'requirement' });
    expect(read('对营业收入超过10亿元的企业给予补助。')[0]).toMatchObject({ kind: 'threshold', status: 'requirement' });
  });

  test('how much of a year’s aim was done is no aim', () =>
    expectFigures('科技型中小企业入库86家，完成年度目标任务215%。', [{ raw: '86家' }, { raw: '215%', kind: 'ratio', status: 'actual' }]));

  test('nor is one in number', () =>
    expectFigures('获批科技创新平台6个，完成市政府年度目标任务数60%。', [{ raw: '6个' }, { raw: '60%', kind: 'ratio', status: 'actual' }]));
});

describe('what is expected', () => {
  test('makes what follows from it expected, but a growth that alone is expected leaves its level a result', () => {
    expect(read('预计全年产值50亿元，同比增长6%。').map(({ status }) => status)).toEqual(['estimate', 'estimate']);
    expect(read('完成主营业务收入50亿元，预计增长6%。').map(({ status }) => status)).toEqual(['actual', 'estimate']);
  });
});

describe('places and times', () => {
  test('a county is the region of its figures and no part of their names', () => {
    expectFigures('青岚县高新技术企业86家，白渡区科技型中小企业112家。', [
      { raw: '86家', region: '青岚县', indicator: '高新技术企业总数', measure: 'stock' },
      { raw: '112家', region: '白渡区', indicator: '科技型中小企业总数', measure: 'stock' },
    ]);
    expectFigures('青岚县孵化器12家，众创空间20家，占全市的20%。', [
      { raw: '12家', region: '青岚县', indicator: '科技企业孵化器' },
      { raw: '20家', region: '青岚县', indicator: '众创空间' },
      { raw: '20%', region: '青岚县', indicator: '众创空间占全市比重', of: '全市' },
    ]);
  });

  test('and as many of the same are counted in the next county and in the whole city', () => {
    expectFigures('青岚县高新技术企业12家、白渡区20家，全市合计32家。', [
      { raw: '12家', region: '青岚县', indicator: '高新技术企业总数' },
      { raw: '20家', region: '白渡区', indicator: '高新技术企业总数' },
      { raw: '32家', region: '全市', indicator: '高新技术企业总数' },
    ]);
    expectFigures('研发投入强度居前的县区分别为青岚县3.2%、白渡区2.8%。', [
      { raw: '3.2%', region: '青岚县', indicator: '研发投入强度' },
      { raw: '2.8%', region: '白渡区', indicator: '研发投入强度' },
    ]);
  });

  test.each(['技术市场成交合同', '重组市重点实验室', '产业联盟企业', '科技园区企业', '国家高新区企业', '中心城市项目'])(
    '%s is no place',
    (name) => expect(read(`全年${name}12个。`)[0]?.region ?? '全市').toBe('全市'),
  );

  test('the place of the text is that of the office that writes, not the words before it', () => {
    expect(read('12月下旬，省科技局来我市。组织活动6场。')[0]?.region).toBeNull();
    expect(read('完成省科技厅下达任务12项。')[0]?.region).toBeNull();
    expect(read('临泉市科技局2022年工作总结\n组织活动6场。')[0]?.region).toBe('临泉市');
    expect(read('出台了临泉市科技局的办法。组织活动6场。')[0]?.region).toBe('临泉市');
  });

  test('by the end of June it is the half year', () =>
    expect(read('截至2022年6月底，全市孵化器达到30家。')[0]).toMatchObject({ period: '2022H1' }));

  test('a section on a five-year plan speaks of its years', () =>
    expect(read('一、“十三五”期间主要工作回顾\n全区共实施市级项目73项。\n', 2020)[0]).toMatchObject({ period: '2016-2020' }));
});

/** Sentences, and the names that a careful person gives: likeness of one half or more is the annotators' measure. */
const NAMED: readonly (readonly [string, string, readonly string[]])[] = [
  ['things and numbers pair off without 分别', '瞪羚企业、科技型中小企业达46家、903家。', ['瞪羚企业', '科技型中小企业总数']],
  ['one count takes the place of the other', '软件著作权登记额3亿元、登记项数540项。', ['软件著作权登记额', '软件著作权登记项数']],
  ['a contract registered in money is its value', '全市技术合同登记31亿元。', ['技术合同登记额']],
  ['a bare verb takes its object from the clause before', '积极发动企业申报高新技术企业，拟申报31家。', ['高新技术企业申报数']],
  ['the first of several things stands for all', '6家国家工程研究中心、省级企业技术中心正式获批。', ['获批国家工程研究中心']],
  [
    'the bearer of a value is what was counted',
    '实施产业化项目21项，投入资金900万元，年产值达3亿元。',
    ['产业化项目', '产业化项目投入资金', '产业化项目年产值'],
  ],
  [
    'prizes are those of the contest',
    '组队参加全省大学生机器人大赛并喜获佳绩，荣获一等奖2项、二等奖5项。',
    ['机器人大赛一等奖', '机器人大赛二等奖'],
  ],
  ['some of those spoken of', '新申报高新技术企业40家，共31家企业通过评审。', ['申报高新技术企业', '通过评审高新技术企业']],
  ['who signs is named by the deed and its object', '全年15家企业签订了20项合作协议。', ['签订合作协议企业', '签订合作协议']],
  [
    'a rate of passing is one of the applications',
    '全市申报高企300家，报备120家，通过率40%。',
    ['高新技术企业申报数', '高企报备数', '高新技术企业申报通过率'],
  ],
  ['the product is what lends', '“科创贷”放贷企业65家，累计放贷资金2.1亿元。', ['科创贷放贷企业', '科创贷放贷资金']],
  [
    'money arrived is of the project',
    '与兴业银行签约农业园区改造项目，总投资6亿元，其中2亿元已到账。',
    ['农业园区改造项目总投资', '农业园区改造项目到账资金'],
  ],
  ['a programme comes first and its grant behind', '“节能减排”等3个项目获批省级“绿色低碳”科技专项。', ['绿色低碳科技专项获批项目']],
  ['a support is one of what it supports', '对首次入统企业给予年度实际研发费用10%的补助。', ['研发补助比例']],
  [
    'the number said again keeps its name',
    '产值超百亿的园区有5个，这5个园区实现税收12亿元。',
    ['产值超百亿的园区', '产值超百亿的园区', '园区税收'],
  ],
];

describe('names', () => {
  test.each(NAMED)('%s', (_what, text, names) => {
    const readings = read(text).filter(({ kind }) => kind !== 'threshold');
    expect(readings.map(({ indicator }) => indicator).length, readings.map(({ raw }) => raw).join(' ')).toBe(names.length);
    for (const [at, { indicator }] of readings.entries())
      expect(likeness(indicator, names[at] ?? ''), `${names[at]} ← ${indicator}`).toBeGreaterThanOrEqual(0.5);
  });
});

describe('the year reported on, where nobody has said it', () => {
  const periodOf = (text: string) => readFigures(text, {})[0]?.period;
  test('is none with which others are compared, and none that is aimed at', () => {
    expect(periodOf('2023年，全市孵化器31家，比2018年增加12家，众创空间40家，比2018年增加15家。')).toBe('2023');
    expect(periodOf('截至2023年底，全市孵化器31家。到2025年，孵化器达到40家；到2025年，众创空间达到50家。')).toBe('2023');
  });
});
