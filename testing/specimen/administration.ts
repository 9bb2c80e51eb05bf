// The demonstration's administrators at work for the tests: signed in anew on the real database, with a look at accounts and offices.
import { accountsActions } from '#modules/accounts/actions/index.ts';
import { constraintMessages, pepperedPasswords, sessionReader } from '#modules/accounts/contract.ts';
import { DEMONSTRATION_PASSWORD as DEMO } from '#modules/accounts/model/demonstration.ts';
import { seedDemonstrationAccounts } from '#modules/accounts/seeds.ts';
import type { AccountView, OfficeView } from '#modules/accounts/wire.ts';
import { ringOf } from '#platform/crypto/keys.ts';
import { ROOT } from '../actors.ts';
import { type Answer, type Client, makeApp } from '../app.ts';
import { MORNING } from '../clock.ts';
import { makeDatabase } from '../database.ts';
import { signInAs } from '../sign-in.ts';

export interface Rows<T> {
  rows: T[];
  next: string | null;
  total: number;
}

/** A client of each, in this order: administrators of the system, of security twice, of the audit, and a clerk. */
export type Administrators = [system: Client, security: Client, second: Client, audit: Client, clerk: Client];

const passwords = pepperedPasswords(() => ringOf(Buffer.alloc(32, 7)));

export const code = (answer: Answer): string => (answer.body as { error: { code: string } }).error.code;
export const said = (answer: Answer): string => (answer.body as { error: { message: string } }).error.message;

/** On a database of its own, before anybody has signed in. */
export async function openAdministration() {
  const database = await makeDatabase();
  const app = await makeApp({
    database,
    actions: accountsActions({ passwords }),
    sessionReader: sessionReader(database, () => app.clock.now()),
    server: { constraintMessages },
  });
  await database.withSystem(ROOT, (db) => seedDemonstrationAccounts(db, ROOT, { now: new Date(MORNING), passwords }));
  const close = async () => {
    await app.close();
    await app.database.close();
  };
  const signIn = async (): Promise<Administrators> => {
    app.clock.at(MORNING);
    const signed = await Promise.all(['xitong', 'anquan', 'anquan2', 'shenji', 'gaoxin'].map((login) => signInAs(app, login, DEMO)));
    return signed.map((each) => each.client) as Administrators;
  };
  const findAccount = async (system: Client, login: string): Promise<AccountView> => {
    const { body } = await system.get<Rows<AccountView>>(`/accounts/accounts?text=${login}&limit=200`);
    const found = body.rows.find((row) => row.login === login);
    if (found === undefined) throw new Error(`no account ${login}`);
    return found;
  };
  const findOffice = async (system: Client, kind: string): Promise<OfficeView> => {
    const { body } = await system.get<Rows<OfficeView>>(`/accounts/offices?kind=${kind}`);
    const found = body.rows[0];
    if (found === undefined) throw new Error(`no office ${kind}`);
    return found;
  };
  return { app, close, signIn, findAccount, findOffice };
}
