// Reading the wall board.
import type { ServiceItem } from '#kernel/declare/service-item.ts';
import { declared, standingMoves, standingUnderWay } from '#modules/casework/contract.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { divisionLines, lightsOf, type Underway, urgentCases } from '../model/board.ts';
import { itemIndex, itemsOf } from '../model/items.ts';
import { shareOf } from '../model/ratings.ts';
import type { ServiceSetting } from '../setting.ts';
import { WallBoard } from '../wire.ts';

/** As many as can be read from three metres. */
const mostUrgent = 10;

const total = (rows: readonly { readonly decided: number }[]): number => rows.reduce((sum, row) => sum + row.decided, 0);

async function board({ db, actor, now, today }: ActionContext, { casework }: ServiceSetting): Promise<WallBoard> {
  const { calendar } = casework;
  const declaredItems = itemsOf(casework.catalogue);
  const items = itemIndex(declaredItems);
  const programmes = new Map<ServiceItem, string>(declaredItems.map(({ programme, item }) => [item, programme]));
  const [rows, ofToday, ofYear] = [
    await standingUnderWay(db, actor.root),
    await standingMoves(db, actor.root, today, today),
    await standingMoves(db, actor.root, `${today.slice(0, 4)}-01-01`, today),
  ];
  const cases = rows.flatMap(({ programme, dossier, number, state }): Underway[] => {
    const item = items.get(`${programme}/${dossier}`);
    return item === undefined ? [] : [{ item, number, state }];
  });
  const decidedIn = (division: string): number =>
    total(ofToday.filter(({ programme, dossier }) => items.get(`${programme}/${dossier}`)?.division === division));
  const stageName = (item: ServiceItem, stage: string | null): string =>
    declared(casework, { programme: programmes.get(item) ?? '', dossier: item.id }).dossier.stages.find(({ id }) => id === stage)?.name ??
    '';
  const divisions = divisionLines(cases, today, calendar);
  const lights = lightsOf(cases, today, calendar);
  return {
    at: now.toISOString(),
    today,
    isWorkday: calendar.isWorkday(today),
    receivedToday: ofToday.reduce((sum, row) => sum + row.received, 0),
    decidedToday: total(ofToday),
    underWay: lights.green + lights.amber + lights.red + lights.paused,
    dueToday: divisions.reduce((sum, line) => sum + line.dueToday, 0),
    lights,
    decidedThisYear: total(ofYear),
    onTimeRate: shareOf(
      ofYear.reduce((sum, row) => sum + row.inTime, 0),
      total(ofYear),
    ),
    divisions: divisions.map((line) => ({ ...line, decidedToday: decidedIn(line.division) })),
    urgent: [...urgentCases(cases, stageName, today, calendar, mostUrgent)],
  };
}

export const boardActions = (setting: ServiceSetting): Action[] => [
  action({
    id: 'service.get-board',
    method: 'GET',
    path: '/service/board',
    summary: '政务服务大屏：今日收办、各色在办件、各处室到期和超期',
    permission: 'service/statistics:read',
    reply: WallBoard,
    handle: async (context) => board(context, setting),
  }),
];
