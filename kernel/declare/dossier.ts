// A dossier: one form with its conditions and the stages that its cases pass.
import { kindOf, type Stage } from '../stages/kinds.ts';
import type { Citation } from './citation.ts';
import type { Eligibility, Finding } from './eligibility.ts';
import type { Form } from './form.ts';
import type { Holding } from './holding.ts';
import type { OfficeKind } from './office.ts';
import type { CallParameter } from './parameter.ts';
import type { ServiceItem } from './service-item.ts';
import type { Weighing } from './weighing.ts';

/** Figures of one source for one year, yuan or heads as exact decimal strings; absent when the source says nothing. */
export interface KnownFinance {
  readonly year: number;
  readonly source: 'AUDIT' | 'TAX' | 'APPLICATION' | 'STATISTICS';
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** What the register knows of the applicant apart from the application. */
export interface Known {
  /** Dotted facts for prefilling, such as `enterprise.staff`. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly finance: readonly KnownFinance[];
}

export interface CrossFinding extends Finding {
  /** How grave a disagreement is; null when there is none. */
  readonly level: 'block' | 'warn' | 'info' | null;
  readonly years: readonly number[];
}

/** Holds what several sources say of the same thing against each other, for the officer's eyes and the applicant's warning. */
export type CrossCheck = (answers: Readonly<Record<string, unknown>>, known: Known, day: string) => readonly CrossFinding[];

/** Who may not answer a case because it belongs to its issuer: the same legal person or head, a shareholding of so much, or control. */
export interface AffiliateBar {
  /** Share from which a shareholding bars. */
  readonly share: CallParameter;
  readonly cites: Citation;
}

/** At most so many cases about the same case may pass a stage: the winners of one need. */
export interface WinnersLimit {
  readonly stage: string;
  readonly verb: string;
  readonly most: CallParameter;
}

export interface Dossier {
  readonly id: string;
  readonly name: string;
  /** Who may apply. */
  readonly by: readonly ('enterprise' | 'institution' | 'person')[];
  readonly form: Form;
  readonly eligibility: Eligibility;
  readonly stages: readonly Stage[];
  readonly crossCheck?: CrossCheck;
  /** The dossier of the same programme whose published cases this one answers: it opens and closes with their board, not with a call of its own. */
  readonly about?: string;
  /** Only who holds the title on the day of application may apply. */
  readonly holder?: Holding;
  readonly barsAffiliates?: AffiliateBar;
  readonly winners?: WinnersLimit;
  /** How scores of its stages make one, for the list of all cases about the same case. */
  readonly weighs?: Weighing;
  /** What the counter tells of it; a service item is always open, in a call of each year that the system opens by itself. */
  readonly service?: ServiceItem;
}

/** Always open, and any number of cases of one party at a time. */
export const isStanding = (declared: Pick<Dossier, 'service'>): boolean => declared.service !== undefined;

/** Checks that stages begin with `submit` and that no two share an id. */
export function dossier(id: string, name: string, rest: Omit<Dossier, 'id' | 'name'>): Dossier {
  if (rest.stages[0]?.kind !== 'submit') throw new Error(`Dossier ${id} must begin with submit()`);
  const ids = rest.stages.map((stage) => stage.id);
  const twice = ids.find((stage, i) => ids.indexOf(stage) !== i);
  if (twice !== undefined) throw new Error(`Dossier ${id} has two stages ${twice}; give one of them another id`);
  const has = (stage: string, what: string): void => {
    if (!ids.includes(stage)) throw new Error(`Dossier ${id}: ${what} reads stage ${stage}, which it does not have`);
  };
  for (const stage of rest.stages) {
    if (stage.kind === 'perform' || stage.kind === 'accept') has(stage.agreement, `stage ${stage.id}`);
    if (stage.kind === 'deliver' || stage.kind === 'rate') has(stage.decision, `stage ${stage.id}`);
    if (stage.kind === 'uphold') has(stage.grade, `stage ${stage.id}`);
    const read =
      stage.kind === 'grade' ? stage.parts.map(({ key }) => key) : stage.kind === 'issue' && stage.level !== undefined ? [stage.level] : [];
    for (const key of read)
      if (rest.form.fields[key] === undefined)
        throw new Error(`Dossier ${id}: stage ${stage.id} reads ${key}, which the form does not ask`);
    if (stage.kind !== 'board') continue;
    for (const key of stage.shows)
      if (rest.form.fields[key] === undefined) throw new Error(`Dossier ${id}: its board shows ${key}, which the form does not ask`);
  }
  for (const { stage } of rest.weighs === undefined ? [] : [rest.weighs.first, rest.weighs.second]) has(stage, 'its weighing');
  if (rest.winners !== undefined) has(rest.winners.stage, 'its limit of winners');
  const isAsked = rest.stages.some((stage) => stage.kind === 'sealed' || stage.by.includes('issuer')) || rest.barsAffiliates !== undefined;
  if (isAsked && rest.about === undefined) throw new Error(`Dossier ${id} speaks of an issuer, but is about no other dossier`);
  return { id, name, ...rest };
}

/** Everything that a call may set for a dossier: its conditions, its stages, and what answers its published cases. */
export function callParameters(all: readonly Dossier[], declared: Dossier): readonly CallParameter[] {
  const own = ({ eligibility, stages, barsAffiliates, winners, weighs }: Dossier): readonly CallParameter[] => [
    ...eligibility.parameters,
    ...stages.flatMap((stage) => kindOf(stage).parameters?.(stage) ?? []),
    ...(barsAffiliates === undefined ? [] : [barsAffiliates.share]),
    ...(weighs === undefined ? [] : [weighs.weight]),
    ...(winners === undefined ? [] : [winners.most]),
  ];
  const answering = all.filter((other) => other.about === declared.id);
  return [...new Map([declared, ...answering].flatMap(own).map((one) => [one.name, one])).values()];
}

/** Offices that have anything to do in a dossier. */
export function officesOf(declared: Dossier): readonly OfficeKind[] {
  return [...new Set(declared.stages.flatMap((stage) => stage.by))];
}
