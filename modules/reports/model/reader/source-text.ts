// A report's text made readable: wrapped lines joined, page marks dropped, widths unified, each character with its place in the source.
import { findPageMarks } from './page-marks.ts';

/** What stood in the source before a character and was dropped: nothing, spaces, a wrapped line or page mark, a column gap. */
export const GAP = { none: 0, space: 1, wrap: 2, cell: 3 } as const;

/** A stretch of text small enough to read at once. `at[i]` is the UTF-16 offset in the source of `text[i]`; `at[text.length]` closes it. */
export type Block = {
  readonly text: string;
  readonly at: Uint32Array;
  readonly gap: Uint8Array;
};

/** Blocks end at line breaks once they are this long, and inside a line only at twice the length. */
const BLOCK = 16_384;
/** Shorter lines are headings, list items or cells: they are not the first half of a wrapped sentence. */
const WRAPPED_LINE = 15;

const SENTENCE_END = /[。！？!?;；:：…]$/;
const HEADING_START =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十\d]{1,3}[章节条]|\d{1,2}[.．、](?!\d)|[●■◆★▲—–-]{1,2}(?!\d)|[①-⑳])/;

const isSpace = (code: number) =>
  code === 0x20 ||
  code === 0x09 ||
  code === 0xa0 ||
  code === 0x3000 ||
  code === 0xfeff ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0x0b ||
  code === 0x0c;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isLatin = (code: number) => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;

const SAME: Record<string, string> = {
  '，': '，',
  '﹪': '%',
  '٪': '%',
  '〜': '~',
  '–': '-',
  '−': '-',
  '―': '—',
  '─': '—',
  '﹣': '-',
  '•': '·',
  '﹐': '，',
  '﹑': '、',
  '〖': '【',
};

/** Simplified radicals that Unicode does not fold into the characters they look like. */
const RADICALS = new Map(
  [
    ...'⺠民⻚页⻓长⻛风⻋车⻔门⻢马⻝食⻩黄⻰龙⻬齐⻮齿⻆角⻅见⻥鱼⻦鸟⻄西⻁虎⻜飞⻘青⻣骨⻤鬼⺟母⻉贝⻨麦⻧卤⻌辶⻙韦⼾户'.matchAll(
      /(.)(.)/g,
    ),
  ].map((pair) => [pair[1] ?? '', pair[2] ?? '']),
);

/** PDF fonts often give radicals (⾼, ⽬) for the characters 高 and 目. */
function whole(radical: string): string {
  const folded = RADICALS.get(radical) ?? radical.normalize('NFKC');
  return folded.length === 1 ? folded : radical;
}

/** One character in its plain width: ＡＢＣ１２３％（） become ABC123%(); the Chinese comma stays. */
function plain(character: string, code: number): string {
  const same = SAME[character];
  if (same !== undefined) return same;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if ((code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff)) return whole(character);
  return character;
}

/** One character in its plain width, by its code; all but Han and ASCII are looked up. */
function plainCode(source: string, offset: number, code: number): number {
  if ((code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f)) return code;
  return plain(source.charAt(offset), code).charCodeAt(0);
}

const COMMA = 0x2c;
const WIDE_COMMA = 0xff0c;
const LINE_BREAK = 0x0a;
/** A block is closed at three times its length at the latest, and a space may be added before a character. */
const ROOM = 3 * BLOCK + 16;
/** As many characters as a call can take at once. */
const PIECE = 4096;

class BlockBuilder {
  private readonly codes = new Uint16Array(ROOM);
  private readonly at = new Uint32Array(ROOM);
  private readonly gap = new Uint8Array(ROOM);
  private pending: number = GAP.none;
  length = 0;

  lineBreak(offset: number): void {
    if (this.length === 0) return;
    this.append(LINE_BREAK, offset, GAP.none);
    this.pending = GAP.none;
  }

  dropped(gap: number): void {
    this.pending = Math.max(this.pending, gap);
  }

