// Every text colour can be read on every ground it stands on, in both themes (WCAG 2.1, 1.4.3 and 1.4.11).
import { describe, expect, test } from 'vitest';
import { dark, light, type Palette, series } from './tokens.ts';

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

type Name = Exclude<keyof Palette, 'shade'>;
const readable: readonly (readonly [Name, readonly Name[]])[] = [
  ['ink', ['ground', 'surface', 'quiet', 'hover', 'chosen', 'badWash', 'warnWash', 'goodWash', 'actionWash']],
  ['soft', ['ground', 'surface', 'quiet', 'hover', 'chosen']],
  ['faint', ['ground', 'surface', 'quiet']],
  ['action', ['ground', 'surface', 'quiet', 'hover', 'chosen', 'actionWash']],
  ['bad', ['ground', 'surface', 'badWash']],
  ['warn', ['ground', 'surface', 'quiet', 'warnWash']],
  ['good', ['ground', 'surface', 'quiet', 'goodWash']],
  ['onAction', ['action', 'actionHover']],
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s theme', (_name, palette) => {
  test.each(readable)('%s reads on all its grounds', (text, grounds) => {
    for (const ground of grounds)
      expect({ ground, enough: contrast(palette[text], palette[ground]) >= 4.5 }).toEqual({ ground, enough: true });
  });

  test('the edge of a field is seen', () => {
    expect(contrast(palette.edge, palette.surface)).toBeGreaterThanOrEqual(2.9);
  });
});

test('lines of charts stand out from their ground', () => {
  for (const colour of series.light) expect(contrast(colour, light.surface)).toBeGreaterThanOrEqual(3);
  for (const colour of series.dark) expect(contrast(colour, dark.surface)).toBeGreaterThanOrEqual(3);
});
