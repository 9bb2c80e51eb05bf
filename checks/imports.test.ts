// Imports run one way: apps → modules → platform, kernel; catalogue → kernel, vocabularies; modules meet only through their contracts.
import { expect, it } from 'vitest';
import { importsOf, isTest, sources } from './source-files.ts';

/** What each room may import, beside itself. Anything not listed is an error. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  vocabularies: ['kernel'],
  catalogue: ['kernel', 'vocabularies'],
  platform: ['kernel'],
  ui: ['kernel'],
  modules: ['platform', 'kernel', 'vocabularies', 'ui'],
  apps: ['modules', 'platform', 'kernel', 'catalogue', 'vocabularies', 'ui', 'testing'],
  testing: ['apps', 'modules', 'platform', 'kernel', 'catalogue', 'vocabularies'],
  checks: ['apps', 'modules', 'platform', 'kernel', 'catalogue', 'vocabularies', 'testing'],
  bench: ['apps', 'modules', 'platform', 'kernel', 'catalogue', 'vocabularies', 'testing'],
  e2e: ['apps', 'testing', 'vocabularies', 'kernel'],
};

const roomOf = (path: string): string => path.split('/')[0] ?? '';
const moduleOf = (path: string): string => path.split('/')[1] ?? '';
const isInside = (path: string): boolean => path.includes('/') && mayImport[roomOf(path)] !== undefined;

it('lets each room import only what stands below it', () => {
  const wrong = sources
    .filter((file) => isInside(file.path) && !isTest(file.path))
    .flatMap((file) => {
      const room = roomOf(file.path);
      return importsOf(file)
        .filter((target) => roomOf(target) !== room && !(mayImport[room] ?? []).includes(roomOf(target)))
        .map((target) => `${file.path} imports ${target}`);
    });
  expect(wrong).toEqual([]);
});

it('lets modules meet only through contract.ts, and each other’s pages not at all', () => {
  const wrong = sources
    .filter((file) => roomOf(file.path) === 'modules' && !isTest(file.path))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => roomOf(target) === 'modules' && moduleOf(target) !== moduleOf(file.path))
        .filter((target) => !/^modules\/[a-z-]+\/(contract|wire)\.ts$/.test(target))
        .map((target) => `${file.path} imports ${target}`),
    );
  expect(wrong).toEqual([]);
});

it('keeps server code out of the browser: pages import no store, action, platform or node module', () => {
  const isPage = (path: string): boolean =>
    /^(ui|modules\/[a-z-]+\/web|apps\/web)\//.test(path) && !isTest(path) && !path.endsWith('vite.config.ts');
  const wrong = sources
    .filter((file) => isPage(file.path))
    .flatMap((file) => {
      const own = importsOf(file).filter((target) => /^platform\/|^modules\/[a-z-]+\/(store|actions)\//.test(target));
      const node = [...file.text.matchAll(/^import(?! type)[^'"]*['"](node:[^'"]+)['"]/gm)].map(([, name = '']) => name);
      return [...own, ...node].map((target) => `${file.path} imports ${target}`);
    });
  expect(wrong).toEqual([]);
});
