// What a number says: kind, name, status and period, in the constructions of work reports and communiqués.
import { describe, expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

describe('growth', () => {
  test('belongs to the level before it, and falls are negative', () => {
    expectFigures('全年技术合同成交额86.4亿元，比上年增长5.3%；专利授权量3200件，同比下降6.1%。', [
      { raw: '86.4亿元', kind: 'level', indicator: '技术合同成交额', period: '2022' },
      { raw: '5.3%', kind: 'yoy_growth', value: 0.053, indicator: '技术合同成交额增速', comparison: { base: '上年' } },
      { raw: '3200件', indicator: '专利授权量', indicatorId: 'patents-granted' },
      { raw: '6.1%', kind: 'yoy_growth', value: -0.061, indicator: '专利授权量增速' },
    ]);
  });

  test('under 分别 goes to each of the levels in turn', () => {
    expectFigures('登记技术合同142项，成交额6.8亿元，分别增长35%和52.7%。', [
      { raw: '142项' },
      { raw: '6.8亿元' },
      { raw: '35%', indicator: '登记技术合同增速' },
      { raw: '52.7%', indicator: '技术合同成交额增速' },
    ]);
  });

  test('is named by its own words where it has them', () => {
    expectFigures('高新技术产业增加值增长11.2%，高技术制造业投资增长18.9%。', [
      { raw: '11.2%', indicator: '高新技术产业增加值增速' },
      { raw: '18.9%', indicator: '高技术制造业投资增速' },
    ]);
  });

  test('to an end point is a level, by an amount a change', () => {
    expectFigures('入库率由60%提高到75%，高企较上年增加32家，净增21家。', [
      { raw: '60%', kind: 'ratio' },
      { raw: '75%', kind: 'ratio', value: 0.75 },
      { raw: '32家', kind: 'change' },
      { raw: '21家', kind: 'change', measure: 'net_change' },
    ]);
  });
});

describe('shares, rates and ranks', () => {
  test('a share of the region takes the name of what was counted', () => {
    expectFigures('科技型中小企业入库2360家，占全省的28.2%，居全省第2位。', [
      { raw: '2360家' },
      { raw: '28.2%', kind: 'share', value: 0.282, of: '全省' },
      { raw: '第2位', kind: 'rank', value: 2, unit: '位' },
    ]);
  });

  test('R&D over GDP is a rate, however it is put', () => {
    for (const text of [
      '全社会研发投入占GDP比重达2.68%。',
      '研究与试验发展(R&D)经费支出与地区生产总值之比为2.68%。',
      '研发投入强度达2.68%。',
      '全社会R&D经费投入强度为2.68%。',
    ]) {
      expect(read(text), text).toMatchObject([{ kind: 'ratio', value: 0.0268, indicatorId: 'rd-intensity' }]);
    }
  });

  test('a part of the economy is a share', () => {
    expectFigures('第三产业增加值占地区生产总值的比重为52.8%，高新技术产业增加值占规上工业增加值的46.1%。', [
      { raw: '52.8%', kind: 'share' },
      { raw: '46.1%', kind: 'share' },
    ]);
  });

  test('a rank may be held by several indicators at once', () => {
    expectFigures('研发投入总量和强度均居全省第三，综合指数进入全国前20位。', [
      { raw: '第三', kind: 'rank', value: 3 },
      { raw: '前20位', kind: 'rank', value: 20, bound: 'at_most' },
    ]);
  });

  test('a distance to the average is a difference', () => {
    expectFigures('成果转化率达61%，高于全省平均8个百分点，比上年提高2.5个百分点。', [
      { raw: '61%', kind: 'ratio' },
      { raw: '8个百分点', kind: 'change', measure: 'difference', indicator: '成果转化率与全省之差' },
      { raw: '2.5个百分点', kind: 'change', indicator: '成果转化率比上年变化' },
    ]);
  });
});

describe('levels', () => {
  test('are named by the words before the number, or by those after it', () => {
    expectFigures('新增省级重点实验室3家，17个项目获批国家自然科学基金，推荐23家企业参加全国赛。', [
      { raw: '3家', indicator: '新增省级重点实验室', measure: 'new' },
      { raw: '17个', indicator: '获批国家自然科学基金' },
      { raw: '23家', indicator: '推荐参加全国赛企业' },
    ]);
  });

  test('in brackets take the head of what they are part of', () => {
    expectFigures('获批引智项目9个（国家级4个、省级5个）。', [
      { raw: '9个', indicator: '获批引智项目' },
      { raw: '4个', indicator: '国家级引智项目' },
      { raw: '5个', indicator: '省级引智项目' },
    ]);
  });

  test('may be told for two years at once', () => {
    expectFigures('高新技术企业由2019年的520家增加到2022年的1136家。', [
      { raw: '520家', period: '2019' },
      { raw: '1136家', period: '2022' },
    ]);
  });

  test('of a list take the shared words', () => {
    expectFigures('企业、研究机构、高等学校经费支出分别为70.1亿元、6.1亿元和8.2亿元。', [
      { raw: '70.1亿元', indicator: '企业经费支出' },
      { raw: '6.1亿元', indicator: '研究机构经费支出' },
      { raw: '8.2亿元', indicator: '高等学校经费支出' },
    ]);
  });
});

describe('status and period', () => {
  const report = [
    '某市科技局2022年工作总结和2023年工作计划',
    '一、2022年工作总结',
    '2021年全社会研发投入48亿元。全年新增高企56家，超额完成新增40家的目标任务。预计全年技术合同额达30亿元。',
    '二、2023年工作计划',
    '力争高企突破300家，技术合同成交额增长15%以上。举办对接活动6场。到2025年，研发投入强度达到3%。',
    '对年营业收入2亿元以上的企业给予最高50万元补助。',
  ].join('\n');

  test('follow the sections of the report', () => {
    expectFigures(report, [
      { raw: '48亿元', status: 'actual', period: '2021' },
      { raw: '56家', status: 'actual', period: '2022' },
      { raw: '40家', status: 'target', kind: 'target', period: '2022' },
      { raw: '30亿元', status: 'estimate', period: '2022' },
      { raw: '300家', status: 'target', kind: 'target', period: '2023', bound: 'more_than' },
      { raw: '15%', status: 'target', kind: 'target', period: '2023' },
      { raw: '6场', status: 'plan', kind: 'level', period: '2023' },
      { raw: '3%', status: 'target', period: '2025' },
      { raw: '2亿元', status: 'requirement', kind: 'threshold' },
      { raw: '50万元', status: 'requirement', kind: 'threshold', bound: 'at_most' },
    ]);
  });

  test('a plan announced in a report on the past is planned, not done', () => {
    expectFigures('目前已立项16项，拟新建实验室3家，预计获批资金200万元。', [
      { raw: '16项', status: 'actual' },
      { raw: '3家', status: 'plan' },
      { raw: '200万元', status: 'estimate' },
    ]);
  });

  test('spans and halves of years are periods', () => {
    expectFigures('“十三五”期间授权专利9000件。近三年引进人才60名。2022年上半年登记合同12项。', [
      { raw: '9000件', period: '2016-2020' },
      { raw: '60名', period: '2020-2022' },
      { raw: '12项', period: '2022H1' },
    ]);
  });

  test('a hidden year stays hidden', () => {
    const [reading] = read('20xx年全市登记合同12项。', undefined);
    expect(reading?.period).toBe('20xx');
  });
});
