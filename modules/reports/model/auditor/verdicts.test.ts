// Relations of work reports with planted truths and planted errors, type by type.
import { describe, expect, test } from 'vitest';
import { alarmsOf, audit, type Case, shortOf } from './audit-cases.ts';

function check(cases: readonly Case[]): void {
  for (const [text, type, verdict, weight] of cases) {
    const relations = audit(text);
    const found = relations.filter((relation) => relation.type === type);
    expect(
      found.map((relation) => relation.verdict),
      `${text}\n${shortOf(relations, type).join('\n')}`,
    ).toContain(verdict);
    if (verdict === 'inconsistent')
      expect(
        found.map((relation) => relation.weight),
        text,
      ).toContain(weight ?? 'error');
    else
      expect(
        alarmsOf(relations).map(({ type: of, note }) => `${of} ${note}`),
        text,
      ).toEqual([]);
  }
}

describe('a share', () => {
  test('is the part over the whole that the sentence names', () => {
    check([
      ['全市规上工业企业共640家，其中建有研发机构的208家，占32.5%。', 'share', 'consistent'],
      ['全市规上工业企业共640家，其中建有研发机构的208家，占35.2%。', 'share', 'inconsistent'],
      ['全县共有专利代理机构25家，其中外资机构4家，占比16%。', 'share', 'consistent'],
      ['全县共有专利代理机构25家，其中外资机构4家，占比19%。', 'share', 'inconsistent'],
      ['全年安排科技专项资金8000万元，其中用于重点研发3200万元，占专项资金的40%。', 'share', 'consistent'],
      ['全年安排科技专项资金8000万元，其中用于重点研发3200万元，占专项资金的44%。', 'share', 'inconsistent'],
    ]);
  });

  test('is of the whole that it names in full, told in another sentence', () => {
    const total = '全县实现规上工业总产值318.4亿元。';
    check([
      [`${total}装备制造业产值124.8亿元，占规上工业总产值比重达39.2%。`, 'share', 'consistent'],
      [`${total}装备制造业产值124.8亿元，占规上工业总产值比重达36.2%。`, 'share', 'inconsistent'],
    ]);
  });

  test('is no part of what is, where it is only expected', () =>
    expect(alarmsOf(audit('工业项目合同产值54.3亿元，其中机器人项目达产后预计年产值80亿元。'))).toEqual([]));

  test('of the province is taken of what is counted for the province, wherever it stands', () => {
    const province = '全省登记技术合同8200项。';
    check([
      [`我市登记技术合同1640项，占全省的20%。${province}`, 'share', 'consistent'],
      [`我市登记技术合同1640项，占全省的22%。${province}`, 'share', 'inconsistent'],
      ['全市技术合同成交额52亿元，占全省的8.1%。', 'implied_total', 'cannot tell'],
    ]);
  });

  test('cut off instead of rounded is a matter of rounding, not of substance', () => {
    check([['全市规上工业企业共640家，其中有研发活动的211家，占32.9%。', 'share', 'inconsistent', 'rounding']]);
  });

  test('that no whole number of things gives is impossible', () => {
    check([['我市获批省级实验室3家，占全省的28.23%。', 'implied_total', 'inconsistent']]);
  });

  test('of another place is not taken of the total before 其中', () => {
    expect(alarmsOf(audit('新增研发机构33家，总数达1630家，其中市级示范机构12家、占全省34.3%。'))).toEqual([]);
  });
});

describe('a rate', () => {
  test('divides the two counts before it', () => {
    check([
      ['全年申报项目125项，获批立项35项，立项率28%。', 'rate', 'consistent'],
      ['全年申报项目125项，获批立项35项，立项率达38%。', 'rate', 'inconsistent'],
      ['登记成果420项，实现转化应用273项，转化率65%。', 'rate', 'consistent'],
      ['登记成果420项，实现转化应用273项，转化率56%。', 'rate', 'inconsistent'],
    ]);
  });

  test('of fulfilment is the result over the target', () => {
    check([
      ['全年目标任务80亿元，实际完成92亿元，完成目标任务的115%。', 'rate', 'consistent'],
      ['全年目标任务80亿元，实际完成92亿元，完成目标任务的125%。', 'rate', 'inconsistent'],
    ]);
  });

  test('of another place takes the counts of that place', () => {
    const province = '全省申报企业4000家，通过评审1200家，通过率为30%，';
    const city = '我市申报企业500家，通过评审160家。';
    check([
      [`${city}${province}我市通过率为32%。`, 'rate', 'consistent'],
      [`${city}${province}我市通过率为36%。`, 'rate', 'inconsistent'],
    ]);
  });
});

