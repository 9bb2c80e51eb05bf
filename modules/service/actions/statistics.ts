// Reading the statistics of the service, and what people have said of it without saying who.
import { type Static, Type } from 'typebox';
import { compressionOf } from '#kernel/declare/service-item.ts';
import { ratingLevels } from '#kernel/stages/rate.ts';
import { lateDecisions, type StandingMoves, standingMoves, standingRatings } from '#modules/casework/contract.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { type DeclaredItem, itemIndex, itemsOf } from '../model/items.ts';
import { shareOf, sumRatings } from '../model/ratings.ts';
import type { ServiceSetting } from '../setting.ts';
import { RatingView, ServiceStatistics } from '../wire.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Period = Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) });

const periodOf = ({ today }: ActionContext, { from, to }: Static<typeof Period>): readonly [from: string, to: string] => [
  from ?? `${today.slice(0, 4)}-01-01`,
  to ?? today,
];

function counted(rows: readonly StandingMoves[]) {
  const sum = (key: 'received' | 'decided' | 'inTime'): number => rows.reduce((all, row) => all + row[key], 0);
  const [received, decided, inTime] = [sum('received'), sum('decided'), sum('inTime')];
  return { received, decided, inTime, onTimeRate: shareOf(inTime, decided) };
}

const compressed = (items: readonly DeclaredItem[]): string | null => shareOf(...compressionOf(items.map(({ item }) => item)));

const isOf =
  ({ programme, item }: DeclaredItem) =>
  (row: { readonly programme: string; readonly dossier: string }): boolean =>
    row.programme === programme && row.dossier === item.id;

async function statistics(context: ActionContext, setting: ServiceSetting, query: Static<typeof Period>): Promise<ServiceStatistics> {
  const { db, actor } = context;
  const [from, to] = periodOf(context, query);
  const items = itemsOf(setting.casework.catalogue);
  const names = itemIndex(items);
  const moves = await standingMoves(db, actor.root, from, to);
  const ratings = await standingRatings(db, actor.root, from, to);
  const late = await lateDecisions(db, actor.root, from, to);
  const all = counted(moves);
  const zeroVisit = items.filter(({ item }) => item.visits === 0);
  const withoutVisit = counted(moves.filter((row) => zeroVisit.some((each) => isOf(each)(row))));
  return {
    from,
    to,
    items: items.length,
    zeroVisitItems: zeroVisit.length,
    shortenedItems: items.filter(({ item }) => item.promisedBefore !== undefined).length,
    compression: compressed(items),
    ...all,
    zeroVisitShare: shareOf(withoutVisit.decided, all.decided),
    ratings: sumRatings(ratings),
    lines: items.map((each) => {
      const { rated, average } = sumRatings(ratings.filter(isOf(each)));
      const { id, name, division, visits } = each.item;
      const line = { programme: each.programme, id, name, division, visits, compression: compressed([each]) };
      return { ...line, ...counted(moves.filter(isOf(each))), rated, average };
    }),
    late: late.map(({ id, number, programme, dossier, partyName, day, dueOn }) => ({
      id,
      number,
      item: names.get(`${programme}/${dossier}`)?.name ?? dossier,
      partyName,
      day,
      dueOn,
    })),
  };
}

/** As many comments as anyone reads. */
const mostComments = 200;

export const statisticsActions = (setting: ServiceSetting): Action[] => [
  action({
    id: 'service.get-statistics',
    method: 'GET',
    path: '/service/statistics',
    summary: '政务服务统计：按期办结率、零跑腿占比、时限压缩、评价',
    permission: 'service/statistics:read',
    query: Period,
    reply: ServiceStatistics,
    handle: async (context, { query }) => statistics(context, setting, query),
  }),
  action({
    id: 'service.list-ratings',
    method: 'GET',
    path: '/service/ratings',
    summary: '列出评价和意见，不显示评价人和办件',
    permission: 'service/statistics:read',
    query: Period,
    reply: Type.Object({ rows: Type.Array(RatingView) }),
    handle: async (context, { query }) => {
      const [from, to] = periodOf(context, query);
      const names = itemIndex(itemsOf(setting.casework.catalogue));
      const ratings = await standingRatings(context.db, context.actor.root, from, to);
      return {
        rows: ratings
          .filter(({ isByDefault }) => !isByDefault)
          .slice(0, mostComments)
          .map(({ programme, dossier, month, level, comment }, i) => {
            const item = names.get(`${programme}/${dossier}`);
            const levelName = ratingLevels.find(({ code }) => code === level)?.name ?? level;
            return { no: i + 1, item: item?.name ?? dossier, division: item?.division ?? '', month, level, levelName, comment };
          }),
      };
    },
  }),
];
