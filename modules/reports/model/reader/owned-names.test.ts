// What says too little alone takes the site, event or fund that was spoken of before it.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('a site owns who is there and what it costs first', () => {
  expect(names('建成青禾创新中心，面积2万平方米，入驻团队14个。').at(-1)).toBe('青禾创新中心入驻团队');
  expect(names('市级以上孵化器总面积16万平方米，在孵企业210家。')[1]).toBe('市级以上孵化器在孵企业');
  expect(names('县里的孵化器和众创空间共8家，在孵企业210家。')[1]).toBe('在孵企业');
});

test('an event owns those who came, a fund what it moved', () => {
  expect(names('开展统计业务培训4期，参训企业96家次。')[1]).toBe('统计业务培训参训企业');
  expect(names('知识产权风险池规模3000万元，撬动贷款2亿元。')[1]).toBe('知识产权风险池撬动贷款');
});

test('money is that of what was counted', () =>
  expect(names('办理商标质押登记12笔，质押金额1.4亿元，增长8%。')).toEqual(['办理商标质押登记', '商标质押金额', '商标质押金额增速']));

test('villages and towns are named by who serves them, and how', () => {
  expect(names('选派科技特派员58名，服务12个乡镇74个村。').slice(1)).toEqual(['科技特派员服务乡镇', '科技特派员服务村']);
  expect(names('选派科技特派员58名，实现12个乡镇全覆盖。')[1]).toBe('科技特派员覆盖乡镇');
  expect(names('全县辖12个乡镇。')[0]).toBe('乡镇数');
});
