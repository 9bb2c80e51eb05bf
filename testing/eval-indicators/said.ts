// Systems whose published numbers have no name in the annotation: which indicators express them, or why no indicator does.

export interface Said {
  /** Names of indicators that express the numbers. */
  readonly indicators?: readonly string[];
  /** Why some or all of the numbers have no indicator of their own. */
  readonly why?: string;
}

export const said: Readonly<Record<string, Said>> = {
  S004: { indicators: ['全社会研发经费支出'], why: '目标“第一”是该指标的位次读数，作为目标用语登记在目标方案中' },
  S005: { indicators: ['参加科技目标考核的县区数'] },
  S006: { indicators: ['参加科技目标考核的县区数', '科技考核优秀县区数'] },
  S016: { indicators: ['研发投入强度'], why: '规划目标值登记为该指标的目标，差距是完成情况的读数' },
  S017: { why: '“10项”是行动方案列举的条数，不是统计指标；各项行动的完成情况由各自的指标反映' },
  S018: { indicators: ['全社会研发经费支出', '高新技术企业总数'], why: '“三大”是计划列举的条数，不是统计指标' },
  S026: { indicators: ['可复制推广的改革创新举措数'], why: '“第2名”是上级评价的位次读数' },
  S056: { indicators: ['高新技术企业营业收入'], why: '增速和占比是该指标的读数；“723家”是纳入统计的单位数' },
  S068: { why: '比例、门槛和倍数是政策参数，登记在事项的限额中，不是统计指标' },
  S102: { why: '“六大”是布局列举的个数，不是统计指标' },
  S142: { indicators: ['参加展会和推介活动企业数', '展会签约项目数'] },
  S147: { indicators: ['新设海外人才联络处数', '海外人才联络处数'] },
};
