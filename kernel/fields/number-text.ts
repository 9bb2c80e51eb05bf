// Reads the numbers that people type or paste, and says in Chinese why a text is not one.

/** A number in its decimal spelling with the unit that was written behind it, or what is wrong. */
export type ReadNumber = { readonly number: string; readonly suffix: string } | { readonly problem: string };

const shape = /^([+-]?)\s*(\d[\d, ]*(?:\.\d+)?|\.\d+)\s*(.*)$/;
const plain = /^\d*(\.\d+)?$/;
// Groups of three only: «1,23» may mean 1.23 or 123, so nobody guesses.
const grouped = /^\d{1,3}([, ]\d{3})+(\.\d+)?$/;
const scientific = /^[eE][+-]?\d+$/;

/** Full-width digits and signs, thousands commas and blanks are forgiven; everything else is the suffix. */
export function readNumber(text: string, label: string): ReadNumber {
  const tidy = text.normalize('NFKC').replaceAll(/[−–]/g, '-').replaceAll(/\s+/g, ' ').trim();
  if (tidy === '') return { problem: `${label}不能为空` };
  const match = shape.exec(tidy);
  if (match === null) return { problem: notANumber(tidy, label) };
  const [, sign = '', body = '', suffix = ''] = match;
  const digits = body.trim();
  if (scientific.test(suffix)) {
    return { problem: `${label}写成了科学计数法“${tidy}”，可能已丢失位数，请改填完整数字` };
  }
  if (!plain.test(digits) && !grouped.test(digits)) {
    return { problem: `${label}“${tidy}”的千分位分隔不规范，无法确定数值，请填不带分隔符的数字` };
  }
  const bare = digits.replaceAll(/[, ]/g, '');
  return { number: `${sign === '-' ? '-' : ''}${bare.startsWith('.') ? `0${bare}` : bare}`, suffix: suffix.trim() };
}

export function notANumber(text: string, label: string): string {
  return `${label}应为数字，“${text.trim()}”不能识别，请只填数字，没有的留空`;
}

/** What to say of a suffix that is not the unit of the field. */
export function wrongUnit(text: string, label: string, unit: string | undefined): string {
  if (unit === undefined || unit === '') return notANumber(text, label);
  return `${label}的单位是${unit}，“${text.trim()}”不能识别，请按${unit}填写，只填数字`;
}