  push(source: string, offset: number): void {
    const read = source.charCodeAt(offset);
    let code = plainCode(source, offset, read);
    const previous = this.length === 0 ? LINE_BREAK : (this.codes[this.length - 1] ?? LINE_BREAK);
    if (code === COMMA) code = this.isThousands(source, offset, previous) ? COMMA : WIDE_COMMA;
    else if (code === WIDE_COMMA && isWideDigit(source.charCodeAt(offset - 1)) && isWideDigit(source.charCodeAt(offset + 1))) code = COMMA;
    else if (code === 0x3b) code = 0xff1b;
    else if (code === 0x2e && isHan(previous) && isHan(source.charCodeAt(offset + 1))) code = 0x3002;
    else if (code === 0x6f || code === 0x4f || code === 0x6c || code === 0x49)
      code = repairLetter(code, previous, source.charCodeAt(offset + 1));
    const wantsSpace = this.pending !== GAP.none && isLatin(previous) && isLatin(read);
    if (wantsSpace) this.append(0x20, offset - 1, GAP.none);
    this.append(code, offset, wantsSpace ? GAP.none : this.pending);
    this.pending = GAP.none;
  }

  private append(code: number, offset: number, gap: number): void {
    this.codes[this.length] = code;
    this.at[this.length] = offset;
    this.gap[this.length] = gap;
    this.length++;
  }

  private isThousands(source: string, offset: number, previous: number): boolean {
    if (!isDigit(previous)) return false;
    for (let k = 1; k <= 3; k++) if (!isDigit(source.charCodeAt(offset + k))) return false;
    return !isDigit(source.charCodeAt(offset + 4));
  }

  finish(end: number): Block {
    let text = '';
    for (let from = 0; from < this.length; from += PIECE)
      text += String.fromCharCode(...this.codes.subarray(from, Math.min(this.length, from + PIECE)));
    const at = new Uint32Array(this.length + 1);
    at.set(this.at.subarray(0, this.length));
    at[this.length] = end;
    const gap = this.gap.slice(0, this.length);
    this.length = 0;
    this.pending = GAP.none;
    return { text, at, gap };
  }
}

const isWideDigit = (code: number) => code >= 0xff10 && code <= 0xff19;

/** % and ％ */
const PERCENT = new Set([0x25, 0xff05]);

/** Scanners read 。 as o, and 0 and 1 as O and l: inside numbers and after Chinese text the sign is put back. */
function repairLetter(letter: number, previous: number, next: number): number {
  const small = letter === 0x6f;
  if (isDigit(previous) && isDigit(next)) return small || letter === 0x4f ? 0x30 : 0x31;
  const afterText = isHan(previous) || AFTER_TEXT.has(previous);
  return small && afterText && !isLatin(next) ? 0x3002 : letter;
}

/** % ) ” */
const AFTER_TEXT = new Set([0x25, 0x29, 0x201d]);

type Line = { start: number; end: number; indent: number };

/** Reads the line that starts at `from`, without its line break and outer spaces. */
function lineAt(source: string, from: number): Line & { next: number } {
  let stop = source.indexOf('\n', from);
  if (stop < 0) stop = source.length;
  const next = stop + 1;
  let start = from;
  let end = stop;
  if (end > start && source.charCodeAt(end - 1) === 0x0d) end--;
  while (start < end && isSpace(source.charCodeAt(start))) start++;
  while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
  return { start, end, indent: start - from, next };
}

const ROW = /(?:\t|\||[ \u3000\u00a0]{2,})[^\t|]*(?:\t|\||[ \u3000\u00a0]{2,})|(?:\s{1,4}[-+]?[\d.,]+%?){2,}(?:\s{1,4}[一-龥]{1,8})?$/;

/** Columns, bars or numbers at its end, with a word behind them or without, make a line the row of a table. */
function isTableRow(source: string, line: Line): boolean {
  return line.end - line.start <= 300 && ROW.test(source.slice(line.start, line.end));
}

const touchTable = (source: string, previous: Line, line: Line): boolean => isTableRow(source, previous) || isTableRow(source, line);

/** The line above an annex. */
export const ANNEX = /^附件[\d一二三四五六七八九十]{0,2}$/;

/** Across the mark of a page a long line goes on, unless a table or an annex begins or ends there. */
const goesOnOverPage = (source: string, previous: Line | null, line: Line): boolean =>
  previous !== null &&
  previous.end - previous.start >= WRAPPED_LINE &&
  !touchTable(source, previous, line) &&
  !ANNEX.test(source.slice(line.start, line.end));

