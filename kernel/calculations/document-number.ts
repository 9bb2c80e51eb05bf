// Numbers of official documents (发文字号, GB/T 9704—2012): read leniently, written canonically, issued without repeating one.
import {
  calculation,
  calendarYear,
  type Finding,
  findingsBy,
  flag,
  intBetween,
  type JsonObject,
  listOf,
  optional,
  type Read,
  type Reading,
  record,
  required,
  type Status,
  statusOf,
  text,
} from './frame/index.ts';

const entry = record({
  agencyCode: required('机关代字', text),
  year: required('年份', calendarYear),
  serial: required('序号', intBetween(1)),
  void: optional('已作废', flag),
});

const input = {
  text: optional('发文字号', text),
  agencyCode: optional('机关代字（编号用）', text),
  year: optional('年份（编号用）', calendarYear),
  register: optional('发文登记', listOf(entry)),
};

type Input = Read<typeof input>;
type Entry = NonNullable<Input['register']>[number];

const standard = 'GB/T 9704—2012 7.2.5';

const rules = {
  'D-1': { required: '由机关代字、年份、序号组成', basis: standard },
  'D-2': { required: '年份用六角括号〔〕括入', basis: standard },
  'D-3': { required: '序号前不加“第”字', basis: standard },
  'D-4': { required: '序号不编虚位', basis: standard },
  'D-5': { required: '各部分之间不留空格', basis: standard },
  'D-6': { required: '年份、序号用阿拉伯数字', basis: standard },
};

const blanks = /[ \t\u00A0\u3000]/g;
const opening = '〔（([［【﹝';
const closing = '〕）)]］】﹞';
const form =
  /^(?<code>\p{Script=Han}+)(?<open>[〔（([［【﹝])(?<year>[0-9０-９]{4})(?<close>[〕）)\]］】﹞])(?<ordinal>第?)(?<serial>[0-9０-９]{1,9})号$/u;

function asciiDigits(written: string): string {
  return written.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

interface NumberRead {
  readonly agencyCode: string;
  readonly year: number;
  readonly serial: number;
  readonly findings: Readonly<Record<Exclude<keyof typeof rules, 'D-1'>, Status>>;
}

function readNumber(written: string): NumberRead | null {
  const { code = '', open = '', year = '', close = '', ordinal = '', serial = '' } = form.exec(written.replace(blanks, ''))?.groups ?? {};
  const [yearNumber, serialNumber] = [Number(asciiDigits(year)), Number(asciiDigits(serial))];
  const matches = open !== '' && opening.indexOf(open) === closing.indexOf(close);
  if (!matches || yearNumber < 1949 || yearNumber > 2999 || serialNumber < 1) return null;
  return {
    agencyCode: code,
    year: yearNumber,
    serial: serialNumber,
    findings: {
      'D-2': statusOf(open === '〔'),
      'D-3': statusOf(ordinal === ''),
      'D-4': statusOf(!/^[0０]/.test(serial)),
      'D-5': statusOf(written.search(blanks) < 0),
      'D-6': statusOf(!/[０-９]/.test(year + serial)),
    },
  };
}

export function canonicalOf(agencyCode: string, year: number, serial: number): string {
  return `${agencyCode}〔${year}〕${serial}号`;
}

function judge(written: string): JsonObject {
  const find = findingsBy(rules, {});
  const found = readNumber(written);
  const others = (['D-2', 'D-3', 'D-4', 'D-5', 'D-6'] as const).map((id): Finding => find(id, found?.findings[id] ?? 'unknown'));
  const findings = [find('D-1', statusOf(found !== null), written), ...others];
  if (found === null) return { verdict: 'INVALID', canonical: null, agencyCode: null, year: null, serial: null, findings };
  const { agencyCode, year, serial } = found;
  const canonical = canonicalOf(agencyCode, year, serial);
  return { verdict: written === canonical ? 'VALID' : 'FIXABLE', canonical, agencyCode, year, serial, findings };
}

function serialsOf(register: readonly Entry[], agencyCode: string, year: number): readonly number[] {
  return register.filter((item) => item.agencyCode === agencyCode && item.year === year).map(({ serial }) => serial);
}

/** A list of more missing numbers than this is a slip of the pen in the register, not a gap. */
const mostGaps = 100_000;

/** Void numbers stay used: a serial is never given twice. */
function nextIn(register: readonly Entry[], agencyCode: string, year: number): JsonObject {
  const used = serialsOf(register, agencyCode, year);
  const taken = new Set(used);
  const highest = used.reduce((most, serial) => Math.max(most, serial), 0);
  const gaps: number[] = [];
  for (let serial = 1; serial < highest; serial += 1) if (!taken.has(serial)) gaps.push(serial);
  const seen = new Set<number>();
  const duplicates = new Set(used.filter((serial) => seen.size === seen.add(serial).size));
  return {
    nextSerial: highest + 1,
    nextNumber: canonicalOf(agencyCode, year, highest + 1),
    gaps,
    duplicates: [...duplicates].sort((a, b) => a - b),
  };
}

function checkInput({ agencyCode, year, register }: Input, _limits: unknown, reading: Reading): void {
  if (register === null) return;
  if (agencyCode === null || year === null) {
    reading.fail('MISSING', agencyCode === null ? 'agencyCode' : 'year', '按登记编号需要机关代字和年份');
  } else {
    const used = serialsOf(register, agencyCode, year);
    const highest = used.reduce((most, serial) => Math.max(most, serial), 0);
    if (highest - new Set(used).size > mostGaps) reading.fail('RANGE', 'register', `缺号超过${mostGaps}个，请核对登记的序号`);
  }
}

export const documentNumber = calculation({
  id: 'document-number',
  name: '发文字号',
  basis: [standard, '中办发〔2012〕14号第九条'],
  method: [
    '宽松识别（括号、空格、“第”字、虚位、全角数字），按标准写法给出规范字号。',
    '下一序号＝同一机关代字、同一年度的最大序号＋1，作废的序号不再使用；并列出缺号和重号。',
  ],
  input,
  parameters: {},
  rules,
  check: checkInput,
  evaluate(given) {
    const nothing = { verdict: null, canonical: null, agencyCode: null, year: null, serial: null, findings: [] };
    const { register, agencyCode, year } = given;
    return {
      ...(given.text === null ? nothing : judge(given.text)),
      register: register === null || agencyCode === null || year === null ? null : nextIn(register, agencyCode, year),
    };
  },
});
