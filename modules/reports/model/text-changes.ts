// What changed between two versions of a paragraph: the part that was taken out and the part that was put in.

export interface TextChange {
  readonly before: string;
  readonly removed: string;
  readonly added: string;
  readonly after: string;
}

export function changeBetween(old: string, fresh: string): TextChange {
  const [a, b] = [[...old], [...fresh]];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return {
    before: a.slice(0, start).join(''),
    removed: a.slice(start, a.length - end).join(''),
    added: b.slice(start, b.length - end).join(''),
    after: a.slice(a.length - end).join(''),
  };
}
