// The command `evaluate` as a caller sees it: what comes out where, and with which exit code.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function kechuang(names: readonly string[], input: string) {
  const command = ['--import', 'tsx', 'apps/cli/main.ts', 'evaluate', ...names];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('an object gives its result on standard output', () => {
  const { status, stdout, stderr } = kechuang(['resident-id'], '{"idNumber":"11010519491231002x","asOf":"2025-12-30"}');
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'VALID', age: 75 });
});

test('a batch gives one answer a case and succeeds, whatever the cases are', () => {
  const { status, stdout, stderr } = kechuang(['uscc'], '{"cases":[{"uscc":"91350100M000100Y43"},{"uscc":5}]}');
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject([{ verdict: 'VALID' }, { error: { code: 'TYPE', path: 'uscc' } }]);
});

test.each([
  [['uscc'], '{}', 'MISSING', 'uscc'],
  [['uscc'], '{"cases":5}', 'TYPE', 'cases'],
  [['uscc'], 'no JSON', 'INVALID_JSON', ''],
  [[], 'not read', 'UNKNOWN_CALCULATION', ''],
  [['uscc', 'uscc'], '{}', 'UNKNOWN_CALCULATION', ''],
  [['uscc', '--fast'], '{}', 'UNKNOWN_CALCULATION', ''],
])('%j on %s fails with %s and nothing on standard output', (names, input, code, path) => {
  const { status, stdout, stderr } = kechuang(names, input);
  expect([status, stdout]).toEqual([2, '']);
  expect(JSON.parse(stderr)).toMatchObject({ error: { code, path, message: expect.stringMatching(/\S/) } });
});
