// Members of a distribution are told of what was counted: fields, kinds, those who hold most.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('kinds among what the clause before names', () =>
  expect(names('新备案企业中，装备制造8家、现代农业5家、电子信息3家。')).toEqual([
    '装备制造新备案企业',
    '现代农业新备案企业',
    '电子信息新备案企业',
  ]));

test('holders of what a mark selects', () =>
  expect(names('发明专利授权超过30件的申请人有2个：青岚工学院64件、白渡重工37件。').slice(-2)).toEqual([
    '青岚工学院发明专利授权',
    '白渡重工发明专利授权',
  ]));

test('fields of what the sentence before counted', () =>
  expect(names('高新技术企业286家。从产业分布看，装备制造52家、电子信息41家。').slice(1)).toEqual([
    '装备制造高新技术企业',
    '电子信息高新技术企业',
  ]));
