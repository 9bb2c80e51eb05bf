// Breaks a title into lines by meaning and of about equal length, as a paper's title stands (GB/T 9704-2012, 7.3.1: 回行时词意完整、排列对称).

/** Characters of 22 pt that fit into a line of 156 mm, with a little air. */
const longest = 19;

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** A line doesn't begin with these, nor end with those. */
const notFirst = /^[的了和与及、，。：；）》”〕]/;
const notLast = /[（《“〔、]$|[关对和与及]$/;

function breaksOf(text: string): number[] {
  const places: number[] = [];
  for (const { index } of words.segment(text)) {
    if (index > 0 && !notFirst.test(text.slice(index)) && !notLast.test(text.slice(0, index))) places.push(index);
  }
  return places;
}

export function titleLines(title: string, fits: number = longest): readonly string[] {
  const given = title.split('\n').map((line) => line.trim());
  return given.filter((line) => line !== '').flatMap((line) => balanced(line, fits));
}

function balanced(line: string, fits: number): string[] {
  const count = Math.ceil(line.length / fits);
  if (count <= 1) return [line];
  const target = line.length / count;
  const places = breaksOf(line).filter((place) => place <= fits);
  const place = places.toSorted((a, b) => Math.abs(a - target) - Math.abs(b - target))[0] ?? fits;
  return [line.slice(0, place), ...balanced(line.slice(place), fits)];
}
