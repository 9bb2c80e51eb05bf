// Casework of the specimen on a real database: two firms, a county with its tax office, a neighbour, the city, and an open call.
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { caseworkActions } from '#modules/casework/actions/index.ts';
import type { CallView, CaseDetail } from '#modules/casework/wire.ts';
import { correspondenceActions } from '#modules/correspondence/actions/index.ts';
import { byOf, createParty } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { countyActor, makeActor, partyActor, ROOT } from '../actors.ts';
import { type Answer, makeApp, type TestApp } from '../app.ts';
import { makeDatabase } from '../database.ts';
import { specimen } from './programme.ts';
import { unknownFacts } from './unknown-facts.ts';

const weekdays = { isWorkday: (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) };
export const gardenSetting = { catalogue: catalogueOf([specimen]), calendar: weekdays, regionName: (code: string) => code };

const postSetting = {
  ...gardenSetting,
  seal: { seal: (plain: string) => plain, open: (stored: string) => stored },
  accountsAt: async () => [],
  digests: [],
};

export const REGION = '990104';
const permissions = ['casework/case:read', 'casework/case:act', 'casework/call:manage', 'casework/result-list:import'];
export const gardenAnswers = { gardeners: 20, staff: 100, income: '1200000', blighted: false, species: 'rose' };

function actorsOf(firm: string, other: string) {
  return {
    firm: partyActor('花圃甲', firm, ['casework/case:read', 'casework/case:act', 'casework/case:apply']),
    other: partyActor('花圃乙', other, ['casework/case:read', 'casework/case:act', 'casework/case:apply']),
    county: countyActor('县科技', REGION, permissions),
    tax: { ...countyActor('县税务', REGION, permissions), officeKind: 'county-tax', officeName: '县税务局' },
    elsewhere: countyActor('邻县', '990105', permissions),
    city: makeActor('市科技', { officeKind: 'city-office', permissions }),
  };
}
export type Who = keyof ReturnType<typeof actorsOf>;

export interface Refused {
  readonly error?: { readonly code: string; readonly message: string; readonly details: readonly { where: string; message: string }[] };
}

export interface Gardens {
  readonly app: TestApp;
  readonly actors: ReturnType<typeof actorsOf>;
  readonly call: CallView;
  read(id: string, as?: Who): Promise<CaseDetail>;
  move(as: Who, id: string, verb: string, data?: Record<string, unknown>): Promise<Answer<CaseDetail & Refused>>;
  draftOf(as: 'firm' | 'other', given?: Record<string, unknown>): Promise<string>;
  submit(as: 'firm' | 'other', id: string): Promise<Answer<{ number?: string } & Refused>>;
}

async function firms(app: TestApp['database']): Promise<[string, string]> {
  const by = byOf({ actor: systemActor(ROOT), now: new Date('2025-03-01T00:00:00Z'), today: '2025-03-01' });
  const add = (name: string, uscc: string) =>
    app.withSystem(ROOT, (db) =>
      createParty(db, by, { kind: 'enterprise', name, region: REGION, uscc, status: 'active', ...unknownFacts }),
    );
  return [await add('花圃甲有限公司', '91360100MA0A1B2C2P'), await add('花圃乙有限公司', '91340300MA0A1B2C2R')];
}

/** The clock stands at 3 March 2025; the call takes applications in March. */
export async function makeGardens(): Promise<Gardens> {
  const database = await makeDatabase();
  const actors = actorsOf(...(await firms(database)));
  const app = await makeApp({ database, actions: [...caseworkActions(gardenSetting), ...correspondenceActions(postSetting)], actors });
  app.clock.at('2025-03-03T09:00:00+08:00');
  const draft = await app.as(actors.city).post<CallView>('/casework/calls', {
    programme: 'specimen',
    dossier: 'application',
    year: 2025,
    name: '2025年示范花圃申报',
    opensAt: '2025-03-01T00:00:00+08:00',
    closesAt: '2025-04-01T00:00:00+08:00',
  });
  const { body: call } = await app
    .as(actors.city)
    .post<CallView>(`/casework/calls/${draft.body.id}/publish`, { version: draft.body.version });
  const read = async (id: string, as: Who = 'city') => (await app.as(actors[as]).get<CaseDetail>(`/casework/cases/${id}`)).body;
  return {
    app,
    actors,
    call,
    read,
    move: async (as, id, verb, data = {}) => {
      const { version } = await read(id);
      return app.as(actors[as]).post(`/casework/cases/${id}/moves`, { version, verb, data });
    },
    draftOf: async (as, given = gardenAnswers) => {
      const { body } = await app.as(actors[as]).post<{ id: string }>(`/casework/calls/${call.id}/drafts`);
      await app.as(actors[as]).put(`/casework/cases/${body.id}/draft`, { version: 0, answers: given });
      return body.id;
    },
    submit: async (as, id) => app.as(actors[as]).post(`/casework/cases/${id}/submit`, { version: (await read(id, as)).version }),
  };
}
