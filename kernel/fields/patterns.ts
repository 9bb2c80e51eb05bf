// Texts of a fixed form: telephone, e-mail, credit code, resident's number.

import { creditCodeCheck, organisationCheck, residentIdCheck } from '../calculations/check-characters.ts';
import { dayOf } from '../calculations/frame/day.ts';
import type { PatternName } from './field.ts';
import { tidyCode } from './tidy.ts';

export interface Pattern {
  readonly form: RegExp;
  /** What the text should be, read after 应为. */
  readonly says: string;
  tidy(text: string): string;
  sample(n: number): string;
  problem?(value: string, label: string): string | null;
  warning?(value: string, label: string): string | null;
}

function compact(text: string): string {
  return tidyCode(text).replaceAll(/\s/g, '').toUpperCase();
}

function serial(n: number, width: number): string {
  return String(Math.abs(Math.trunc(n)) % 10 ** width).padStart(width, '0');
}

/** What does not fit in a credit code that has the right form; some old codes break the rule and are still valid. */
export function creditCodeWarning(code: string, label: string): string | null {
  const expected = creditCodeCheck(code.slice(0, 17));
  if (expected !== code.charAt(17)) return `${label}第 18 位校验不符，应为 ${expected}；请核对营业执照`;
  const organisation = organisationCheck(code.slice(8, 16));
  if (organisation !== code.charAt(16)) return `${label}第 17 位校验不符，应为 ${organisation}；请核对营业执照`;
  return null;
}

/** A made-up credit code with right check characters, in the fictional region 99. */
export function sampleCreditCode(n: number): string {
  const organisation = `MA${serial(n, 6)}`;
  const first17 = `91990102${organisation}${organisationCheck(organisation)}`;
  return first17 + creditCodeCheck(first17);
}

function residentProblem(value: string, label: string): string | null {
  const [year, month, date] = [value.slice(6, 10), value.slice(10, 12), value.slice(12, 14)];
  if (dayOf(Number(year), Number(month), Number(date)) === undefined) {
    return `${label}第 7 至 14 位“${year}${month}${date}”不是存在的日期，请核对证件`;
  }
  return residentIdCheck(value.slice(0, 17)) === value.charAt(17) ? null : `${label}校验位不符，请核对证件，逐位检查`;
}

function sampleResident(n: number): string {
  const first17 = `99010219900101${serial(n, 3)}`;
  return first17 + residentIdCheck(first17);
}

export const patterns: Record<PatternName, Pattern> = {
  phone: {
    form: /^(1[3-9]\d{9}|0\d{2,3}-\d{7,8}(-\d{1,6})?|[48]00-\d{3}-\d{4})$/,
    says: '手机号码，或写作 0791-12345678 的固定电话',
    tidy(text) {
      const bare = compact(text)
        .replaceAll(/[—–−]/g, '-')
        .replace(/^\((0\d{2,3})\)-?/, '$1-')
        .replace(/^(?:\+|00)86-?/, '');
      const mobile = bare.replaceAll('-', '');
      if (/^1[3-9]\d{9}$/.test(mobile)) return mobile;
      if (/^[48]00\d{7}$/.test(mobile)) return `${mobile.slice(0, 3)}-${mobile.slice(3, 6)}-${mobile.slice(6)}`;
      // Area codes have three digits only for 010 and 02x.
      return bare.replace(/^(010|02\d|0[3-9]\d{2})(\d{7,8})(?=-|$)/, '$1-$2');
    },
    sample: (n) => `1300000${serial(n, 4)}`,
  },
  email: {
    form: /^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}$/,
    says: '电子邮箱，如 name@example.com',
    tidy: (text) => tidyCode(text).replaceAll(/\s/g, ''),
    sample: (n) => `contact${serial(n, 4)}@example.com`,
  },
  uscc: {
    form: /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/,
    says: '18 位统一社会信用代码（数字与大写字母，不含 I、O、S、V、Z）',
    tidy: compact,
    sample: sampleCreditCode,
    warning: creditCodeWarning,
  },
  'resident-id': {
    form: /^\d{17}[\dX]$/,
    says: '18 位居民身份证号码',
    tidy: compact,
    sample: sampleResident,
    problem: residentProblem,
  },
};
