// Identifiers that are formally right and visibly invented: region 99 everywhere, serials that begin with 99.
import { creditCodeCheck, organisationCheck } from '#kernel/calculations/check-characters.ts';
import type { IpKindCode } from '#vocabularies/enterprises/ip-kinds.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const wayAround = 31 ** 6;

/** Scatters serials over the six free characters: an odd factor that shares none with 31⁶ never gives a body twice. */
function body(serial: number): string {
  let rest = (serial * 97_003_217 + 13_579) % wayAround;
  let text = '';
  for (let i = 0; i < 6; i += 1) {
    text = alphabet.charAt(rest % 31) + text;
    rest = Math.floor(rest / 31);
  }
  return `MA${text}`;
}

/** A credit code of the county, with both check characters right. */
export function creditCode(region: string, serial: number): string {
  const organisation = body(serial);
  const code = `91${region}${organisation}${organisationCheck(organisation)}`;
  return code + creditCodeCheck(code);
}

/** The same code with its last character wrong. */
export function wrongCreditCode(code: string): string {
  const last = alphabet.indexOf(code.charAt(17));
  return code.slice(0, 17) + alphabet.charAt((last + 7) % 31);
}

export function certificateNumber(year: number, serial: number): string {
  return `GR${year}99${String(serial).padStart(6, '0')}`;
}

/** 入库登记编号: year, region, two characters, serial; the 0 marks numbers usable for the year before. */
export function smeNumber(year: number, region: string, serial: number): string {
  return `${year}${region}08${String(serial).padStart(6, '0')}`;
}

/** The check digit of a patent application: weights 2 to 9 and again, modulo 11. */
function patentCheck(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (2 + (index % 8)), 0);
  return sum % 11 === 10 ? 'X' : String(sum % 11);
}

const patentTypes: Partial<Record<IpKindCode, string>> = { INVENTION_PATENT: '1', UTILITY_MODEL: '2', DESIGN: '3' };

export function ipNumber(kind: IpKindCode, year: number, serial: number): string {
  const number = `99${String(serial % 100_000).padStart(5, '0')}`;
  const type = patentTypes[kind];
  if (type !== undefined) return `ZL${year}${type}${number}.${patentCheck(`${year}${type}${number}`)}`;
  if (kind === 'SOFTWARE_COPYRIGHT') return `${year}SR${number}`;
  return kind === 'IC_LAYOUT' ? `BS.${String(year).slice(2)}5${number}` : `${year}-${number}`;
}
