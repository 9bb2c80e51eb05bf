// Shows just enough of personal data to recognise it (GB/T 35273: phone 3+4, identity number 6+4, bank number last 4, family name).

const stars = (count: number): string => '*'.repeat(Math.max(0, count));

function keep(text: string, head: number, tail: number): string {
  const characters = [...text.trim()];
  // Too short to hide anything between: hide all of it.
  if (characters.length <= head + tail) return stars(characters.length);
  return `${characters.slice(0, head).join('')}${stars(characters.length - head - tail)}${tail === 0 ? '' : characters.slice(-tail).join('')}`;
}

export const maskPhone = (phone: string): string => keep(phone, 3, 4);

export const maskIdNumber = (number: string): string => keep(number, 6, 4);

export const maskBankNumber = (number: string): string => keep(number, 0, 4);

const DOUBLE_NAMES = new Set(
  '欧阳 司马 上官 诸葛 司徒 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 轩辕 端木 呼延 南宫 独孤 百里'.split(' '),
);

/** 张三 → 张*, 欧阳修 → 欧阳*. One character stays as it is hidden. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  const family = characters.length > 2 && DOUBLE_NAMES.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return characters.length <= 1 ? stars(characters.length) : keep(name, family, 0);
}

export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return keep(address, 1, 0);
  return `${keep(address.slice(0, at), 1, 0)}${address.slice(at)}`;
}
