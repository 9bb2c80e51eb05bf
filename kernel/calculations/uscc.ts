// Unified social credit code (统一社会信用代码): form, parts and both check characters by GB 32100-2015.
import { creditCodeCheck, normaliseIdentifier, organisationCheck } from './check-characters.ts';
import { all, any, calculation, findingsBy, listOf, type Read, required, type Status, statusOf, text, withDefault } from './frame/index.ts';

const input = { uscc: required('统一社会信用代码', text) };

const parameters = {
  registryDepts: withDefault('登记管理部门代码', text, '123456789ANY'),
  whitelist: withDefault('人工确认的代码', listOf(text), []),
};

type Parameters = Read<typeof parameters>;

const standard = 'GB 32100-2015';

const rules = {
  'U-1': { required: '长度为18位', basis: `${standard} 第5章` },
  'U-2': { required: '只用数字和除 I、O、S、V、Z 外的大写字母', basis: `${standard} 第5章` },
  'U-3': { required: '第3至8位（登记管理机关行政区划码）为数字', basis: `${standard} 第5章` },
  'U-4': { required: (p: Parameters) => `第1位（登记管理部门）为 ${p.registryDepts} 之一`, basis: `${standard} 第5章` },
  'U-5': { required: '主体标识码（组织机构代码）校验位正确', basis: 'GB 11714-1997' },
  'U-6': { required: '校验码正确', basis: `${standard} 第6章` },
};

const entityKinds: Readonly<Record<string, string>> = {
  '91': 'ENTERPRISE',
  '92': 'INDIVIDUAL_BUSINESS',
  '93': 'FARMER_COOPERATIVE',
  '11': 'STATE_ORGAN',
  '12': 'PUBLIC_INSTITUTION',
  '51': 'SOCIAL_ORGANISATION',
  '52': 'PRIVATE_NON_ENTERPRISE',
  '53': 'FOUNDATION',
};

const noParts = {
  registryDept: null,
  entityKind: null,
  regionCode: null,
  orgCode: null,
  expectedOrgCheck: null,
  expectedCheck: null,
};

/** The parts of a well-formed code; a failed check character does not make it unreadable. */
function partsOf(code: string) {
  return {
    registryDept: code.charAt(0),
    entityKind: entityKinds[code.slice(0, 2)] ?? null,
    regionCode: code.slice(2, 8),
    orgCode: code.slice(8, 17),
    expectedOrgCheck: organisationCheck(code.slice(8, 16)),
    expectedCheck: creditCodeCheck(code.slice(0, 17)),
  };
}

export const uscc = calculation({
  id: 'uscc',
  name: '统一社会信用代码校验',
  basis: [standard, 'GB 11714-1997'],
  method: [
    '先统一全角半角、去掉两端空白并转为大写。',
    '校验码＝（31－Σ前17位字符值×权数 mod 31）mod 31，权数为3的0至16次幂除以31的余数。',
    '第9至17位为组织机构代码，另按 GB 11714 校验。校验不符的编码须人工确认，列入白名单的视为有效。',
  ],
  input,
  parameters,
  rules,
  evaluate(given, { registryDepts, whitelist }) {
    const find = findingsBy(rules, { registryDepts, whitelist });
    const code = normaliseIdentifier(given.uscc);
    const length = [...code].length;
    const hasLength = statusOf(length === 18);
    const inAlphabet = statusOf(/^[0-9A-HJ-NP-RTUW-Y]*$/.test(code));
    const hasRegion: Status = hasLength === 'met' ? statusOf(/^\d{6}$/.test([...code].slice(2, 8).join(''))) : 'unknown';
    const isReadable = all(hasLength, inAlphabet, hasRegion) === 'met';
    const parts = isReadable ? partsOf(code) : noParts;
    const whenReadable = (truth: boolean): Status => (isReadable ? statusOf(truth) : 'unknown');
    const checks = [
      find('U-4', whenReadable(registryDepts.includes(code.charAt(0)))),
      find('U-5', whenReadable(code.charAt(16) === parts.expectedOrgCheck)),
      find('U-6', whenReadable(code.charAt(17) === parts.expectedCheck)),
    ];
    const whitelisted = whitelist.some((entry) => normaliseIdentifier(entry) === code);
    const accepted = any(statusOf(whitelisted), all(...checks.map(({ status }) => status))) === 'met';
    return {
      // Some codes of the pilot period legally fail their check digits, so a failure asks for a person, not for a refusal.
      verdict: isReadable ? (accepted ? 'VALID' : 'WARNING') : 'INVALID',
      normalised: code,
      ...parts,
      whitelisted,
      findings: [find('U-1', hasLength, length), find('U-2', inAlphabet), find('U-3', hasRegion), ...checks],
    };
  },
});
