// The audit trail for the audit administrator: read it by filters, and have its chain verified.
import { action } from '#platform/http/action.ts';
import { listTrail } from '#platform/trail/read.ts';
import { invalid } from '../refusals.ts';
import { TrailPage, TrailQuery, Verification } from '../wire.ts';

const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
const endOf = (day: string): Date => new Date(startOf(day).getTime() + 86_400_000);

export const readTrail = action({
  id: 'accounts.read-trail',
  method: 'GET',
  path: '/accounts/trail',
  summary: '查阅审计记录，最新的在前',
  permission: 'accounts/trail:read',
  query: TrailQuery,
  reply: TrailPage,
  handle: async ({ db }, { query }) => {
    const { from, until, subjectKind, subjectId } = query;
    if (from !== undefined && until !== undefined && until < from) throw invalid('DAYS_UNFIT', 'until', '结束日期早于开始日期。');
    if ((subjectKind === undefined) !== (subjectId === undefined))
      throw invalid('SUBJECT_UNFIT', 'subjectId', '按对象查找须同时给出类别和编号。');
    const found = await listTrail(db, {
      ...query,
      subject: subjectKind === undefined || subjectId === undefined ? undefined : { kind: subjectKind, id: subjectId },
      from: from === undefined ? undefined : startOf(from),
      to: until === undefined ? undefined : endOf(until),
    });
    const rows = found.rows.map(({ subject_kind, subject_id, ...line }) => ({ ...line, subjectKind: subject_kind, subjectId: subject_id }));
    return { ...found, rows };
  },
});

export const verify = action({
  id: 'accounts.verify-trail',
  method: 'GET',
  path: '/accounts/trail/verification',
  summary: '从第一条到链尾逐条校验审计记录',
  permission: 'accounts/trail:verify',
  rate: 6,
  reply: Verification,
  handle: ({ verifyTrail }) => verifyTrail(),
});
