// Organisation code (组织机构代码): form and check digit by GB 11714-1997.
import { normaliseIdentifier, organisationCheck } from './check-characters.ts';
import { calculation, findingsBy, required, type Status, statusOf, text } from './frame/index.ts';

const standard = 'GB 11714-1997';

const rules = {
  'O-1': { required: '八位数字或大写字母本体代码加一位校验码', basis: `${standard} 第3章` },
  'O-2': { required: '校验码正确', basis: `${standard} 第3章` },
};

/** The printed form separates the check digit by a hyphen. */
function withoutHyphen(code: string): string {
  return code.replace(/^(.{8})-(.)$/su, '$1$2');
}

export const organisationCode = calculation({
  id: 'organisation-code',
  name: '组织机构代码校验',
  basis: [standard],
  method: ['校验码＝11－Σ前8位字符值×权数（3、7、9、10、5、8、4、2）mod 11；10记为X，11记为0。'],
  input: { orgCode: required('组织机构代码', text) },
  parameters: {},
  rules,
  evaluate(given) {
    const find = findingsBy(rules, {});
    const code = withoutHyphen(normaliseIdentifier(given.orgCode));
    const form = statusOf(/^[0-9A-Z]{8}[0-9X]$/.test(code));
    const expectedCheck = /^[0-9A-Z]{8}/.test(code) ? organisationCheck(code.slice(0, 8)) : null;
    const check: Status = form === 'met' ? statusOf(code.charAt(8) === expectedCheck) : 'unknown';
    return {
      verdict: form === 'unmet' ? 'INVALID' : check === 'met' ? 'VALID' : 'WARNING',
      normalised: code,
      expectedCheck,
      findings: [find('O-1', form), find('O-2', check)],
    };
  },
});
