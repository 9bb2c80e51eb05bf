// What a case has to do with others and with its agreement, as plain data: the published case, those that answer it, milestones, scores.
import { weigh } from '#kernel/declare/weighing.ts';
import { signedAgreement } from '#kernel/stages/agree.ts';
import { type CaseState, caseStatusNames } from '#kernel/stages/case-state.ts';
import { stageOf } from '#kernel/stages/machine.ts';
import { milestoneStatusNames, milestonesOf } from '#kernel/stages/milestones.ts';
import { type CaseworkSetting, type Declared, declared } from '../setting.ts';
import type { AnsweringCase } from '../store/board.ts';
import type { BoardRow } from '../store/tables.ts';
import type { AboutView, AgreementView, AnsweringView, WeighedView } from '../wire.ts';
import { boardPhase } from './published.ts';

type Context = { readonly day: string; readonly parameters: Readonly<Record<string, string>> };

export const aboutView = (board: BoardRow, today: string): AboutView => ({
  id: board.case_id,
  headline: board.headline,
  partyName: board.party_name,
  opensOn: board.opens_on,
  closesOn: board.closes_on,
  phase: boardPhase(board, today),
});

export function weighedView({ dossier }: Pick<Declared, 'dossier'>, state: CaseState, context: Context): WeighedView | null {
  const { weighs } = dossier;
  if (weighs === undefined) return null;
  const { first, second, total } = weigh(weighs, state, context);
  return first === null && second === null ? null : { firstName: weighs.first.name, first, secondName: weighs.second.name, second, total };
}

export function answeringViews(setting: CaseworkSetting, rows: readonly AnsweringCase[], context: Context): AnsweringView[] {
  return rows.map((row) => {
    const { dossier } = declared(setting, row);
    return {
      id: row.id,
      number: row.number,
      partyName: row.party_name,
      status: row.status,
      statusName: caseStatusNames[row.status],
      stageName: stageOf(dossier, row.stage)?.name ?? null,
      waitsFor: row.waits_for,
      submittedOn: row.submitted_on,
      weighed: weighedView({ dossier }, row.state, context),
    };
  });
}

/** The agreement as signed, with how each milestone stands; null before it is signed. */
export function agreementView({ dossier }: Pick<Declared, 'dossier'>, state: CaseState): AgreementView | null {
  const stage = dossier.stages.find((candidate) => candidate.kind === 'perform');
  const agreement = stage === undefined ? undefined : signedAgreement(stage.agreement, state);
  if (stage === undefined || agreement === undefined) return null;
  const signed = state.records[stage.agreement]?.findLast((event) => event.verb === 'sign');
  return {
    number: typeof signed?.data.number === 'string' ? signed.data.number : null,
    signedOn: typeof signed?.data.signedOn === 'string' ? signed.data.signedOn : null,
    contractAmount: agreement.contractAmount,
    fiscalAmount: agreement.fiscalAmount,
    ownAmount: agreement.ownAmount,
    endsOn: agreement.endsOn,
    milestones: milestonesOf(stage, state).map((row) => ({ ...row, statusName: milestoneStatusNames[row.status] })),
  };
}
