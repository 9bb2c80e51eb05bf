// Turns a web page into the text that a person reads on it, in one pass over its tokens whatever their nesting.
import { Tokenizer, TokenizerMode } from 'parse5';

const BREAKING = new Set(
  'address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
const SILENT: Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  noscript: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
};

/** Collects text: runs of white space become one blank, block elements a line break, table cells a tab. */
class PageText {
  private readonly parts: string[] = [];
  private last = '\n';

  add(text: string): void {
    const blanks = text.replace(/[ \t\r\n\f]+/g, ' ');
    const fresh = blanks.startsWith(' ') && (this.last === '\n' || this.last === ' ' || this.last === '\t') ? blanks.slice(1) : blanks;
    if (fresh === '') return;
    this.parts.push(fresh);
    this.last = fresh.charAt(fresh.length - 1);
  }

  mark(sign: '\n' | '\t'): void {
    if (this.last === '\n' || (this.last === '\t' && sign === '\t')) return;
    this.parts.push(sign);
    this.last = sign;
  }

  toString(): string {
    return this.parts.join('');
  }
}

/** The readable text of a page. */
export function htmlText(source: string): string {
  const page = new PageText();
  let silent = '';
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag({ tagName }) {
        if (silent !== '') return;
        const mode = SILENT[tagName];
        if (mode !== undefined) {
          silent = tagName;
          tokenizer.state = mode;
          tokenizer.lastStartTagName = tagName;
        } else if (BREAKING.has(tagName)) page.mark('\n');
        else if (CELLS.has(tagName)) page.mark('\t');
      },
      onEndTag({ tagName }) {
        if (tagName === silent) silent = '';
        else if (silent === '' && BREAKING.has(tagName)) page.mark('\n');
      },
      onCharacter({ chars }) {
        if (silent === '') page.add(chars);
      },
      onWhitespaceCharacter({ chars }) {
        if (silent === '') page.add(chars);
      },
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  );
  const SLICE = 65_536;
  for (let from = 0; from < source.length; from += SLICE) tokenizer.write(source.slice(from, from + SLICE), from + SLICE >= source.length);
  return page.toString();
}

/** The character set that a page names in its head, for pages that are not UTF-8. */
export function namedCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,20})/i.exec(head)?.[1] ?? null;
}
