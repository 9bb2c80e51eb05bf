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
  method: [
    '在孵企业须同时满足：符合中小企业标准、注册和办公均在场地内、入驻时成立不超过24个月、在孵时间不超过48个月（生物医药、现代农业、集成电路60个月）。',
    '毕业企业满足任一：高新技术企业、累计投资500万元、两年收入1000万元、被并购或上市。',
    '企业数不确定时以区间表示：区间两端结论相同的照判，否则未知。',
    '年度评价＝Σ权重×得分÷100，权重：服务25、在孵与毕业25、投融资15、培育15、收入10、统计与安全10。',
  ],
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
