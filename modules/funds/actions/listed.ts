// Filters as the address writes them, values separated by commas; and what of funds is for staff alone.
import type { ActionContext } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';

export function staffOnly({ actor }: Pick<ActionContext, 'actor'>): void {
  if (actor.scope === 'party') throw new Refusal('STAFF_ONLY', '预算指标由科技和财政部门管理，企业请查看“我的资金”。', { status: 403 });
}

type Written = Readonly<Record<string, string | undefined>>;

/** Keeps the filters that were asked, each as its list of values. */
export function listOf<T extends Written>(written: T): { [K in keyof T]?: readonly string[] } {
  return Object.fromEntries(
    Object.entries(written).flatMap(([key, text]) => (text === undefined ? [] : [[key, text.split(',')]])),
  ) as unknown as {
    [K in keyof T]?: readonly string[];
  };
}
