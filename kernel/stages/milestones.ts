// How the milestones of a signed agreement stand: reported, accepted or sent back, with the days that approved changes have moved.
import { asWan } from '../declare/rule.ts';
import { decimal } from '../exact/decimal.ts';
import { Rational } from '../exact/rational.ts';
import { signedAgreement } from './agree.ts';
import type { Milestone } from './agreement.ts';
import type { CaseEvent, CaseState } from './case-state.ts';

export type MilestoneStatus = 'waiting' | 'reported' | 'accepted' | 'rejected';

export const milestoneStatusNames: Readonly<Record<MilestoneStatus, string>> = {
  waiting: '未报告',
  reported: '待验收',
  accepted: '已验收',
  rejected: '退回整改',
};

export interface MilestoneStanding extends Milestone {
  readonly status: MilestoneStatus;
  readonly reportedOn: string | null;
  readonly acceptedOn: string | null;
  /** Own money paid so far as last reported, in yuan. */
  readonly ownPaid: string | null;
}

/** Where the agreement was signed and where it is performed. */
export interface Performance {
  readonly agreement: string;
  readonly id: string;
}

const statuses: Readonly<Record<string, MilestoneStatus>> = {
  report: 'reported',
  'accept-report': 'accepted',
  'reject-report': 'rejected',
};

/** Changes asked for and not answered, oldest first. */
export function openChanges({ id }: Pick<Performance, 'id'>, state: CaseState): readonly CaseEvent[] {
  const open: CaseEvent[] = [];
  for (const event of state.records[id] ?? []) {
    if (event.verb === 'ask-change') open.push(event);
    else if (event.verb === 'allow-change' || event.verb === 'deny-change') open.shift();
  }
  return open;
}

/** Approved new due days by milestone. */
function movedDays({ id }: Pick<Performance, 'id'>, state: CaseState): ReadonlyMap<string, string> {
  const moved = new Map<string, string>();
  for (const { verb, data } of state.records[id] ?? [])
    if (verb === 'allow-change' && typeof data.milestone === 'string' && typeof data.newDueOn === 'string')
      moved.set(data.milestone, data.newDueOn);
  return moved;
}

export function milestonesOf(stage: Performance, state: CaseState): readonly MilestoneStanding[] {
  const moved = movedDays(stage, state);
  const events = state.records[stage.id] ?? [];
  return (signedAgreement(stage.agreement, state)?.milestones ?? []).map((milestone) => {
    const key = String(milestone.no);
    const own = events.filter((event) => event.data.milestone === key && statuses[event.verb] !== undefined);
    const reported = own.findLast((event) => event.verb === 'report');
    const accepted = own.findLast((event) => event.verb === 'accept-report');
    return {
      ...milestone,
      dueOn: moved.get(key) ?? milestone.dueOn,
      status: statuses[own.at(-1)?.verb ?? ''] ?? 'waiting',
      reportedOn: reported?.day ?? null,
      acceptedOn: accepted?.day ?? null,
      ownPaid: typeof reported?.data.ownPaid === 'string' ? reported.data.ownPaid : null,
    };
  });
}

const sumOf = (rows: readonly MilestoneStanding[]): Rational => Rational.sum(rows.map((row) => decimal(row.amount)));

/** Fiscal money that accepted milestones have made due. */
export const earned = (standing: readonly MilestoneStanding[]): Rational => sumOf(standing.filter(({ status }) => status === 'accepted'));

/** Own money comes first or in step: why a milestone's fiscal money may not flow yet; null when it may. */
export function ownMoneyProblem(stage: Performance, state: CaseState, standing: readonly MilestoneStanding[], no: number): string | null {
  const agreement = signedAgreement(stage.agreement, state);
  const milestone = standing.find((row) => row.no === no);
  if (agreement === undefined || milestone === undefined) return null;
  const flows = earned(standing).plus(decimal(milestone.amount));
  const needed = decimal(agreement.ownAmount).times(flows).dividedBy(decimal(agreement.fiscalAmount));
  const paid = decimal(milestone.ownPaid ?? '0');
  return paid.isAtLeast(needed) ? null : `自有资金应先于或同步于财政资金支付：累计应付 ${asWan(needed)}，报告已付 ${asWan(paid)}`;
}
