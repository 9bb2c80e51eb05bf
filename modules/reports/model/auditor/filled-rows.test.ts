// Rows that fill what was told before them, or nearly do: a share of one of them, and the thing that is missing.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

const shared = (share: string): string =>
  `全年商标注册申请4200件，同比增长5.0%。\n从主体看，企业3108件，合作社702件，个人390件，企业申请占全县总量的${share}。`;

test('a share of one of a row is of what the row fills', () => {
  expect(wrong(shared('74.0%'))).toEqual([]);
  expect(wrong(shared('47.0%'))).toEqual(['share 3108件 ÷ 4200件']);
});

test.each([
  '建成县级服务站9个，其中惠农服务站3个、电商服务站2个、物流服务站4个。',
  // Those of the county may be left.
  '建成服务站9个，其中国家级3个、省级2个、市级3个。',
  '建成服务站9个，其中惠农服务站3个、电商服务站2个、物流服务站3个等。',
  '建成服务站29个，其中惠农服务站3个、电商服务站2个、物流服务站3个。',
])('agrees: %s', (text) => {
  expect(wrong(text)).toEqual([]);
});

test('kinds that miss their whole by one', () => {
  expect(wrong('建成县级服务站9个，其中惠农服务站3个、电商服务站2个、物流服务站3个。')).toEqual(['sum 3个 + 2个 + 3个']);
  expect(wrong('新建镇级以上服务平台9个，其中惠农服务站3家、电商服务站2家、物流服务站3家。')).toEqual(['sum 3家 + 2家 + 3家']);
});
