// Judges a unified social credit code as the registry takes it: a wrong form is refused, a wrong check character warns until a person confirms it.
import { uscc } from '#kernel/calculations/uscc.ts';

export interface CodeJudgement {
  /** Full-width forms made plain, upper case. */
  readonly code: string;
  readonly verdict: 'VALID' | 'WARNING' | 'INVALID';
  /** What is wrong and how to mend it; null when the code is valid. */
  readonly says: string | null;
}

type Finding = { readonly ruleId: string; readonly status: string; readonly required: string; readonly actual: unknown };
type Result = {
  readonly verdict: CodeJudgement['verdict'];
  readonly normalised: string;
  readonly expectedOrgCheck: string | null;
  readonly expectedCheck: string | null;
  readonly findings: readonly Finding[];
};

const scientific = /^\d(\.\d+)?E\+?\d+$/;

function invalid(result: Result): string {
  const { normalised: code, findings } = result;
  if (scientific.test(code)) return `统一社会信用代码被表格写成了科学计数法“${code}”，末几位已丢失，请把该列设为文本后重新填写`;
  const broken = findings.find((finding) => finding.status === 'unmet');
  if (broken?.ruleId === 'U-1') return `统一社会信用代码应为 18 位，现为 ${[...code].length} 位；请核对营业执照`;
  if (broken?.ruleId === 'U-2') {
    const letters = [...new Set([...code].filter((letter) => !/[0-9A-HJ-NP-RTUW-Y]/.test(letter)))];
    return `统一社会信用代码不应有“${letters.join('”“')}”（不使用字母 I、O、S、V、Z）；请核对营业执照`;
  }
  return '统一社会信用代码第 3 至 8 位应为数字；请核对营业执照';
}

function doubtful(result: Result): string {
  const { normalised: code, expectedOrgCheck, expectedCheck, findings } = result;
  const isUnmet = (rule: string): boolean => findings.some((finding) => finding.ruleId === rule && finding.status === 'unmet');
  if (isUnmet('U-4')) return `统一社会信用代码第 1 位“${code.charAt(0)}”不是登记管理部门代码；请核对营业执照`;
  if (isUnmet('U-6')) return `统一社会信用代码第 18 位校验不符，应为 ${expectedCheck}；请核对营业执照`;
  return `统一社会信用代码第 17 位校验不符，应为 ${expectedOrgCheck}；请核对营业执照`;
}

let latest: { readonly text: string; readonly judgement: CodeJudgement } | undefined;

/** Never throws: an empty text is invalid too. A cell is asked about several times in a row, so that the last answer is kept. */
export function judgeCode(text: string): CodeJudgement {
  if (latest?.text !== text) latest = { text, judgement: judgeAnew(text) };
  return latest.judgement;
}

function judgeAnew(text: string): CodeJudgement {
  if (text.trim() === '') return { code: '', verdict: 'INVALID', says: '统一社会信用代码不能为空' };
  const result = uscc.evaluate({ uscc: text }) as unknown as Result;
  const says = result.verdict === 'VALID' ? null : result.verdict === 'INVALID' ? invalid(result) : doubtful(result);
  return { code: result.normalised, verdict: result.verdict, says };
}
