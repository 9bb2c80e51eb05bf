// Pages of the challenge board.
import { type BoardRow, boardPhase, getBoard, listBoard, takesAnswers } from '#modules/casework/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';
import type { PublicPage } from '#platform/http/page.ts';
import { notFound } from '#platform/refusal.ts';
import type { PortalSetting } from '../setting.ts';
import { boardPage, type NeedShown, needPage } from '../web/board.ts';
import { idOf, textOf } from './addresses.ts';
import { keeps, pageReply } from './frame.ts';

function shown({ casework }: PortalSetting, row: BoardRow, today: string): NeedShown | null {
  const programme = casework.catalogue.programmes.find(({ id }) => id === row.programme);
  const dossier = programme?.dossiers.find(({ id }) => id === row.dossier);
  if (programme === undefined || dossier === undefined) return null;
  return {
    id: row.case_id,
    headline: row.headline,
    issuer: row.party_name,
    place: casework.regionName(row.region),
    number: row.number,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    phase: boardPhase(row, today),
    takesAnswers: takesAnswers(row, today),
    shown: row.shown,
    shows: dossier.stages.flatMap((stage) => (stage.kind === 'board' ? stage.shows : [])),
    dossier,
    answer: programme.dossiers.find(({ about }) => about === dossier.id),
  };
}

export async function shownNeeds(
  { db, actor, today }: ActionContext,
  setting: PortalSetting,
  text?: string,
): Promise<readonly NeedShown[]> {
  return (await listBoard(db, actor.root, { text })).flatMap((row) => shown(setting, row, today) ?? []);
}

export const boardPages = (setting: PortalSetting): PublicPage[] => [
  {
    method: 'GET',
    path: '/public/board',
    handle: async (context, asked) => {
      const text = textOf(asked);
      return pageReply(context, setting, asked, keeps.lively, boardPage(await shownNeeds(context, setting, text), text));
    },
  },
  {
    method: 'GET',
    path: '/public/board/:id',
    handle: async (context, asked) => {
      const need = shown(setting, await getBoard(context.db, idOf(asked, '这个榜单')), context.today);
      if (need === null) throw notFound('这个榜单');
      const { name } = await setting.bureauOf(context);
      return pageReply(context, setting, asked, keeps.lively, needPage(need, name));
    },
  },
];
