// Declarations: every rule cites its article, every action its permission, and no kernel, module or page names a system of the catalogue.
import { expect, it } from 'vitest';
import { actions } from '#apps/server/actions.ts';
import { catalogue } from '#catalogue/index.ts';
import { isByBureau } from '#kernel/declare/citation.ts';
import { isPermission, permissionNames } from '#modules/accounts/model/permissions.ts';
import { isTest, sources } from './source-files.ts';

const dossiers = catalogue.programmes.flatMap((programme) => programme.dossiers.map((dossier) => ({ programme, dossier })));

it('cites a document at every rule', () => {
  const silent = dossiers.flatMap(({ programme, dossier }) =>
    dossier.eligibility.rules
      // A rule of the bureau's own says so; every other names a dated document.
      .filter((rule) => !isByBureau(rule.cites) && !/[〔（(]?\d{4}/.test(rule.cites.document))
      .map((rule) => `${programme.id}: ${rule.id}`),
  );
  expect(silent).toEqual([]);
  expect(catalogue.systems.filter((system) => system.basis.length === 0).map((system) => system.id)).toEqual([]);
});

it('declares for every action a permission that the table knows', () => {
  const unknown = actions.filter(({ permission }) => permission !== 'public' && permission !== 'signed-in' && !isPermission(permission));
  expect(unknown.map((action) => `${action.id}: ${action.permission}`)).toEqual([]);
  expect(new Set(actions.map((action) => action.id)).size).toBe(actions.length);
  expect(permissionNames.length).toBeGreaterThan(0);
});

it('says in Chinese what every action does', () => {
  expect(actions.filter((action) => !/[\u4e00-\u9fff]/.test(action.summary)).map((action) => action.id)).toEqual([]);
});

it('names no system of the catalogue in the kernel, the modules, the platform or the pages', () => {
  const ids = catalogue.systems.map((system) => system.id);
  const naming = sources
    .filter((file) => /^(kernel|modules|platform|ui)\//.test(file.path) && !isTest(file.path))
    // A calculation of the law bears the law's name, whoever calls it.
    .filter((file) => !file.path.startsWith('kernel/calculations/'))
    .flatMap((file) =>
      ids.filter((id) => file.text.includes(`'${id}'`) || file.text.includes(`"${id}"`)).map((id) => `${file.path} names ${id}`),
    );
  expect(naming).toEqual([]);
});

it('speaks of the product alone', () => {
  const foreign = sources.filter((file) => /\/work\/|registry\.npmjs|\bsubagents?\b/i.test(file.text) && !file.path.startsWith('checks/'));
  expect(foreign.map((file) => file.path)).toEqual([]);
});
