// A plan as it is typed: where a new one begins, and which parts of it a method asks for.
import type { PlanDraft } from '../model/target-shapes.ts';

export function newDraft(unit: string, today: string): PlanDraft {
  return {
    unit,
    cityValue: null,
    bound: '达到',
    method: 'CAPACITY_SHARE',
    growth: '0.1',
    gapFactor: '0',
    alpha: '0.6',
    beta: '0.2',
    gamma: '0.2',
    quantum: null,
    gdpSource: 'outside:地区生产总值',
    potentialSource: null,
    byHand: [],
    document: { name: '', number: '', day: today },
    months: null,
    scoring: { mode: 'MIXED', weight: '10', direction: null, parameters: {} },
  };
}

/** What was typed, or null for nothing; anything that is no number is kept out by the field itself. */
export const typed = (text: string): string | null => {
  const tidy = text.trim().replaceAll(/[,，\s]/g, '');
  return tidy === '' ? null : tidy;
};

export function withHand(draft: PlanDraft, region: string, text: string): PlanDraft {
  const value = typed(text);
  const others = draft.byHand.filter((one) => one.region !== region);
  return { ...draft, byHand: value === null ? others : [...others, { region, value }] };
}

export const evenMonths: readonly string[] = ['0.08', '0.16', '0.25', '0.33', '0.41', '0.5', '0.58', '0.66', '0.75', '0.83', '0.91', '1'];
