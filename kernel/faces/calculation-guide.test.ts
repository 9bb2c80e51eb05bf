// The page of a calculation names every field that a problem can name, every rule that a result can hold, and shows what the examples give.
import { describe, expect, test } from 'vitest';
import { examplesOf, listCalculations } from '../calculations/index.ts';
import { calculationGuide } from './calculation-guide.ts';

const calculations = await listCalculations();

describe.each(calculations.map((calculation) => [calculation.id, calculation] as const))('%s', async (id, calculation) => {
  const page = calculationGuide(calculation, await examplesOf(id));

  test('has its sections in order', () => {
    const titles = [...page.matchAll(/^##? (.+)$/gm)].map(([, title]) => title);
    const expected = [calculation.name, '依据', '输入', '参数', '计算方法', '规则', '示例'].filter(
      (title) => (title !== '参数' || Object.keys(calculation.parameters).length > 0) && (title !== '规则' || calculation.rules.length > 0),
    );
    expect(titles).toEqual(expected);
  });

  test('names fields and rules', () => {
    for (const name of Object.keys({ ...calculation.input, ...calculation.parameters })) expect(page).toContain(`| \`${name}\` |`);
    for (const { ruleId } of calculation.rules) expect(page).toContain(`| ${ruleId} |`);
  });
});

test('paths of nested fields, kinds, defaults and unique keys', async () => {
  const page = async (id: string) => calculationGuide(calculations.find((each) => each.id === id) ?? fail(id), await examplesOf(id));
  expect(await page('tech-sme')).toContain('| `ipRights[].ipNo` | 编号 | 文本 | 必填，不重复 |');
  expect(await page('number-style')).toContain('| `items[].kind` | 金额 | `AMOUNT` | 必填 |');
  expect(await page('review-aggregate')).toContain('| `trimFrom` | 达到此数去掉最高最低分 | 整数（不小于 3） | 可缺，默认 `7` |');
  expect(await page('innovation-index')).toContain('| `matrix` | 判断矩阵（层次分析） | 小数或分数（文本）的列表的列表 | 可缺（未知） |');
});

function fail(id: string): never {
  throw new Error(`no calculation ${id}`);
}
