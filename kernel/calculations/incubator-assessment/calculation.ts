// Assessment of incubators and maker spaces (孵化器、众创空间评价): conditions of recognition and the yearly score.
import { all, asScore, calculation, statusesOf, verdictOf } from '../frame/index.ts';
import { weightedScore } from '../weighted-scores.ts';
import { incubatorFindings, incubatorRules } from './incubator.ts';
import { checkInput, input, parameters, weights } from './input.ts';
import { makerSpaceFindings, makerSpaceRules } from './maker-space.ts';
import { membersOf } from './members.ts';

export const incubatorAssessment = calculation({
  id: 'incubator-assessment',
  name: '孵化器与众创空间评价',
  basis: ['国科发区〔2018〕300号', '国科发火〔2017〕120号'],
  input,
  parameters,
  rules: { ...makerSpaceRules, ...incubatorRules },
  check: checkInput,
  evaluate(given, limits) {
    const assessmentScore = asScore(weightedScore(weights, given.scores));
    if (given.kind === 'MAKER_SPACE') {
      const findings = makerSpaceFindings(given, limits);
      return { verdict: verdictOf(all(...statusesOf(findings))), assessmentScore, findings };
    }
    const members = membersOf(given, limits);
    const findings = incubatorFindings(given, limits, members);
    return {
      verdict: verdictOf(all(...statusesOf(findings))),
      assessmentScore,
      tenants: members.tenants,
      graduates: members.graduates,
      findings,
    };
  },
});
