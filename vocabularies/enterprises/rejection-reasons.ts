// Why an application for recognition as a high-tech enterprise fails, R01 to R13, each with the condition that it breaks.
import type { Term, Vocabulary } from '../vocabulary.ts';

export interface RejectionReason extends Term {
  /** The article of 国科发火〔2016〕32号 (办法) or 国科发火〔2016〕195号 (指引) behind it; R03 and R12 have none of their own. */
  readonly article?: string;
}

const items = [
  { code: 'R01', name: '研发费用占销售收入比例不足', article: '办法第十一条（五）' },
  { code: 'R02', name: '研发费用归集依据不足，缺少研发支出辅助账', article: '指引三（六）' },
  { code: 'R03', name: '审计报告与税务申报数据不一致' },
  { code: 'R04', name: '高新技术产品（服务）收入占比不足60%', article: '办法第十一条（六）' },
  { code: 'R05', name: '科技人员占比不足10%', article: '办法第十一条（四）' },
  { code: 'R06', name: '知识产权无效、非核心或Ⅱ类知识产权重复使用', article: '办法第十一条（二）' },
  { code: 'R07', name: '主要产品（服务）不属于国家重点支持的高新技术领域', article: '办法第十一条（三）' },
  { code: 'R08', name: '创新能力评价未达70分以上', article: '办法第十一条（七）' },
  { code: 'R09', name: '科技成果转化证明材料不足', article: '指引三（七）' },
  { code: 'R10', name: '申请认定时注册成立不满一年', article: '办法第十一条（一）' },
  { code: 'R11', name: '申请前一年内有重大安全、质量事故或严重环境违法行为', article: '办法第十一条（八）' },
  { code: 'R12', name: '中介机构不符合条件' },
  { code: 'R13', name: '境内研发费用占比不足60%', article: '办法第十一条（五）' },
] as const satisfies readonly RejectionReason[];

export type RejectionReasonCode = (typeof items)[number]['code'];

export const rejectionReasons: Vocabulary<RejectionReason & { readonly code: RejectionReasonCode }> = {
  id: 'rejection-reasons',
  name: '高新技术企业认定未通过原因',
  source: '按国科发火〔2016〕32号、国科发火〔2016〕195号的条件归纳，本系统编码',
  date: '2016-06-22',
  items,
};
