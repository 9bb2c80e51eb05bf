// The first password of an account that staff open: random, easy to read out over the telephone, to be changed at once.
import { randomInt } from 'node:crypto';

/** Without the letters and digits that look alike. */
const classes = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789'] as const;
const all = classes.join('');
const LENGTH = 14;

const anyOf = (letters: string): string => letters.charAt(randomInt(letters.length));

export function firstPassword(): string {
  for (;;) {
    const password = Array.from({ length: LENGTH }, () => anyOf(all)).join('');
    if (classes.every((letters) => [...letters].some((letter) => password.includes(letter)))) return password;
  }
}
