// Runs the duels by name, all of them without one: `npm run bench -- list`. Each prints ratios of one run; no figure is kept.
import { register } from 'tsx/esm/api';

register();

const duels = {
  list: () => import('./list/duel.ts'),
  import: () => import('./import/duel.ts'),
  rules: () => import('./rules/duel.ts'),
  assignment: () => import('./assignment/duel.ts'),
  figures: () => import('./figures/duel.ts'),
};

const given = process.argv.slice(2);
// A number is an option of the duels that are named, e.g. the size: `npm run bench -- figures 10`.
const options = given.filter((one) => /^\d+$/.test(one));
const asked = given.filter((one) => !options.includes(one));
const unknown = asked.filter((name) => !Object.hasOwn(duels, name));
if (unknown.length > 0) {
  console.error(`no duel named ${unknown.join(', ')}; there are ${Object.keys(duels).join(', ')}`);
  process.exit(2);
}
for (const [name, load] of Object.entries(duels)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n## ${name}`);
  await (await load()).run(options);
}
