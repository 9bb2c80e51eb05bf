// Parts within wholes, repeated statements, targets, periods, breakdowns and tables: planted truths and planted errors of our own.
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
    const alarms = alarmsOf(relations);
    if (verdict === 'inconsistent') expect(found.map((relation) => relation.weight)).toContain(weight ?? 'error');
    else
      expect(
        alarms.map(({ type: of, note }) => `${of} ${note}`),
        text,
      ).toEqual([]);
  }
}

describe('a part', () => {
  test('behind 其中 stays within its whole, with growth between them', () => {
    check([
      ['全市专利申请6824件，同比增长16%，其中发明专利申请1932件。', 'subset', 'consistent'],
      ['全市专利申请6824件，同比增长16%，其中发明专利申请9132件。', 'subset', 'inconsistent'],
    ]);
  });

  test('of a higher class, of a narrower place and of a later stage is not more', () => {
    check([
      ['全市拥有省级以上孵化器27家，省级以上众创空间52家，其中，国家级孵化器9家，国家级众创空间24家。', 'subset', 'consistent'],
      ['全市拥有省级以上孵化器27家，省级以上众创空间52家，其中，国家级孵化器29家，国家级众创空间24家。', 'subset', 'inconsistent'],
      ['全省登记科技成果820项。我市登记科技成果140项。', 'subset', 'consistent'],
      ['全省登记科技成果820项。我市登记科技成果1400项。', 'subset', 'inconsistent'],
      ['新申报高新技术企业89家，共70家企业通过评审。', 'subset', 'consistent'],
      ['新申报高新技术企业89家，共170家企业通过评审。', 'subset', 'inconsistent'],
    ]);
  });

  test('that is new is not more than all there is', () => {
    check([
      ['新增示范企业22家，全市共计66家。', 'subset', 'consistent'],
      ['新增示范企业22家，全市共计16家。', 'subset', 'inconsistent'],
      ['新增孵化器28家、众创空间5家，累计分别达到90家、39家。', 'subset', 'consistent'],
      ['新增孵化器28家、众创空间45家，累计分别达到90家、39家。', 'subset', 'inconsistent'],
      ['高新技术产业产值、增加值分别达632亿元、115亿元。', 'subset', 'consistent'],
      ['高新技术产业产值、增加值分别达115亿元、632亿元。', 'subset', 'inconsistent'],
    ]);
  });

  test('of a hundred is at most a hundred; of what is listed above a bound none lies below', () => {
    check([
      ['高新技术产业增加值占规上工业增加值比重166.2%。', 'share', 'inconsistent'],
      ['投入超过百亿元的市有3个，分别为甲市(311亿元)、乙市(205亿元)、丙市(132亿元)。', 'threshold', 'consistent'],
      ['投入超过百亿元的市有3个，分别为甲市(311亿元)、乙市(205亿元)、丙市(95亿元)。', 'threshold', 'inconsistent'],
    ]);
    expect(alarmsOf(audit('完成投资占年度计划的166.2%。'))).toEqual([]);
  });
});

describe('a total that the text divides', () => {
  const parts = (second: string) =>
    `分类型看，基础研究经费20亿元，增长3%；应用研究经费${second}亿元，增长4%；试验发展经费245亿元，增长5%。`;
  const shares = '基础研究经费所占比重为6.7%；应用研究和试验发展经费所占比重分别为11.7%和81.7%。';

  test('is the sum of its parts, and each share is of it', () => {
    check([
      [`全市投入研发经费300亿元。\n${parts('35')}${shares}`, 'sum', 'consistent'],
      [`全市投入研发经费300亿元。\n${parts('35')}${shares}`, 'share', 'consistent'],
      [`全市投入研发经费300亿元。\n${parts('53')}${shares}`, 'sum', 'inconsistent'],
    ]);
  });

  test('names the one figure that mends most', () => {
    const notes = alarmsOf(audit(`全市投入研发经费300亿元。\n${parts('53')}${shares}`)).map(({ note }) => note);
    expect(notes.some((note) => note.includes('改此一数最省：若53亿元为35亿元'))).toBe(true);
  });
});

describe('a table', () => {
  const table = (part: string, total: string) =>
    `县区\t2022年\t2021年\t占全市比重\t同比增长\n甲区\t40家\t35家\t33.33%\t14.29%\n乙区\t80家\t55家\t${part}\t45.45%\n全市\t${total}\t90家\t100%\t33.33%\n`;

  test('sums its columns and divides its rows', () => {
    check([
      [table('66.67%', '120家'), 'sum', 'consistent'],
      [table('66.67%', '120家'), 'share', 'consistent'],
      [table('66.67%', '126家'), 'sum', 'inconsistent'],
      [table('76.67%', '120家'), 'share', 'inconsistent'],
    ]);
  });
});

