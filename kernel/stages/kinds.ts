// The explicit table of stage kinds: a kind without behaviour does not compile.
import { type AcceptStage, acceptKind } from './accept.ts';
import { type AgreeStage, agreeKind } from './agree.ts';
import { type AppraiseStage, appraiseKind } from './appraise.ts';
import { type BoardStage, boardKind } from './board.ts';
import { type CheckStage, checkKind } from './check.ts';
import { type DecideStage, decideKind } from './decide.ts';
import { type DeliverStage, deliverKind } from './deliver.ts';
import { type ExamineStage, examineKind } from './examine.ts';
import { type ExternalStage, externalKind } from './external.ts';
import { type GradeStage, gradeKind } from './grade.ts';
import { type IssueStage, issueKind } from './issue.ts';
import { type OpinionsStage, opinionsKind } from './opinions.ts';
import { type PerformStage, performKind } from './perform.ts';
import { type PublicNoticeStage, publicNoticeKind } from './public-notice.ts';
import { type RateStage, rateKind } from './rate.ts';
import { type ReceiveStage, receiveKind } from './receive.ts';
import { type RecommendStage, recommendKind } from './recommend.ts';
import { type ReviewStage, reviewKind } from './review.ts';
import { type SealedStage, sealedKind } from './sealed.ts';
import type { StageKind } from './stage.ts';
import { type SubmitStage, submitKind } from './submit.ts';
import { type UpholdStage, upholdKind } from './uphold.ts';

export type Stage =
  | SubmitStage
  | SealedStage
  | CheckStage
  | OpinionsStage
  | DecideStage
  | RecommendStage
  | ExternalStage
  | ReviewStage
  | PublicNoticeStage
  | BoardStage
  | AppraiseStage
  | AgreeStage
  | PerformStage
  | AcceptStage
  | ReceiveStage
  | ExamineStage
  | DeliverStage
  | RateStage
  | GradeStage
  | UpholdStage
  | IssueStage;

type Behaviour = { [K in Stage['kind']]: StageKind<Extract<Stage, { kind: K }>> };

const stageKinds: Behaviour = {
  submit: submitKind,
  sealed: sealedKind,
  check: checkKind,
  opinions: opinionsKind,
  decide: decideKind,
  recommend: recommendKind,
  external: externalKind,
  review: reviewKind,
  'public-notice': publicNoticeKind,
  board: boardKind,
  appraise: appraiseKind,
  agree: agreeKind,
  perform: performKind,
  accept: acceptKind,
  receive: receiveKind,
  examine: examineKind,
  deliver: deliverKind,
  rate: rateKind,
  grade: gradeKind,
  uphold: upholdKind,
  issue: issueKind,
};

/** The behaviour of a stage, typed as the stage base: each kind receives only stages of its own. */
export function kindOf(stage: Stage): StageKind<Stage> {
  return stageKinds[stage.kind] as unknown as StageKind<Stage>;
}
