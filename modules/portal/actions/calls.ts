// Pages of calls: the list and the guide of each.
import { callPhase, getCall, listCalls } from '#modules/casework/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';
import type { PublicPage } from '#platform/http/page.ts';
import { notFound } from '#platform/refusal.ts';
import type { PortalSetting } from '../setting.ts';
import { type CallShown, callPage, callsPage } from '../web/calls.ts';
import { idOf } from './addresses.ts';
import { keeps, pageReply } from './frame.ts';

type Row = Awaited<ReturnType<typeof getCall>>;

/** Null for what is always open, which stands among the services, and for what the catalogue no longer knows. */
function shown({ casework }: PortalSetting, row: Row, now: Date): CallShown | null {
  const programme = casework.catalogue.programmes.find(({ id }) => id === row.programme);
  const dossier = programme?.dossiers.find(({ id }) => id === row.dossier);
  if (programme === undefined || dossier === undefined || dossier.service !== undefined) return null;
  const { id, name, quota, budget, guide, parameters, opens_at: opensAt, closes_at: closesAt } = row;
  return { id, name, quota, budget, guide, parameters, opensAt, closesAt, phase: callPhase(row, now), programme, dossier };
}

export async function shownCalls({ db, actor, now }: ActionContext, setting: PortalSetting): Promise<readonly CallShown[]> {
  return (await listCalls(db, actor.root, {})).flatMap((row) => shown(setting, row, now) ?? []);
}

export const callPages = (setting: PortalSetting): PublicPage[] => [
  {
    method: 'GET',
    path: '/public/calls',
    handle: async (context, asked) => pageReply(context, setting, asked, keeps.lively, callsPage(await shownCalls(context, setting))),
  },
  {
    method: 'GET',
    path: '/public/calls/:id',
    handle: async (context, asked) => {
      const call = shown(setting, await getCall(context.db, idOf(asked, '该批次')), context.now);
      if (call === null) throw notFound('该批次');
      const { name } = await setting.bureauOf(context);
      return pageReply(context, setting, asked, keeps.lively, callPage(call, context.today, name));
    },
  },
];
