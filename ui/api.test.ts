// What is asked of the server and what its refusals become.
import { expect, test } from 'vitest';
import { apiUrl, fileNameOf } from './api.ts';
import { errorFromReply, lostError, messageOf } from './api-error.ts';
import { retryQuery } from './query.ts';

test('an address leaves out what is empty and joins lists', () => {
  expect(apiUrl('/registry/parties', { q: '甲 乙', status: ['a', 'b'], none: undefined, nothing: '', zero: 0, no: false })).toBe(
    '/api/registry/parties?q=%E7%94%B2%20%E4%B9%99&status=a%2Cb&zero=0&no=false',
  );
  expect(apiUrl('/api/x')).toBe('/api/x');
});

test('a refusal keeps its code, its sentence and its places', () => {
  const error = errorFromReply(422, {
    error: { code: 'RULES', message: '有 2 处不符合要求。', details: [{ where: 'answers.income', message: '应为数字' }, 7] },
  });
  expect([error.code, error.message, error.details, error.isLost]).toEqual([
    'RULES',
    '有 2 处不符合要求。',
    [{ where: 'answers.income', message: '应为数字' }],
    false,
  ]);
  expect(errorFromReply(422, { code: 'RULES', message: '不行' }).message).toBe('不行');
});

test('a page of a proxy becomes plain words', () => {
  expect(errorFromReply(502, undefined).isLost).toBe(true);
  expect(errorFromReply(413, '<html>').message).toContain('文件过大');
  expect(errorFromReply(418, null).message).toContain('418');
});

test('only a lost network is tried again, twice', () => {
  expect([retryQuery(0, lostError()), retryQuery(2, lostError()), retryQuery(0, errorFromReply(403, {}))]).toEqual([true, false, false]);
  expect(messageOf(new TypeError('x'))).not.toContain('x is not');
});

test('the UTF-8 name of a download wins', () => {
  expect(fileNameOf(`attachment; filename="a.xlsx"; filename*=UTF-8''%E4%BC%81%E4%B8%9A.xlsx`)).toBe('企业.xlsx');
  expect(fileNameOf('attachment; filename="a.xlsx"')).toBe('a.xlsx');
  expect(fileNameOf(null)).toBeUndefined();
});
