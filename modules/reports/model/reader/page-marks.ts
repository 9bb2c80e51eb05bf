// Finds page marks: numbers that a scan or a print left between or inside sentences.

/** A scanned page is at least this long; the items of a numbered list that lack a full stop are not. */
const PAGE = 60;
const TERMINAL = /[。！？!?；;：:]/;
const STANDALONE = /^[-—–－·•~\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[,，/共]\s*共?\s*\d{1,4}\s*页?)?[-—–－·•~\s]*$/;
const HAS_PAGE_SIGN = /^[-—–－·•~].*[-—–－·•~]$|页/;

type Candidate = { start: number; end: number; number: number; cutsSentence: boolean };

/** Maps the offset at which a page mark starts to the offset after it. */
export function findPageMarks(source: string): Map<number, number> {
  const marks = new Map<number, number>();
  const candidates: Candidate[] = [];
  let previousEnd = -1;
  let previousLength = 0;
  for (let position = 0; position < source.length; ) {
    let stop = source.indexOf('\n', position);
    if (stop < 0) stop = source.length;
    let start = position;
    let end = stop;
    while (start < end && source.charCodeAt(start) <= 0x20) start++;
    while (end > start && source.charCodeAt(end - 1) <= 0x20) end--;
    if (start < end) {
      const standalone = end - start <= 24 && isStandaloneMark(source, start, end, previousLength, stop);
      if (standalone) marks.set(start, end);
      else {
        const candidate = leadingNumber(source, start, end);
        if (candidate) {
          const last = previousEnd > 0 ? source.charAt(previousEnd - 1) : '';
          candidates.push({ ...candidate, cutsSentence: previousLength >= PAGE && !TERMINAL.test(last) });
        }
        previousEnd = end;
        previousLength = end - start;
      }
    }
    position = stop + 1;
  }
  for (const mark of pageSequence(candidates)) marks.set(mark.start, mark.end);
  return marks;
}

/** `12、` at the start of a line. */
function leadingNumber(source: string, start: number, end: number): { start: number; end: number; number: number } | null {
  let position = start;
  while (position < end && position - start < 3 && source.charCodeAt(position) >= 0x30 && source.charCodeAt(position) <= 0x39) position++;
  if (position === start || source.charAt(position) !== '、') return null;
  return { start, end: position + 1, number: Number(source.slice(start, position)) };
}

/** A line that holds nothing but a page number: with dashes or 页, or bare between two lines of running text. */
function isStandaloneMark(source: string, start: number, end: number, previousLength: number, stop: number): boolean {
  const line = source.slice(start, end);
  if (!STANDALONE.test(line)) return false;
  if (HAS_PAGE_SIGN.test(line)) return true;
  const nextStop = source.indexOf('\n', stop + 1);
  const nextLength = (nextStop < 0 ? source.length : nextStop) - stop;
  return line.length <= 3 && previousLength >= 25 && nextLength >= 25;
}

/**
 * Page marks count up one by one and most of them cut a sentence in two. The marks of such a run that do not
 * (a page may end with its sentence) are taken with it; a run that cuts no sentence is an ordinary list.
 */
function pageSequence(candidates: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  let run: Candidate[] = [];
  const close = () => {
    const cuts = run.filter((mark) => mark.cutsSentence);
    if (cuts.length * 2 >= run.length - 1 && cuts.length >= 2) found.push(...run);
    else found.push(...cuts);
    run = [];
  };
  for (const candidate of candidates) {
    const last = run.at(-1);
    if (last && candidate.number !== last.number + 1) close();
    run.push(candidate);
  }
  close();
  return found;
}
