// Tidies text that people paste: blanks, invisible characters, line ends; the words stay as they are.

// Controls, halves of surrogate pairs (neither can be stored in jsonb), zero-width blanks and byte order marks.
const invisible = /[\p{Cc}\p{Cs}\u200b\ufeff]/gu;

/** One line: every run of blanks becomes one. */
export function tidyLine(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(invisible, '').trim();
}

/** Several lines: line ends become `\n`, blanks before them go, lines stay apart. */
export function tidyLines(text: string): string {
  const lines = text.normalize('NFC').split(/\r\n|[\n\r\u2028\u2029]/);
  return lines
    .map((line) => line.replaceAll(/\t/g, ' ').replaceAll(invisible, '').trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** Codes, numbers and days: full-width forms become plain ones, blanks at the ends go. */
export function tidyCode(text: string): string {
  return text.normalize('NFKC').replaceAll(invisible, '').trim();
}

/** Whether a text can be stored: no null character and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Cs}/u.test(text);
}
