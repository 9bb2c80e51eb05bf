// Numbers of what is named around them, each beside the text that is in order.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2024)).map(({ type, formula, note }) => `${type} ${formula} ${note}`);

const holds = (right: string, wrong: string): void => {
  expect(alarms(right)).toEqual([]);
  expect(alarms(wrong)).toHaveLength(1);
};

test('the first so many are as many names', () => {
  const first = (names: string): string => `研发经费占全市比重前四名的为${names}。`;
  holds(
    first('东山（22.6%）、西河（18.2%）、南岭（14.1%）和北溪（9.3%）'),
    first('东山（22.6%）、西河（18.2%）、南岭（14.1%）、北溪（9.3%）和中坪（8.8%）'),
  );
  // A joint may stand within a name.
  expect(alarms('成交额居前三位的为新能源与节能、城市建设与社会发展、环境保护与资源利用。')).toEqual([]);
  expect(alarms('产值居前三位的有东山、西河等县区。')).toEqual([]);
});

test('as many take the first places as there are', () => {
  holds('电子信息、新型材料、智能装备3项分居成交额前三位。', '电子信息、新型材料、智能装备4项分居成交额前三位。');
});

test('these so many are those told before', () => {
  holds('全县有乡村科普站82个，截至10月底，该82个科普站已全部开放。', '全县有乡村科普站82个，截至10月底，该28个科普站已全部开放。');
  expect(alarms('全县有乡村科普站82个，其中东山、西河、南岭建有3个，这3个科普站已全部开放。')).toEqual([]);
});

test('short names behind a verb are as many as the number', () => {
  holds('新增东山、西河、南岭、北溪4个百亿县。', '新增东山、西河、南岭、北溪3个百亿县。');
  expect(alarms('赴东山、西河、南岭开展调研2次。')).toEqual([]);
});

test('the number said elsewhere speaks for the names', () => {
  const told = (number: string): string => `组织市医学会、市护理学会、市药学会${number}个分会的专家下乡义诊。\n会前请三个分会选派专家。`;
  holds(told('三'), told('四'));
  expect(alarms('组织市医学会、市护理学会、市药学会四个分会的专家下乡义诊。')).toEqual([]);
});

test('as many marks in a row as announced', () => {
  const rest = '①培育企业。全年培育企业。②认定企业。推荐企业申报。';
  holds(`任务为以下两项：${rest}`, `任务为以下三项：${rest}`);
  expect(alarms(`任务为以下三项：①培育企业。②认定企业。③奖补企业。完成情况：①已培育。②已认定。③已奖补。`)).toEqual([]);
  // Cut off within the row, it can't be counted.
  expect(alarms('任务为以下三项：①培育企业。②认定企业，推荐企业申报高')).toEqual([]);
});

test('people are counted by what they are', () => {
  holds(
    '科技突出贡献奖2人（滨江大学甲明院士、滨江桥梁勘察研究集团有限公司乙成院士）。',
    '科技突出贡献奖3人（滨江大学甲明院士、滨江桥梁勘察研究集团有限公司乙成院士）。',
  );
});
