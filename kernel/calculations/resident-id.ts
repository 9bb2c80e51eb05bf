// Citizen identity number (公民身份号码): form, birth date and check character by GB 11643-1999.
import { normaliseIdentifier, residentIdCheck } from './check-characters.ts';
import {
  addYears,
  all,
  calculation,
  type Day,
  date,
  dayOf,
  findingsBy,
  formatDay,
  optional,
  required,
  type Status,
  statusesOf,
  statusOf,
  text,
  yearOf,
} from './frame/index.ts';

const standard = 'GB 11643-1999';

const rules = {
  'R-1': { required: '17位数字加一位数字或 X', basis: `${standard} 第4章` },
  'R-2': { required: '第7至14位是存在且不晚于核验日期的出生日期', basis: `${standard} 第4章` },
  'R-3': { required: '校验码正确', basis: `${standard} 第4章` },
};

function birthDateOf(number: string): Day | undefined {
  return dayOf(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)));
}

/** Full years: someone born on 29 February completes a year on the last day of February. */
function ageAt(birth: Day, asOf: Day): number {
  const years = yearOf(asOf) - yearOf(birth);
  return addYears(birth, years) <= asOf ? years : years - 1;
}

const noParts = { sex: null, regionCode: null, expectedCheck: null, masked: null };

function partsOf(number: string) {
  return {
    sex: Number(number.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE',
    regionCode: number.slice(0, 6),
    expectedCheck: residentIdCheck(number.slice(0, 17)),
    masked: `${number.slice(0, 6)}********${number.slice(14)}`,
  };
}

export const residentId = calculation({
  id: 'resident-id',
  name: '公民身份号码校验',
  basis: [standard],
  method: [
    '校验码按 ISO 7064 MOD 11-2：Σ前17位×权数 mod 11，对应 1、0、X、9、8、7、6、5、4、3、2。',
    '第17位奇数为男、偶数为女；年龄为核验日的周岁。',
  ],
  input: { idNumber: required('公民身份号码', text), asOf: optional('核验日期', date) },
  parameters: {},
  rules,
  evaluate({ idNumber, asOf }) {
    const find = findingsBy(rules, {});
    const number = normaliseIdentifier(idNumber);
    const isReadable = /^\d{17}[\dX]$/.test(number);
    const parts = isReadable ? partsOf(number) : noParts;
    const birth = isReadable ? birthDateOf(number) : undefined;
    const whenReadable = (truth: boolean): Status => (isReadable ? statusOf(truth) : 'unknown');
    const findings = [
      find('R-1', statusOf(isReadable)),
      find('R-2', whenReadable(birth !== undefined && (asOf === null || birth <= asOf))),
      find('R-3', whenReadable(number.charAt(17) === parts.expectedCheck)),
    ];
    const isValid = all(...statusesOf(findings)) === 'met';
    return {
      verdict: isValid ? 'VALID' : 'INVALID',
      birthDate: birth === undefined ? null : formatDay(birth),
      age: isValid && birth !== undefined && asOf !== null ? ageAt(birth, asOf) : null,
      ...parts,
      findings,
    };
  },
});