describe('a growth', () => {
  test('is the change over what was there before', () => {
    check([
      ['全市高新技术企业达到480家，比上年净增80家，增长20%。', 'growth', 'consistent'],
      ['全市高新技术企业达到480家，比上年净增80家，增长16.7%。', 'growth', 'inconsistent'],
      ['科技型中小企业净增126家，总数达546家，增幅为30%。', 'growth', 'consistent'],
      ['科技型中小企业净增126家，总数达546家，增幅为23%。', 'growth', 'inconsistent'],
    ]);
  });

  test('is this year over last year', () => {
    check([
      ['技术合同成交额由40亿元增加到52亿元，增长30%。', 'growth', 'consistent'],
      ['技术合同成交额由40亿元增加到52亿元，增长25%。', 'growth', 'inconsistent'],
      ['专利授权量由5000件下降到4500件，下降10%。', 'growth', 'consistent'],
      ['2021年全市专利授权量5000件。2022年全市专利授权量5400件，同比增长8%。', 'growth', 'consistent'],
      ['2021年全市专利授权量5000件。2022年全市专利授权量5400件，同比增长6%。', 'growth', 'inconsistent'],
    ]);
  });

  test('of a few things allows few rates', () => {
    check([
      ['全年举办路演12场，同比增长20%。', 'growth', 'consistent'],
      ['全年举办路演12场，同比增长43.35%。', 'growth', 'inconsistent'],
    ]);
  });

  test('of something else in the next clause is left alone', () => {
    expect(alarmsOf(audit('全年实施项目12个，带动企业研发投入增长43.35%。'))).toEqual([]);
  });
});

describe('a change', () => {
  test('is the end less the beginning', () => {
    check([
      ['研发活动覆盖率由52%提高到61%，提高9个百分点。', 'change', 'consistent'],
      ['研发活动覆盖率由52%提高到61%，提高5个百分点。', 'change', 'inconsistent'],
      ['研发投入强度达到2.1%，比上年提高0.15个百分点。', 'implied', 'cannot tell'],
    ]);
  });

  test('of percentages is said in points', () => {
    check([['研发投入强度达2.42%，比上年提高0.2%。', 'unit_pp', 'inconsistent', 'wording']]);
  });
});

describe('a sum', () => {
  test('is that of the parts in its bracket', () => {
    check([
      ['新认定平台11个(国家级2个、省级9个)。', 'sum', 'consistent'],
      ['新认定平台11个(国家级2个、省级8个)。', 'sum', 'inconsistent'],
    ]);
  });

  test('is that of the classes behind 其中, which do not overlap', () => {
    check([
      ['全市建成平台30个，其中国家级5个、省级10个、市级15个。', 'sum', 'consistent'],
      ['全市建成平台30个，其中国家级5个、省级10个、市级18个。', 'sum', 'inconsistent'],
      ['全市引进人才30人，其中博士22人、高级职称15人。', 'subset', 'cannot tell'],
      ['全市引进人才30人，其中博士22人。', 'subset', 'consistent'],
      ['全市引进人才30人，其中博士42人。', 'subset', 'inconsistent'],
    ]);
  });

  test('is said with 合计', () => {
    check([
      ['省财政投入320万元、市财政投入180万元，合计500万元。', 'sum', 'consistent'],
      ['省财政投入320万元、市财政投入180万元，合计520万元。', 'sum', 'inconsistent'],
    ]);
  });

  test('does not run on into the next total', () => {
    expect(alarmsOf(audit('建成国家级平台10个，其中实验室6个、中心3个；省级平台24个，其中实验室15个、中心9个。'))).toEqual([]);
  });
});

