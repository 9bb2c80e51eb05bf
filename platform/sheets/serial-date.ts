// Serial numbers of days as spreadsheets keep them, in the 1900 and the 1904 system, and number formats that show them.

const millisecondsOfDay = 86_400_000;

/** `2025-09-25`, with the time if there is one; a mere time of day as `09:30:00`; undefined for a number that is no day. */
export function serialDateText(serial: number, is1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined;
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * 86_400);
  if (seconds === 86_400) {
    day += 1;
    seconds = 0;
  }
  const time = new Date(seconds * 1_000).toISOString().slice(11, 19);
  if (day === 0 && !is1904) return time;
  // The 1900 system counts a 29 February 1900 that never was, as day 60.
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  if (!is1904 && day === 60) return undefined;
  const date = new Date(epoch + day * millisecondsOfDay).toISOString().slice(0, 10);
  return seconds === 0 ? date : `${date} ${time}`;
}

export type NumberShape = 'plain' | 'date' | 'percent';

/** Built-in formats: 14–22 and 45–47 everywhere, 27–36 and 50–58 in East Asian editions. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** How a number format shows a number. Quoted text, escapes, colours and locales in it do not count. */
export function numberShape(id: number, code: string | undefined): NumberShape {
  if (code === undefined) return isBuiltInDate(id) ? 'date' : id === 9 || id === 10 ? 'percent' : 'plain';
  const bare = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replaceAll(/general|G\/通用格式/gi, '');
  if (/[ymdhs]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}
