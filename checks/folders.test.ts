// The rooms of the house: an unlisted folder is an error, a module has the same names as every other, a file says what it is for.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { allPaths, isData, isTest, root, sources } from './source-files.ts';

const rooms = new Set([
  'apps',
  'bench',
  'catalogue',
  'checks',
  'deploy',
  'docs',
  'e2e',
  'kernel',
  'modules',
  'platform',
  'testing',
  'ui',
  'vocabularies',
  '.ci',
]);
const topFiles = new Set([
  '.gitignore',
  '.npmrc',
  'README.md',
  'README.zh-CN.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'GLOSSARY.md',
  'CHANGELOG.md',
  'biome.json',
  'build.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vitest.config.ts',
  'knip.json',
]);

it('has only the rooms and papers that the design names', () => {
  const strange = allPaths.filter((name) => (name.includes('/') ? !rooms.has(name.split('/')[0] ?? '') : !topFiles.has(name)));
  expect(strange).toEqual([]);
});

const moduleFolders = new Set(['model', 'store', 'actions', 'web', 'documents']);
const moduleFiles =
  /^(README\.md|contract\.ts|wire\.ts|seeds\.ts|setting\.ts|errors\.ts|refusals\.ts|jobs\.ts|moves\.ts|[a-z-]+\.test\.ts)$/;

it('gives every module the same names', () => {
  const wrong = allPaths
    .filter((name) => name.startsWith('modules/'))
    .filter((name) => {
      const [, , next = '', ...rest] = name.split('/');
      return rest.length === 0 ? !moduleFiles.test(next) : !moduleFolders.has(next);
    });
  expect(wrong).toEqual([]);
  const modules = readdirSync(path.join(root, 'modules'));
  expect(modules.filter((name) => !allPaths.includes(`modules/${name}/README.md`))).toEqual([]);
});

const catalogueFiles =
  /^(README\.md|form\.ts|items\.ts|sheets\.ts|limits\.ts|eligibility\.ts|programme\.ts|register\.ts|return\.ts|campaign\.ts|assignment\.ts|programme\.test\.ts|examples\/[a-z0-9-]+\.json|editions\/\d{4}\/.+|extras\/.+)$/;

it('gives every system of the catalogue the same names', () => {
  const wrong = allPaths
    .filter((name) => /^catalogue\/[^/]+\//.test(name))
    .map((name) => name.split('/').slice(2))
    .filter(([system = '', ...rest]) => (rest.length === 0 ? !/^[a-z0-9-]+\.ts$/.test(system) : !catalogueFiles.test(rest.join('/'))))
    .map((parts) => parts.join('/'));
  expect(wrong).toEqual([]);
});

it('says on the first line of a file what it is for', () => {
  const silent = sources.filter(({ lines }) => {
    const first = lines[0]?.startsWith('#!') ? lines[1] : lines[0];
    return !/^(\/\/|\/\*\*?) ?\S.{8,}/.test(first ?? '');
  });
  expect(silent.map((file) => file.path)).toEqual([]);
});

it('keeps files short enough to be read at once', () => {
  const long = sources.filter(({ path: name, lines }) => !isData(name) && lines.length - 1 > (isTest(name) ? 500 : 300));
  expect(long.map(({ path: name, lines }) => `${name}: ${lines.length - 1}`)).toEqual([]);
});

it('gives no file a name that says nothing', () => {
  expect(allPaths.filter((name) => /(^|\/)(utils?|helpers?|common|misc|manager|v2|temp|new)(\.|\/)/.test(name))).toEqual([]);
});