describe('a list', () => {
  test('has as many names as it says', () => {
    check([
      ['聚焦新材料、生物医药、数字经济三大产业。', 'list_count', 'consistent'],
      ['聚焦新材料、生物医药、数字经济四大产业。', 'list_count', 'inconsistent'],
      ['支持甲公司、乙公司、丙公司等5家企业。', 'list_count', 'consistent'],
      ['支持甲公司、乙公司、丙公司、丁公司等3家企业。', 'list_count', 'inconsistent'],
      ['在建中试基地2个(东湖中试基地、西山中试基地)。', 'list_count', 'consistent'],
      ['在建中试基地3个(东湖中试基地、西山中试基地)。', 'list_count', 'inconsistent'],
    ]);
  });

  test('in which another list may begin is not counted against its number', () => {
    expect(alarmsOf(audit('组织甲所、乙院、丙大学联合申报的光伏组件、储能电池等2个项目。'))).toEqual([]);
  });
});

describe('the same thing stated twice', () => {
  test('agrees, or differs by a slip of the pen', () => {
    check([
      ['全市登记科技成果356项。\n全市登记科技成果356项，完成全年任务。', 'duplicate', 'consistent'],
      ['全市登记科技成果356项。\n全市登记科技成果365项，完成全年任务。', 'duplicate', 'inconsistent'],
      ['全市登记科技成果356项。\n全市登记科技成果120项。', 'duplicate', 'cannot tell'],
      ['研发投入强度居全省第3位。\n研发投入强度居全省第4位。', 'rank', 'inconsistent'],
    ]);
  });
});

test('one value printed coarser agrees within what both may have been rounded by', () => {
  const [said] = audit('全市研发经费投入强度为2.39%。我市研发经费投入强度2.4%。').filter(({ type }) => type === 'duplicate');
  expect(said).toMatchObject({ verdict: 'consistent', deviation: '0.0001', tolerance: '0.00055' });
});

describe('a target', () => {
  test('that is said to be met is met', () => {
    check([
      ['高新技术企业净增60家，超额完成全年净增50家的目标任务。', 'target_met', 'consistent'],
      ['高新技术企业净增45家，超额完成全年净增50家的目标任务。', 'target_met', 'inconsistent'],
    ]);
  });
});

describe('a multiple', () => {
  test('is the later over the earlier', () => {
    check([
      ['高新技术企业从300家增长到620家，实现翻番。', 'multiple', 'consistent'],
      ['高新技术企业从300家增长到585家，实现翻番。', 'multiple', 'inconsistent', 'wording'],
      ['高新技术企业从300家增长到420家，实现翻番。', 'multiple', 'inconsistent'],
      ['财政投入资金2000万元，发放贷款2.4亿元，杠杆放大12倍。', 'multiple', 'consistent'],
    ]);
  });
});

describe('the intensity of research', () => {
  test('is spending over product', () => {
    const product = '2022年全市地区生产总值2000亿元。';
    check([
      [`${product}2022年全社会研发经费投入48亿元，研发投入强度2.4%。`, 'intensity', 'consistent'],
      [`${product}2022年全社会研发经费投入48亿元，研发投入强度2.6%。`, 'intensity', 'inconsistent'],
    ]);
  });
});

describe('dates and numbering', () => {
  test('run forward', () => {
    check([
      ['规划期为2021年至2025年。', 'date', 'consistent'],
      ['规划期为2025年至2021年。', 'date', 'inconsistent', 'date'],
      ['会议于2022年2月30日召开。', 'date', 'inconsistent', 'date'],
      ['市科技局\n（2022年3月5日）\n科技馆将于2月10日开馆。', 'date', 'inconsistent', 'date'],
      ['一、主要成绩\n二、存在问题\n三、下步打算\n', 'structure', 'consistent'],
      ['一、主要成绩\n二、存在问题\n四、下步打算\n', 'structure', 'inconsistent', 'layout'],
      ['2022年工作总结和2023年工作计划\n一、2022年工作总结\n二、2023年工作计划\n', 'title', 'consistent'],
      ['2022年工作总结和2023年工作计划\n一、2022年工作总结\n二、2022年工作计划\n', 'title', 'inconsistent', 'wording'],
    ]);
  });
});
