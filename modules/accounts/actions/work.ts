// One's own long work: what is under way, how far it has come, and what came of what has ended.
import { action } from '#platform/http/action.ts';
import { ownWork } from '#platform/long-work/long-work.ts';
import { OwnWork } from '../wire.ts';

export const work = action({
  id: 'accounts.my-work',
  method: 'GET',
  path: '/accounts/my-work',
  summary: '本人正在进行和刚完成的耗时操作',
  permission: 'signed-in',
  reply: OwnWork,
  handle: async ({ db, actor, now }) => ({
    rows: (await ownWork(db, actor, now)).map((row) => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    })),
  }),
});
