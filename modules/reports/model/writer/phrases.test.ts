// The grammar of a sentence: what is said, in which words, and what is left to the margin because it would be false or is not known.
import { describe, expect, test } from 'vitest';
import { compose, plainText } from './compose.ts';
import { composingOf, type LedgerNumbers } from './generated-ledger.ts';
import { paperOf } from './paper.ts';
import type { Item, Outline } from './shapes.ts';

const item = (id: string, kind: Item['kind'], indicators: string[] = []): Item => ({
  id,
  kind,
  indicators,
  without: [],
  caption: '表',
  prompt: '写工作亮点',
});
const nothing: LedgerNumbers = { values: {}, province: {}, published: {}, aims: {}, firstDay: '2020-01-01' };

function written(numbers: Partial<LedgerNumbers>, items: Item[], texts: Record<string, string> = {}, isHalf = false) {
  const outline: Outline = [{ id: 's', title: '主要指标', level: 1, items }];
  const composed = compose(composingOf({ ...nothing, ...numbers }, { outline, texts: new Map(Object.entries(texts)), isHalf }));
  return {
    composed,
    text: plainText(composed).split('\n').slice(2).join('\n').trim(),
    remarks: composed.remarks.map((remark) => remark.text),
  };
}

/** One indicator of one county: the whole city's. */
const of = (id: string, before: string | null, now: string, more: Partial<LedgerNumbers> = {}, isHalf = false) => {
  const measures = { firms: 'firms', labs: 'labs', filed: 'filed', contracts: 'contracts', fiscal: 'paid' } as Record<string, string>;
  const years: Record<number, string> = before === null ? { 2025: now } : { 2024: before, 2025: now };
  const values = { [measures[id] ?? id]: { '990171': years } };
  return written({ values, ...more }, [item('f', 'figures', [id])], {}, isHalf);
};

describe('a sentence', () => {
  test.each([
    ['firms', '423', '455', '截至2025年底，全市高新技术企业总数达455家，比上年末净增32家，同比增长7.57%。'],
    ['firms', '455', '423', '截至2025年底，全市高新技术企业总数为423家，比上年末净减少32家，同比下降7.03%。'],
    ['firms', '423', '423', '截至2025年底，全市高新技术企业总数为423家，与上年末持平。'],
    ['firms', '0', '5', '截至2025年底，全市高新技术企业总数达5家，比上年末净增5家，同比增加5家。'],
    ['firms', '480', '512', '截至2025年底，全市高新技术企业总数突破500家，达512家，比上年末净增32家，同比增长6.67%。'],
    ['firms', '480', '500', '截至2025年底，全市高新技术企业总数达500家，比上年末净增20家，同比增长4.17%。'],
    ['firms', '512', '530', '截至2025年底，全市高新技术企业总数达530家，比上年末净增18家，同比增长3.52%。'],
    ['contracts', '78305000', '98765432.1', '2025年，全市技术合同成交额达9876.54万元，同比增长26.13%。'],
    ['contracts', '90000000', '120000000', '2025年，全市技术合同成交额突破1亿元，达1.20亿元，同比增长33.33%。'],
    ['contracts', '0', '120000000', '2025年，全市技术合同成交额达1.20亿元，同比增加1.20亿元。'],
    ['filed', '210', '0', '2025年，全市高新技术企业申报数为0家，同比下降100%。'],
  ])('%s from %s to %s', (id, before, now, expected) => {
    expect(of(id, before, now).text).toBe(expected);
  });

  test('of half a year compares with the half year, and says nothing of the year end', () => {
    expect(of('firms', '423', '455', {}, true).text).toBe('截至2025年6月底，全市高新技术企业总数达455家，同比增长7.57%。');
    expect(of('filed', '200', '210', {}, true).text).toBe('2025年上半年，全市高新技术企业申报数达210家，同比增长5%。');
  });

  test('puts place and share behind the value, equal values side by side', () => {
    const province = { firms: { others: ['900', '455', '300'], rest: '12345' } };
    const { text } = of('firms', '423', '455', { province });
    expect(text).toContain('达455家，居全省并列第2位，比上年末净增32家，同比增长7.57%，占全省3.15%。');
  });

  test('measures against the target; amounts stand in one unit', () => {
    const aims = { contracts: { value: '120000000', bound: '达到', year: 2025 } };
    expect(of('contracts', '78305000', '98765432.1', { aims }).text).toBe(
      '2025年，全市技术合同成交额达0.99亿元，同比增长26.13%，完成年度目标1.20亿元的82.3%。',
    );
  });

  test('a rate moves by points', () => {
    const values = { filed: { '990171': { 2024: '210', 2025: '205' } }, granted: { '990171': { 2024: '140', 2025: '145' } } };
    expect(written({ values }, [item('f', 'figures', ['rate'])]).text).toBe(
      '2025年，全市高新技术企业认定通过率为70.73%，比上年提高4.07个百分点。',
    );
  });
});

