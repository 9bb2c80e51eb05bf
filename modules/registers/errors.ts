// What registers refuse, each with its stable code: what happened, to which thing, what to do next.
import type { Problem } from '#kernel/faces/answers.ts';
import type { Change } from '#kernel/faces/changes.ts';
import { Refusal } from '#platform/refusal.ts';

export const answersWrong = (problems: readonly Problem[]): Refusal =>
  new Refusal('ANSWERS_WRONG', `有 ${problems.length} 处需要修改：${problems[0]?.message ?? ''}${problems.length > 1 ? ' 等' : ''}。`, {
    details: problems.map(({ path, message }) => ({ where: `answers.${path}`, message })),
  });

/** Names what the other has changed, so that one need not compare two pages by eye. */
export function rowStale(title: string, by: string, changes: readonly Change[]): Refusal {
  const said = changes.map(({ label, before, after }) => `${label}由“${before || '空'}”改为“${after || '空'}”`).join('；');
  return new Refusal('ROW_STALE', `“${title}”刚由${by}修改${said === '' ? '' : `：${said}`}。您填写的内容没有保存，请刷新后核对再改。`, {
    status: 409,
    details: changes.map(({ label, before, after }) => ({ where: label, message: `${before || '空'} → ${after || '空'}` })),
  });
}

export const importConflict = (conflicts: readonly { readonly row: number; readonly says: string }[]): Refusal =>
  new Refusal(
    'IMPORT_CONFLICT',
    `核对之后有 ${conflicts.length} 条记录被他人改动，本批没有写入，双方的内容都没有丢失。请看清改动后重新上传文件核对。`,
    { status: 409, details: conflicts.slice(0, 100).map(({ row, says }) => ({ where: `第 ${row} 行`, message: says })) },
  );

export const notOwnRegion = (): Refusal =>
  new Refusal('NOT_OWN_REGION', '只能登记和修改本县区的记录。如单位已迁到其他县区，请由市局修改所在地区。', {
    status: 403,
    details: [{ where: 'answers.region', message: '不是本县区' }],
  });

export const cityOnly = (name: string): Refusal =>
  new Refusal('CITY_ONLY', `“${name}”由市局管理，县区可以查看，不能修改。`, { status: 403 });

export const noYearly = (name: string): Refusal => new Refusal('NO_YEARLY', `“${name}”没有年度记录。`, { status: 404 });