/** The line of a page that tells where it came from and when. */
const FURNITURE_START = /^(?:信息来源|来源|发布时间|发布日期|发布机构|日期|时间|作者|浏览次数|阅读次数|字号|索引号|责任编辑)[:：]/;

/** Whether `line` goes on with the sentence of `previous`: a long line without a full stop, and no new heading or indented paragraph. */
function continues(source: string, previous: Line | null, line: Line): boolean {
  if (!previous || previous.end - previous.start < WRAPPED_LINE) return false;
  if (SENTENCE_END.test(source.slice(previous.end - 1, previous.end))) return false;
  if (line.indent >= 2 && previous.indent < 2) return false;
  // A line wraps where it is full: one much shorter than the next is a heading.
  if (previous.end - previous.start < 0.6 * (line.end - line.start)) return false;
  if (touchTable(source, previous, line)) return false;
  if ([previous, line].some(({ start }) => FURNITURE_START.test(source.slice(start, start + 8)))) return false;
  return !HEADING_START.test(source.slice(line.start, line.start + 12));
}

/** 达到7469. and, after an empty line, 13亿元; 成交额突破 and 7000亿元: no paragraph ends so. */
const CUT_BEFORE_NUMBER = /(?:\d\.|突破|达到|超过|超|达|增长|下降|提高)$/;
const isCut = (source: string, previous: Line | null, line: Line): boolean =>
  previous !== null &&
  isDigit(source.charCodeAt(line.start)) &&
  CUT_BEFORE_NUMBER.test(source.slice(Math.max(previous.start, previous.end - 4), previous.end)) &&
  !HEADING_START.test(source.slice(line.start, line.start + 12));

/** Cuts a text into readable blocks, one after the other, so that memory stays flat however long the text is. */
export function* blocksOf(source: string): Generator<Block> {
  const marks = findPageMarks(source);
  const builder = new BlockBuilder();
  let previous: Line | null = null;
  /** The last line that held anything, also across empty ones. */
  let last: Line | null = null;
  let afterMark = false;
  for (let position = 0; position < source.length; ) {
    const line = lineAt(source, position);
    const markEnd = marks.get(line.start);
    if (markEnd !== undefined) line.start = skipSpaces(source, markEnd, line.end);
    if (line.start >= line.end) {
      if (markEnd !== undefined) afterMark = true;
      else if (!afterMark) previous = null;
      position = line.next;
      continue;
    }
    const overPage = afterMark || markEnd !== undefined;
    if (isCut(source, last, line) || (overPage ? goesOnOverPage : continues)(source, previous, line)) builder.dropped(GAP.wrap);
    else {
      if (builder.length >= BLOCK) yield builder.finish(line.start);
      builder.lineBreak(Math.max(0, position - 1));
    }
    yield* pushLine(builder, source, line);
    previous = line;
    last = line;
    afterMark = false;
    position = line.next;
  }
  if (builder.length > 0) yield builder.finish(source.length);
}

function skipSpaces(source: string, from: number, end: number): number {
  let position = from;
  while (position < end && isSpace(source.charCodeAt(position))) position++;
  return position;
}

function* pushLine(builder: BlockBuilder, source: string, line: Line): Generator<Block> {
  for (let offset = line.start; offset < line.end; offset++) {
    const code = source.charCodeAt(offset);
    if (isSpace(code)) {
      const wide = code === 0x09 || isSpace(source.charCodeAt(offset + 1));
      builder.dropped(wide ? GAP.cell : GAP.space);
      continue;
    }
    // 增长21.%: the point that no digit follows is a slip.
    if (code === 0x2e && isDigit(source.charCodeAt(offset - 1)) && PERCENT.has(source.charCodeAt(offset + 1))) {
      builder.dropped(GAP.space);
      continue;
    }
    const wordEnd = builder.length >= 2 * BLOCK && (code === 0x3002 || builder.length >= 3 * BLOCK);
    builder.push(source, offset);
    if (wordEnd) yield builder.finish(offset + 1);
  }
}
