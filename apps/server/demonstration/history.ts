// Turns the fictional applications of the population into cases: the events that county, tax and city offices would have made.
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import type { Enterprise, RecognitionApplication } from '#testing/population/types.ts';

type Office = 'applicant' | 'issuer' | 'leadership' | 'county-office' | 'county-tax' | 'city-office' | 'city-tax' | 'system';

interface Step {
  readonly stage: string | null;
  readonly verb: string;
  readonly office: Office;
  readonly day: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

const nobody = '00000000-0000-0000-0000-000000000000';
const people: Readonly<Record<Office, (county: string) => { name: string; officeName: string }>> = {
  applicant: () => ({ name: '申报人员', officeName: '申请单位' }),
  issuer: () => ({ name: '经办人', officeName: '发榜方' }),
  leadership: () => ({ name: '局领导', officeName: '澜江市科学技术局' }),
  'county-office': (county) => ({ name: '经办人', officeName: `${county}科学技术局` }),
  'county-tax': (county) => ({ name: '经办人', officeName: `国家税务总局${county}税务局` }),
  'city-office': () => ({ name: '经办人', officeName: '澜江市科学技术局高新技术发展及产业化处' }),
  'city-tax': () => ({ name: '经办人', officeName: '国家税务总局澜江市税务局' }),
  system: () => ({ name: '系统', officeName: '系统' }),
};

/** Numbers the steps; two of one day follow each other by an hour of office time. */
export function eventsOf(steps: readonly Step[], county: string): CaseEvent[] {
  return steps.map(({ stage, verb, office, day, data = {} }, i) => ({
    seq: i + 1,
    verb,
    stage,
    at: `${day}T0${1 + (i % 8)}:30:00.000Z`,
    day,
    actor: { id: nobody, officeKind: office, ...people[office](county) },
    data,
  }));
}

const opine = (stage: string, office: Office, day: string, verdict: 'agree' | 'disagree', note: string): Step => ({
  stage,
  verb: 'opine',
  office,
  day,
  data: { verdict, note },
});

const reviewed = (stage: string, offices: readonly [Office, Office], day: string, agrees: boolean): Step[] => [
  opine(stage, offices[0], day, agrees ? 'agree' : 'disagree', agrees ? '材料齐全，符合申报要求' : '不符合申报要求，详见核对意见'),
  opine(stage, offices[1], day, 'agree', '营业收入、收入总额与纳税申报数据已核对'),
];

const submitted = (day: string, answers: unknown): Step[] => [
  { stage: null, verb: 'draft', office: 'applicant', day },
  { stage: 'submit', verb: 'submit', office: 'applicant', day, data: { answers } },
];

export const county = (day: string, agrees = true): Step[] => reviewed('county-review', ['county-office', 'county-tax'], day, agrees);
export const city = (day: string, agrees = true): Step[] => reviewed('city-review', ['city-office', 'city-tax'], day, agrees);
export const recommended = (day: string, list: string): Step => ({
  stage: 'recommend',
  verb: 'recommend',
  office: 'city-office',
  day,
  data: { list },
});
export { submitted };

/** A finished application; one that stopped in county or city was declined by the city. */
export function finished(application: RecognitionApplication, firm: Pick<Enterprise, 'titles'>, answers: unknown): Step[] {
  const { submittedOn, countyReviewedOn, cityReviewedOn, recommendedOn, decidedOn, outcome, stoppedAt, reasons, certificate, year } =
    application;
  const steps = [...submitted(submittedOn, answers), ...county(countyReviewedOn ?? decidedOn, stoppedAt !== 'county')];
  steps.push(...city(cityReviewedOn ?? decidedOn, stoppedAt === null || stoppedAt === 'province'));
  if (recommendedOn === null || stoppedAt === 'county' || stoppedAt === 'city') {
    steps.push({
      stage: 'recommend',
      verb: 'decline',
      office: 'city-office',
      day: decidedOn,
      data: { reasons: `不予推荐，原因代码：${reasons.join('、')}` },
    });
    return steps;
  }
  steps.push(recommended(recommendedOn, `${year}年${recommendedOn.slice(5, 7) <= '07' ? '第一批' : '第二批'}`));
  const title = firm.titles.find((held) => held.number === certificate);
  if (outcome === 'granted' && title !== undefined) {
    steps.push({
      stage: 'external',
      verb: 'receive-result',
      office: 'city-office',
      day: decidedOn,
      data: { outcome, number: title.number, issuedOn: title.fromOn },
    });
    steps.push({
      stage: 'issue',
      verb: 'issue',
      office: 'system',
      day: decidedOn,
      data: { number: title.number, from: title.fromOn, until: title.untilOn },
    });
    return steps;
  }
  steps.push({ stage: 'external', verb: 'receive-result', office: 'city-office', day: decidedOn, data: { outcome: 'refused', reasons } });
  return steps;
}
