// Tests that the high-tech fields form a whole tree of eight fields.
import { expect, test } from 'vitest';
import { codeOfName, findTerm, searchTerms, termName, termPath } from '../vocabulary.ts';
import { eightFields, highTechFields, topFieldOf } from './high-tech-fields.ts';

test('eight fields hold all groups and items, each with its own code', () => {
  expect(eightFields.map((field) => field.name).join(' ')).toBe(
    '电子信息 生物与新医药 航空航天 新材料 高技术服务 新能源与节能 资源与环境 先进制造与自动化',
  );
  for (const item of highTechFields.items) {
    expect(termPath(highTechFields, item.code), item.code).toHaveLength(item.level);
  }
});

test('an item is found by code and by name, and leads up to its field', () => {
  expect(findTerm(highTechFields, '10101')).toMatchObject({ name: '基础软件', parent: '101', level: 3 });
  expect(topFieldOf('80703')?.name).toBe('先进制造与自动化');
  expect(topFieldOf('99999')).toBeUndefined();
  expect(searchTerms(highTechFields, '节能与新能源汽车')[0]?.code).toBe('80703');
  expect(codeOfName(highTechFields, '先进制造')).toBe('80');
  expect(termName(highTechFields, '1')).toBe('未知代码（1）');
});