describe('a target and a period', () => {
  test('said to be met is met; a rate of fulfilment and an excess are computed', () => {
    check([
      ['年初确定技术合同成交额目标50亿元。\n全年技术合同成交额完成55亿元，超额完成年度目标。', 'target_vs_actual', 'consistent'],
      ['年初确定技术合同成交额目标50亿元。\n全年技术合同成交额完成45亿元，超额完成年度目标。', 'target_vs_actual', 'inconsistent'],
      ['科技型中小企业入库1200家，超年度目标20%，年度目标1000家。', 'rate', 'consistent'],
      ['科技型中小企业入库1200家，超年度目标30%，年度目标1000家。', 'rate', 'inconsistent'],
    ]);
  });

  test('of half a year holds no more than the year', () => {
    check([
      ['2022年上半年，全市技术合同成交额28亿元。2022年全年技术合同成交额52亿元。', 'period', 'consistent'],
      ['2022年上半年，全市技术合同成交额58亿元。2022年全年技术合同成交额52亿元。', 'period', 'inconsistent'],
      ['上半年(1—5月)完成投资。', 'period', 'inconsistent', 'date'],
    ]);
  });
});

describe('a multiple and an average', () => {
  test('are taken of the base before 的, and of the amount and the count before', () => {
    check([
      ['每万人口发明专利拥有量18.6件，是全省平均水平（12.4件）的1.5倍。', 'multiple', 'consistent'],
      ['每万人口发明专利拥有量18.6件，是全省平均水平（12.4件）的2.5倍。', 'multiple', 'inconsistent'],
      ['兑现科技创新券1260万元，惠及企业420家，户均3万元。', 'rate', 'consistent'],
      ['兑现科技创新券1260万元，惠及企业420家，户均13万元。', 'rate', 'inconsistent'],
      ['兑现科技创新券1260万元，惠及企业420家，户均3.6万元。', 'rate', 'inconsistent'],
      ['引进高层次人才136名，其中博士88名、硕士62名。', 'sum', 'inconsistent'],
    ]);
  });
});

describe('what is said again', () => {
  test('in other words or with another unit agrees', () => {
    check([
      ['全市申报高新技术企业1689家。\n高新技术企业申报1689家，居全省前列。', 'duplicate', 'consistent'],
      ['2022年全社会研发经费支出111.77亿元。\n全市研发经费投入总量达111.8亿元。', 'duplicate', 'consistent'],
      ['印发《科技创新若干意见》(市发〔2022〕8号)。\n落实《科技创新若干意见》(市发〔2022〕9号)。', 'duplicate', 'inconsistent', 'wording'],
      ['抓好三件大事：建设一个平台；举办一次大会；出台一项政策。', 'list_count', 'consistent'],
      ['抓好四件大事：建设一个平台；举办一次大会；出台一项政策。', 'list_count', 'inconsistent'],
    ]);
  });

  test('a difference of rates is said in points, a fall of its own in percent', () => {
    check([
      ['高新技术产业投资增速达到23.8%，高于工业投资12.8%。', 'unit_pp', 'inconsistent', 'wording'],
      ['项目完成率165.5%，超全市均值23.6个百分点，超全省均值26.5%。', 'unit_pp', 'inconsistent', 'wording'],
    ]);
    expect(alarmsOf(audit('项目到位资金占全省100%，同比下降97.03%。'))).toEqual([]);
  });
});

describe('what was added', () => {
  test('is not more than there is now', () => {
    check([['全市孵化器31家，比2019年增加42家。', 'subset', 'inconsistent']]);
    expect(alarmsOf(audit('全市孵化器31家，比2019年增加12家。'))).toEqual([]);
  });

  test('over what there was before is the growth in times', () => {
    check([
      ['全市孵化器36家，比2019年增加30家，增长5倍。', 'growth', 'consistent'],
      ['全市孵化器36家，比2019年增加30家，增长8.5倍。', 'growth', 'inconsistent'],
    ]);
  });
});

describe('a bound', () => {
  test('is kept by what goes beyond it', () => {
    expect(alarmsOf(audit('全市财政科技支出突破50亿元。\n今年，全市财政科技支出60.01亿元。'))).toEqual([]);
  });
});
