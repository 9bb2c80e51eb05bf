// What stands on the screen for the outcomes of a spot check, and what is asked with each.
export const spotOutcomes = { waiting: '待检查', passed: '通过', problem: '发现问题', revoked: '撤销资格' } as const;
export type SpotOutcome = keyof typeof spotOutcomes;

export const pickedBy = { risk: '风险线索', seed: '随机抽取' } as const;

/** Largest part of a draw that is made by risk where nobody sets another: a parameter of the bureau. */
export const usualRiskShare = '0.5';
