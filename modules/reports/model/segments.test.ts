// The text with its marks: every character once, marks in their place, cut at line breaks.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apart, paragraphsOf, withStretch } from './segments.ts';

it('keeps every character of any text, whatever is marked', () => {
  const character = fc.constantFrom('甲', '乙', '\n', '3', '，', '𠮷');
  const mark = fc.record({ key: fc.nat(50), start: fc.nat(40), length: fc.integer({ min: 1, max: 6 }) });
  fc.assert(
    fc.property(
      fc.array(character, { maxLength: 40 }),
      fc.array(mark, { maxLength: 12 }),
      fc.nat(40),
      fc.nat(40),
      (characters, given, a, b) => {
        const text = characters.join('');
        const marks = given.map(({ key, start, length }) => ({ key, start, end: start + length })).filter(({ end }) => end <= text.length);
        const paragraphs = paragraphsOf(text, marks);
        expect(paragraphs.map(({ pieces }) => pieces.map((piece) => piece.text).join('')).join('\n')).toBe(text);
        for (const { pieces } of paragraphs) {
          for (const piece of pieces) expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
          const cut = withStretch(pieces, Math.min(a, b), Math.max(a, b));
          expect(cut.map(({ piece }) => piece.text).join('')).toBe(pieces.map((piece) => piece.text).join(''));
        }
        const marked = paragraphs
          .flatMap(({ pieces }) => pieces.filter((piece) => piece.mark !== null).map((piece) => piece.text))
          .join('');
        const wanted = apart(marks)
          .map(({ start, end }) => text.slice(start, end))
          .join('')
          .replaceAll('\n', '');
        expect(marked).toBe(wanted);
      },
    ),
    { numRuns: 300 },
  );
});

it('carries a number over the line break that cuts it', () => {
  const pieces = paragraphsOf('共有16\n89家', [{ key: 7, start: 2, end: 8 }]).map((paragraph) => paragraph.pieces);
  expect(pieces.map((line) => line.map(({ text, mark }) => [text, mark]))).toEqual([
    [
      ['共有', null],
      ['16', 7],
    ],
    [['89家', 7]],
  ]);
});
