// What the bureau's own measures may set about reviews: limits of recusal and rotation, caps of a panel, separation of duties, credit and fees.
import { type Citation, cite } from '#kernel/declare/citation.ts';
import { defineForm, f, page } from '#kernel/declare/form.ts';

const measures = cite('本级科技计划项目评审办法');
const fees = cite('财科教〔2017〕128号');

/** Every number a city may set, with what holds where it sets nothing. */
export interface Rules {
  readonly formerUnitYears: number;
  readonly cooperationYears: number;
  readonly collateralGenerations: number;
  readonly panelsPerYear: number;
  readonly consecutiveYears: number;
  /** Largest share of a panel from one unit, and from the applicants' counties: one in so many. */
  readonly unitShareOneIn: number;
  readonly countyShareOneIn: number;
  /** Days before the review at which the panel may be drawn at the earliest. */
  readonly drawDaysBefore: number;
  /** Who draws, who notifies and who concludes must be different people. */
  readonly separateDuties: boolean;
  /** Experts see sheets without the names of the applicants. */
  readonly blinded: boolean;
  /** Scores of several panels of a call are made comparable. */
  readonly normalise: boolean;
  readonly lateCredit: number;
  readonly hiddenCredit: number;
  readonly creditLine: number;
  readonly suspensionMonths: number;
  /** Yuan a day after tax, senior experts and others. */
  readonly seniorFee: string;
  readonly otherFee: string;
}

export const defaultRules: Rules = {
  formerUnitYears: 2,
  cooperationYears: 3,
  collateralGenerations: 3,
  panelsPerYear: 4,
  consecutiveYears: 2,
  unitShareOneIn: 3,
  countyShareOneIn: 3,
  drawDaysBefore: 2,
  separateDuties: true,
  blinded: false,
  normalise: false,
  lateCredit: 5,
  hiddenCredit: 20,
  creditLine: 60,
  suspensionMonths: 12,
  seniorFee: '1500',
  otherFee: '900',
};

export const rulesBasis: readonly Citation[] = [measures, fees];

const whole = (label: string, unit: string, min: string, max: string, help?: string) =>
  f.integer(label, { unit, min, max, ...(help !== undefined && { help }) });

export const rulesForm = defineForm(
  page('回避与轮换', {
    formerUnitYears: whole('离职回避', '年', '1', '10', '离开申报单位未满此年限的应当回避，含当日'),
    cooperationYears: whole('合作回避', '年', '1', '10', '合作论文、项目、专利在此年限内的应当回避，含当日'),
    collateralGenerations: whole('旁系血亲回避', '代', '1', '5'),
    panelsPerYear: whole('每人每年参加评审组上限', '个', '1', '50'),
    consecutiveYears: whole('同类评审连续参加上限', '年', '1', '10'),
  }),
  page('抽取', {
    unitShareOneIn: whole('同一单位不超过评审组的几分之一', '', '2', '10', '填 3 即不超过三分之一'),
    countyShareOneIn: whole('申报单位所在县区不超过评审组的几分之一', '', '2', '10', '填 3 即不超过三分之一'),
    drawDaysBefore: whole('最早提前几日抽取', '日', '0', '30'),
    separateDuties: f.yesNo('抽取、通知、汇总由不同人员办理'),
    blinded: f.yesNo('向专家隐去申报单位名称'),
    normalise: f.yesNo('同批多个评审组的得分标准化', {
      help: 'T＝70＋10×（得分－组平均）÷组标准差；每组件数较多时使用，须同批各组全部评完后汇总',
    }),
  }),
  page('专家信用与评审费', {
    lateCredit: whole('逾期未评扣分', '分', '0', '100'),
    hiddenCredit: whole('隐瞒应回避情形扣分', '分', '0', '100'),
    creditLine: whole('信用分低于此数暂停', '分', '1', '100', '满分 100'),
    suspensionMonths: whole('暂停期', '个月', '1', '60'),
    seniorFee: f.money('正高级评审费（税后，每日）', { unit: '元', min: '0', max: '2400', help: '财科教〔2017〕128号：第三日起减半' }),
    otherFee: f.money('其他专家评审费（税后，每日）', { unit: '元', min: '0', max: '1500', help: '财科教〔2017〕128号：第三日起减半' }),
  }),
);

/** The bureau's rules: what it set, and the default where it set nothing. */
export const rulesFrom = (set: Readonly<Record<string, unknown>>): Rules => ({ ...defaultRules, ...(set as Partial<Rules>) });
