// Real sign-ins for tests of accounts and journeys: a name and a password become a client with the session's own cookie.
import { makeActor } from './actors.ts';
import type { Answer, Client, TestApp } from './app.ts';

export interface SignedIn {
  readonly answer: Answer<{ mustChangePassword: boolean; notice: string | null }>;
  /** Undefined when the sign-in was refused. */
  readonly token: string | undefined;
  readonly client: Client;
}

/** The value of the session cookie that an answer sets. */
export function tokenOf(answer: Answer): string | undefined {
  const cookies = [answer.headers['set-cookie']].flat().map(String);
  return cookies.map((cookie) => /^kechuang_session=([^;]+)/.exec(cookie)?.[1]).find((value) => value !== undefined);
}

/** A client that sends this token as its cookie. */
export const clientWith = (app: TestApp, token: string): Client => app.as(makeActor('signed in', { accountId: token }));

export async function signInAs(app: TestApp, account: string, password: string): Promise<SignedIn> {
  const answer = await app.anonymous.post<{ mustChangePassword: boolean; notice: string | null }>('/accounts/sign-in', {
    account,
    password,
  });
  const token = tokenOf(answer);
  return { answer, token, client: token === undefined ? app.anonymous : clientWith(app, token) };
}
