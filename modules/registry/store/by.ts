// Who writes and when: taken from the action's context, or from the system for jobs and seeds.
import type { ActionContext } from '#platform/http/action.ts';

export interface By {
  readonly root: string;
  readonly account: string;
  readonly name: string;
  readonly now: Date;
  /** The calendar day of `now` in Asia/Shanghai. */
  readonly today: string;
}

export const byOf = ({ actor, now, today }: Pick<ActionContext, 'actor' | 'now' | 'today'>): By => ({
  root: actor.root,
  account: actor.accountId,
  name: actor.officeName === actor.name ? actor.name : `${actor.officeName}${actor.name}`,
  now,
  today,
});
