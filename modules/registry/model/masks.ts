// Hides personal data so that a list can be worked with and nobody is exposed (个人信息保护法第六条、第二十八条: no more than needed).

/** 张三 → 张*, 欧阳锋 → 欧** : the family name is enough to know whom to ask for. */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  return letters.length === 0 ? '' : `${letters[0]}${'*'.repeat(Math.max(letters.length - 1, 1))}`;
}

/** 13812345678 → 138****5678; other numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`;
  return phone.length <= 2 ? '*'.repeat(phone.length) : `${'*'.repeat(phone.length - 2)}${phone.slice(-2)}`;
}

/** name@example.com → n***@example.com */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at <= 0 ? '***' : `${email.charAt(0)}***${email.slice(at)}`;
}

/** First six and last four of a resident's number, as its standard mask is. */
export function maskIdNumber(id: string): string {
  return id.length === 18 ? `${id.slice(0, 6)}********${id.slice(14)}` : '*'.repeat(id.length);
}
