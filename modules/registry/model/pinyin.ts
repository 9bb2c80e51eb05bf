// Spells a name in pinyin, for people who type letters: in full and by initials.
import { pinyin } from 'pinyin-pro';
import { nameKey } from './name-keys.ts';

export interface Spelling {
  /** Syllables without tones and blanks, `ü` as `v`: `huaxingkeji`. */
  readonly full: string;
  /** First letters: `hxkj`. */
  readonly initials: string;
}

/** Letters and digits of the name stay as they are; a character without reading is left out. */
export function spell(name: string): Spelling {
  const parts = pinyin(nameKey(name), { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .map((part) => part.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .filter((part) => part !== '');
  return { full: parts.join(''), initials: parts.map((part) => (/^\d+$/.test(part) ? part : part.charAt(0))).join('') };
}
