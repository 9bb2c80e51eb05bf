// A row in order tells the place of each of its names.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const told = (place: string): string[] =>
  alarmsOf(
    audit(
      `居前四位的依次是东山市486.3亿元、西河市205.7亿元、南岭市168.2亿元、北原市121.4亿元。南岭市增长31.5%，由第四位升至第三位；北原市下降7.0%，由第三位退至${place}。`,
    ),
  ).map(({ type }) => type);

test('the fourth of the row is not the fifth', () => {
  expect(told('第四位')).toEqual([]);
  expect(told('第五位')).toEqual(['rank']);
});
