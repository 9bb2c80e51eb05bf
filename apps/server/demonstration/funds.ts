// Who gets money in the demonstration: the firms with sign-ins first, then active ones of the register; all of it is fictional.
import type { Transaction } from 'kysely';
import { catalogue } from '#catalogue/index.ts';
import { loadFunds, type Payee } from '#modules/funds/seeds.ts';
import { seal } from '../seal.ts';

/** The high-tech zone, whose offices have printed sign-ins. */
const zone = '990171';

interface Known extends Payee {
  readonly status: string;
}

export function seedFunds(
  db: Transaction<unknown>,
  root: string,
  today: string,
  parties: readonly Known[],
  first: readonly { readonly id: string }[],
): Promise<number> {
  const ids = new Set(first.map(({ id }) => id));
  const active = parties.filter(({ status }) => status === 'active');
  const others = active.filter(({ id }) => !ids.has(id));
  const local = others.filter(({ region }) => region === zone).slice(0, 8);
  const rest = others.filter(({ region }) => region !== zone).filter((_, index) => index % 17 === 0);
  const payees = [...active.filter(({ id }) => ids.has(id)), ...local, ...rest]
    .slice(0, 28)
    .map(({ id, name, region }) => ({ id, name, region }));
  const programme = catalogue.programmes[0]?.id ?? '';
  return loadFunds(db, { root, county: zone, today, programme, agency: '澜财教', payees, seal });
}

/** Where the money of open challenges comes from. */
export const moneyOf = (root: string, today: string, programme: string) => ({
  root,
  today,
  programme,
  agency: '澜财教',
  seal,
  lineName: '揭榜挂帅专项资金',
  budget: '10000000.00',
});
