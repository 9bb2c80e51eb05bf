// The shapes in which tables come flattened: bars, one cell a line, wide titles, tasks beside what was done.
import { describe, expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

const counties = (growth = '增速') => [
  { raw: '54', region: '青岚县', indicator: '高新技术企业总数', unit: '家', kind: 'level' as const },
  { raw: '12.5', region: '青岚县', indicator: `高企数${growth}`, value: 0.125, kind: 'yoy_growth' as const },
  { raw: '77', region: '白渡区', indicator: '高新技术企业总数' },
  { raw: '3.2', region: '白渡区', value: -0.032 },
  { raw: '131', region: '全市', indicator: '高新技术企业总数' },
  { raw: '3.1', region: '全市', value: 0.031 },
];

describe('a table of places', () => {
  test.each([
    ['one cell a line', '序号\n县区\n高企数（家）\n增速（%）\n1\n青岚县\n54\n12.5\n2\n白渡区\n77\n-3.2\n合计\n131\n3.1\n'],
    [
      'between bars',
      '| 序号 | 县区 | 高企数（家） | 增速（%） |\n|---|---|---|---|\n| 1 | 青岚县 | 54 | 12.5 |\n| 2 | 白渡区 | 77 | -3.2 |\n| 合计 | 131 | 3.1 |\n',
    ],
    ['under a header of single spaces', '序号 县区 高企数（家） 增速（%）\n1 青岚县 54 12.5\n2 白渡区 77 -3.2\n合计 131 3.1\n'],
  ])('%s', (_shape, text) => expectFigures(text, counties()));

  test('takes what its columns count from its caption, and its unit', () =>
    expectFigures('2022年各县区高新技术企业培育情况（单位：家）\n县区\t入库数\t占比\n青岚县\t54\t41.2\n白渡区\t77\t58.8\n', [
      { raw: '54', unit: '家', indicator: '高新技术企业培育入库数' },
      { raw: '41.2', value: 0.412, kind: 'share' },
      { raw: '77', unit: '家' },
      { raw: '58.8', kind: 'share' },
    ]));

  test('tells growths with three places and no percent sign as fractions', () =>
    expectFigures('区域 | 成交额（亿元） | 同比增长 |\n青岚县 | 9.2 | 0.371 |\n白渡区 | 5.8 | -0.081 |\n', [
      { raw: '9.2', value: 920000000 },
      { raw: '0.371', value: 0.371, unit: '%', kind: 'yoy_growth' },
      { raw: '5.8' },
      { raw: '0.081', value: -0.081 },
    ]));

  test('reads titles below a wide title, and below titles of several columns', () => {
    const wide = '区域 | 合同数 | 成交额 | 成交额 |\n增速（%） | 排名 | ||\n青岚县 | 138 | 9.2 | 11 |\n白渡区 | 159 | 5.8 | 15 |\n';
    expect(read(wide)).toMatchObject([
      { indicator: '合同数' },
      { kind: 'yoy_growth', indicator: '成交额增速' },
      { kind: 'rank', value: 11, indicator: '成交额排名' },
      {},
      {},
      { value: 15 },
    ]);
    const groups = '县区\t高新技术企业\t孵化器\n数量\t增速\t数量\t增速\n青岚县\t54\t12%\t33\t5%\n白渡区\t77\t9%\t20\t4%\n';
    expect(read(groups).slice(0, 4)).toMatchObject([
      { indicator: '高新技术企业总数', value: 54 },
      { indicator: '高新技术企业增速', value: 0.12 },
      { indicator: '科技企业孵化器', value: 33 },
      { indicator: '孵化器增速', value: 0.05 },
    ]);
  });
});

describe('one cell a line under groups of titles', () => {
  const body = '高新技术企业\n12\n3.5\n5.2\n-1.4\n科技型中小企业\n31\n2.0\n0.7\n6.3\n以上为初步统计。\n';
  const titles = '上缴税费\n从业人数\n绝对数\n比上年\n绝对数\n比上年\n(亿元)\n增长(%\n(万人)\n增长(%\n';
  test.each([
    ['without a title over the names', `2022年各类企业主要数据\n${titles}${body}`],
    ['with a title over the names', `2022年各类企业主要数据\n指标\n${titles}${body}`],
  ])('%s', (_shape, text) =>
    expectFigures(text, [
      { raw: '12', indicator: '高新技术企业上缴税费', value: 1200000000, kind: 'level', period: '2022' },
      { raw: '3.5', indicator: '高新技术企业上缴税费增速', value: 0.035, kind: 'yoy_growth' },
      { raw: '5.2', indicator: '高新技术企业从业人数', value: 52000 },
      { raw: '1.4', indicator: '高新技术企业从业人数增速', value: -0.014 },
      { raw: '31', indicator: '科技型中小企业上缴税费' },
      { raw: '2.0', value: 0.02 },
      { raw: '0.7', value: 7000 },
      { raw: '6.3', indicator: '科技型中小企业从业人数增速' },
    ]),
  );
});

describe('aims and what came of them', () => {
  test('stand in columns of their own', () =>
    expectFigures('指标名称\t年度目标\t完成情况\t完成率\n高新技术企业（家）\t160\t154\t96.3%\n技术合同成交额（亿元）\t40\t41.2\t103%\n', [
      { raw: '160', kind: 'target', status: 'target' },
      { raw: '154', kind: 'level', status: 'actual', indicator: '高新技术企业' },
      { raw: '96.3%', kind: 'ratio', status: 'actual', indicator: '高新技术企业任务完成率' },
      { raw: '40', kind: 'target', value: 4000000000 },
      { raw: '41.2', status: 'actual' },
      { raw: '103%', kind: 'ratio' },
    ]));

  test('and a growth is of the latest year that has come, whatever the day in its title', () =>
    expectFigures('指标\t2023年目标\t2022年（截至11月29日）\t2021年\t同比\n技术合同登记（项）\t700\t640\t580\t10.3%\n', [
      { raw: '700', period: '2023', status: 'target', unit: '项' },
      { raw: '640', period: '2022', unit: '项', status: 'actual' },
      { raw: '580', period: '2021' },
      { raw: '10.3%', period: '2022', kind: 'yoy_growth', indicator: '技术合同登记增速' },
    ]));

  const tasks = [
    { raw: '160家', status: 'target' as const, kind: 'target' as const, period: '2022' },
    { raw: '61家', status: 'actual' as const, kind: 'level' as const },
    { raw: '40亿元', status: 'target' as const },
    { raw: '41亿元', status: 'actual' as const },
  ];
  test.each([
    [
      'on one line each',
      '| 序号 | 工作任务 | 完成情况 |\n| 1 | 围绕培育，高新技术企业达到160家。 | 申报高新技术企业61家。 |\n| 2 | 技术合同成交额40亿元。 | 技术合同成交额41亿元。 |\n',
    ],
    [
      'parted by bars',
      '序号\n|\n工作任务\n|\n完成情况\n|\n1\n|\n围绕培育，高新技术企业达到160家。\n|\n申报高新技术企业61家。\n|\n2\n|\n技术合同成交额40亿元。\n|\n技术合同成交额41亿元。\n',
    ],
    [
      'each cell with a bar behind it, below titles that are explained',
      '序号|\n工作任务|\n完成情况|\n进度(√完成，→正常)||\n1|\n围绕培育，高新技术企业达到160家。|\n申报高新技术企业61家。|\n→|\n|\n2|\n技术合同成交额40亿元。|技术合同成交额41亿元。|√|\n',
    ],
  ])('and so do the words of tasks %s', (_shape, text) => expectFigures(text, tasks));
});

test('what falls to each is a rate, and more of it is a change', () =>
  expectFigures('每万人口高价值发明专利拥有量10.5件，比上年增加1.2件。规上工业企业亩均税收32万元。', [
    { raw: '10.5件', kind: 'level', measure: 'rate' },
    { raw: '1.2件', kind: 'change', indicator: '每万人口高价值发明专利拥有量比上年变化' },
    { raw: '32万元', kind: 'level', measure: 'rate' },
  ]));

describe('a row whose cells hold words', () => {
  const head = '2025年工作总结\n三、2026年目标和任务\n建成中试基地3个。\n附件\n序号\t指标\t数据\t算法\n';

  test('has its figures of what stands under 指标, with their own years, in an annex of no section', () =>
    expectFigures(
      `${head}1\t科技型中小企业入库数\t2026年：目标430家。2025年：412家；同比增长8.4%；居全省第3位\t期末“入库企业”\n2\t技术合同成交额\t2025年：7.31亿元\t期内合计\n`,
      [
        { raw: '3个', status: 'target', period: '2026' },
        { raw: '430家', indicator: '科技型中小企业入库数目标', kind: 'target', period: '2026' },
        { raw: '412家', indicator: '科技型中小企业入库数', kind: 'level', period: '2025' },
        { raw: '8.4%', indicator: '科技型中小企业入库数增速', kind: 'yoy_growth' },
        { raw: '第3位', indicator: '科技型中小企业入库数全省排名', kind: 'rank', status: 'actual' },
        { raw: '7.31亿元', quote: '7.31亿元', indicator: '技术合同成交额', kind: 'level', period: '2025' },
      ],
      2025,
    ));

  test('counts neither its running numbers nor those of sources, though its cells be short', () =>
    expectFigures('序号\t指标\t数据\t来源\n24\t县级实验室数\t2025年：6家\t13\n25\t省级实验室数\t2025年：4家\t13、14\n', [
      { raw: '6家', indicator: '县级实验室数', period: '2025' },
      { raw: '4家', indicator: '省级实验室数' },
    ]));

  test('begins a cell with a word, not with the unit of the number before', () =>
    expectFigures('来源\t公布单位\n16\t县级联盟台账\n17\t市校合作台账\n', []));

  test('ends with its cells: words behind are of the next one', () =>
    expectFigures('项目\t进展\t备注\n科技特派员\t2025年选派54名\t其中女性参加培训\n合计如下。全年举办培训6场。', [
      { raw: '54名', quote: '2025年选派54名' },
      { raw: '6场', quote: '全年举办培训6场' },
    ]));
});

test('rows that end in a word, with a column of units', () =>
  expect(
    read(
      '序号 指标名称 计量单位 年度目标 实际完成 完成率 自评\n1 新认定高企 家 30 37 123.3% 超额完成\n2 技术合同成交额 亿元 18 17.46 97.0% 未完成\n',
    ),
  ).toMatchObject([
    { raw: '30', kind: 'target', unit: '家' },
    { raw: '37', kind: 'level' },
    { raw: '123.3%', kind: 'ratio' },
    { raw: '18', value: 1_800_000_000, status: 'target' },
    { raw: '17.46', value: 1_746_000_000, status: 'actual' },
    { raw: '97.0%', value: 0.97 },
  ]));

test('of the units of a caption each column has its own', () =>
  expect(read('合同类别（单位：项、亿元）\n类别\t项数\t成交额\n技术开发\t2715\t88.31\n技术转让\t406\t21.07\n')).toMatchObject([
    { raw: '2715', unit: '项' },
    { raw: '88.31', value: 8_831_000_000 },
    { raw: '406', unit: '项' },
    { raw: '21.07', unit: '元' },
  ]));

test('rows of targets parted by single and double spaces, with the unit in the label', () =>
  expect(
    read(
      '序号 指标名称 目标值 完成值 自评\n1 规模以上企业研发费用（万元） 1200  1310 完成\n2 新增省级平台（个，累计） 6  7 完成\n3 高技术制造业增加值占规上工业增加值比重（%） 20.0  19.2 未完成\n4 瞪羚企业净增数（家） 3  2 未完成\n',
    ),
  ).toMatchObject([
    { raw: '1200', value: 12_000_000, kind: 'target', status: 'target', indicator: '规模以上企业研发费用' },
    { raw: '1310', value: 13_100_000, kind: 'level', status: 'actual', indicator: '规模以上企业研发费用' },
    { raw: '6', value: 6, unit: '个', kind: 'target' },
    { raw: '7', unit: '个', kind: 'level', indicator: '新增省级平台' },
    { raw: '20.0', value: 0.2, kind: 'target' },
    { raw: '19.2', value: 0.192, kind: 'share' },
    { raw: '3', kind: 'target' },
    { raw: '2', kind: 'change', indicator: '瞪羚企业净增数' },
  ]));

describe('columns that name nothing alone', () => {
  test('take the measure that the caption tells of each place', () =>
    expect(
      read(
        '附：各县（市、区）R&D经费内部支出\n地区  金额（万元）  增速（%）  投入强度（%）\n青岚县  9680  21.4  2.26\n白渡区  4120  -3.5  1.08\n',
      ),
    ).toMatchObject([
      { raw: '9680', indicator: 'R&D经费内部支出', region: '青岚县', value: 96_800_000 },
      { raw: '21.4', indicator: 'R&D经费内部支出增速', kind: 'yoy_growth' },
      { raw: '2.26', indicator: 'R&D经费投入强度', kind: 'ratio' },
      { raw: '4120', indicator: 'R&D经费内部支出', region: '白渡区' },
      { raw: '3.5', value: -0.035 },
      { raw: '1.08', indicator: 'R&D经费投入强度' },
    ]));

  test('say spending on research in the full words of the caption', () =>
    expect(
      read(
        '附表：2022年部分市研究与试验发展（R&D）经费情况\n地 区   R&D经费（亿元）   投入强度（%）\n青岚市   37.5   3.26\n白渡市   18.0   2.54\n',
      ).slice(0, 2),
    ).toMatchObject([
      { raw: '37.5', indicator: '研究与试验发展(R&D)经费', region: '青岚市' },
      { raw: '3.26', indicator: '研究与试验发展(R&D)经费投入强度' },
    ]));

  test('are of the kinds that the rows are', () =>
    expect(read('合同类型  项数（项）  成交额（亿元）\n技术开发  27  8.31\n技术转让  4  2.07\n')).toMatchObject([
      { raw: '27', indicator: '技术开发合同项数' },
      { raw: '8.31', indicator: '技术开发合同成交额' },
      { raw: '4', indicator: '技术转让合同项数' },
      { raw: '2.07', indicator: '技术转让合同成交额' },
    ]));
});