describe('what is not said', () => {
  test('a missing base is told in the margin, never as nought or infinity', () => {
    const { text, remarks } = of('firms', null, '455', { firstDay: '2025-03-01' });
    expect(text).toBe('截至2025年底，全市高新技术企业总数为455家。');
    expect(remarks).toContain('高新技术企业总数：上年同期数据缺失，未写同比');
  });

  test('a year without data', () => {
    const { text, remarks } = written({ firstDay: '2026-01-01' }, [item('f', 'figures', ['firms'])]);
    expect(text).toBe('');
    expect(remarks).toEqual(['高新技术企业总数：台账中没有这一时期的数据，未写入正文']);
  });

  test('a negative count, a growth out of next to nothing, a fall that only rounds to all, a share that rounds to none', () => {
    expect(of('firms', '3', '-2').remarks).toEqual(['高新技术企业总数：台账数值为负，未写入正文，请核对台账']);
    expect(of('contracts', '0.01', '90000000').remarks.join()).toContain('上年同期数过小');
    expect(of('contracts', '900000000', '100').remarks.join()).toContain('未归零');
    expect(of('firms', '1', '1', { province: { firms: { others: ['5'], rest: '9000000' } } }).remarks.join()).toContain('占比不足0.01%');
  });

  test('prompts are never printed, and numbering leaves no gap', () => {
    const outline: Outline = [
      { id: 'a', title: '工作亮点', level: 1, items: [item('own', 'own')] },
      { id: 'b', title: '存在问题', level: 1, items: [item('more', 'own')] },
    ];
    const composed = compose(composingOf(nothing, { outline, texts: new Map([['more', '缺少人手。']]) }));
    expect(plainText(composed)).toBe('澜江市科学技术局2025年工作报告\n一、存在问题\n缺少人手。\n');
    expect(
      JSON.stringify(paperOf(composed, { agency: '局', day: '2026-01-05', isSigned: false, number: null, isFictional: true })),
    ).not.toContain('写工作亮点');
  });
});

describe('figures put in by name', () => {
  const numbers = {
    values: { firms: { '990171': { 2023: '200', 2024: '423', 2025: '455' } } },
    province: { firms: { others: ['900'], rest: '0' } },
    aims: { firms: { value: '450', bound: '突破', year: 2025 } },
  };
  const filled = (text: string) => written(numbers, [item('own', 'own')], { own: text });

  test('by name or alias, in every form, of a county and of another year', () => {
    const asked = ['', '|同比', '|净增', '|位次', '|占比', '|目标', '|完成率', '|上年', '|高新区', '|2024年', '|2024年|同比'];
    expect(filled(asked.map((form) => `{{高企数量${form}}}`).join('；')).text).toBe(
      '455家；同比增长7.57%；净增32家；居全省第2位；占全省33.58%；450家；101.11%；423家；455家；423家；同比增长111.5%',
    );
  });

  test.each([
    ['{{高企总量}}', '第1段 “{{高企总量}}”：没有名为“高企总量”的指标，相近的有：高新技术企业总数'],
    ['{{高企数量|老城县}}', '第1段 “{{高企数量|老城县}}”：老城县已并入高新区'],
    ['好\n{{高企数量|万元}}', '第2段 “{{高企数量|万元}}”：单位“万元”与“高新技术企业总数”不符，应为“家”'],
    ['{{高企数量|2030年}}', '第1段 “{{高企数量|2030年}}”：报告期是2025年，不能写2030年的数据'],
    [
      '{{高企数量|增长}}',
      '第1段 “{{高企数量|增长}}”：看不懂“增长”；竖线后可写值、突破、位次、占比、净增、同比、上年、目标、完成率、预计，县区名称或年份',
    ],
    ['{{高企数量', '第1段 有不成对的“{{”或“}}”，请补齐或删去'],
  ])('%s is told with its place', (text, problem) => {
    const { composed } = filled(text);
    expect(composed.remarks).toEqual([{ item: 'own', tone: 'problem', text: problem }]);
    expect(plainText(composed)).toContain(text.split('\n').at(-1));
  });
});

test('every figure leads back: exact value, formula, place, period and source', () => {
  const { composed } = of('firms', '423', '455');
  expect(composed.figures.map(({ text, exact, written: printed, reading }) => [reading, text, printed, exact])).toEqual([
    ['value', '455家', '455', '455'],
    ['net', '净增32家', '32', '32'],
    ['growth', '同比增长7.57%', '0.0757', '0.075650118203'],
  ]);
  const paper = paperOf(composed, { agency: '局', day: '2026-01-05', isSigned: true, number: '澜科发〔2026〕1号', isFictional: false });
  expect(paper.annexes).toEqual(['数据来源']);
  expect(JSON.stringify(paper.attached?.blocks)).toContain('按2026年1月5日已知');
  expect(paper.attached?.blocks.find(({ kind }) => kind === 'table')).toMatchObject({
    rows: [['1', '高新技术企业总数', '2025年：455家；净增32家；同比增长7.57%', '公式', '澜江市', '1']],
  });
});
