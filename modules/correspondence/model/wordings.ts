// Fixed texts of the templates that a bureau may word for itself; these are the usual ones.
import { type DocumentKind, documentKinds } from './kinds.ts';

/** Remedies: 行政复议法第二十条（六十日）、行政诉讼法第四十六条（六个月）. */
const remedies = '如不服本决定，可以自收到本决定书之日起六十日内依法申请行政复议，或者在六个月内依法向人民法院提起行政诉讼。';

export const usualClosings: Readonly<Record<DocumentKind, string>> = {
  correction: '逾期未补正的，视为撤回申请；补正后的材料仍在本平台提交，办理时限自补正提交之日起继续计算。',
  acceptance: '办理进展和结果可以随时在本平台查询。',
  'non-acceptance': remedies,
  refusal: remedies,
  decision: '请按照有关规定做好后续工作。',
  publicity: '对公示内容有异议的，请在公示期内以书面形式实名反映，写明具体事实并提供线索；匿名异议一般不予受理。',
  agreement: '本合同自签订之日起生效，双方按约定履行；变更须经双方书面同意。',
  certificate: '特发此证。',
};

/** Names under which wordings are kept: closing texts by kind, agency codes by region and line. */
export const closingName = (kind: DocumentKind): string => `closing.${kind}`;
export const codePrefix = 'code.';

export const wordingNames: readonly string[] = Object.keys(documentKinds).map((kind) => closingName(kind as DocumentKind));
