// The growth of all lies between those of its parts, where the parts are all of it.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

const revenue = (all: string, local: string): string =>
  `全县完成财政收入4348万元，同比下降${all}。按级次分：上级收入2628万元，同比${local}；本级收入1720万元，同比下降23.6%。`;

test('all fell by less than any of its parts', () => {
  expect(wrong(revenue('6.5%', '增长9.5%'))).toEqual([]);
  expect(wrong(revenue('6.5%', '下降9.5%'))).toContain('growth 23.6% ≤ 6.5% ≤ 9.5%');
});

test('the growth of all opens the paragraph', () => {
  const told = (all: string): string =>
    `全年登记总量与上年相比增长${all}，各类均有增长。全年登记成果1084项，其中，基础类成果145项，增长21.8%；应用类成果891项，增长5.3%；其他成果48项，增长2.1%。`;
  expect(wrong(told('7.1%'))).toEqual([]);
  expect(wrong(told('1.2%'))).not.toEqual([]);
});

test('parts that don’t fill their whole say nothing of its growth', () =>
  expect(wrong('全年登记成果1083项，增长1.7%。其中，基础类成果145项，增长21.8%；应用类成果791项，增长5.3%。')).toEqual([]));

test('a county that has none any more may have dragged all of it down', () =>
  expect(wrong('全市登记成果1036项，同比下降23.6%。其中，青岚县145项，同比下降21.6%；白渡区891项，同比下降15.3%。')).toEqual([]));
