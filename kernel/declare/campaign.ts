// A campaign (专项行动): a goal over a list of subjects, worked off step by step with evidence.

import type { Form } from './form.ts';
import type { PartyFacts } from './return.ts';
import type { SystemBase } from './system.ts';

export interface CampaignStep {
  readonly id: string;
  readonly name: string;
  /** What must be shown to close the step. */
  readonly evidence: Form;
}

export interface Campaign extends SystemBase {
  readonly kind: 'campaign';
  readonly list: { readonly says: string; includes(party: PartyFacts): boolean };
  /** What is reached when a subject is done, in words. */
  readonly goal: string;
  readonly steps: readonly CampaignStep[];
}

export function campaign(declaration: Omit<Campaign, 'kind'>): Campaign {
  if (declaration.steps.length === 0) throw new Error(`${declaration.id}: a campaign needs a step`);
  return { kind: 'campaign', ...declaration };
}
