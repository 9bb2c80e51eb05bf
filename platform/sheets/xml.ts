// Reads XML in pieces as it is unpacked. No entities but the five, no DOCTYPE: a workbook needs neither, an attack needs both.

export interface XmlHandler {
  /** Local name and the raw attributes, to be read with an attribute reader. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

export class BrokenXml extends Error {}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-z]+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A reader of one attribute, by its full name: `attribute('r:id')(raw)`. */
export function attribute(name: string): (raw: string) => string | undefined {
  const key = ` ${name}="`;
  const any = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  return (raw) => {
    const at = raw.indexOf(key);
    if (at >= 0 && !raw.includes("'")) return decode(raw.slice(at + key.length, raw.indexOf('"', at + key.length)));
    const found = any.exec(raw);
    return found === null ? undefined : decode(found[1] ?? found[2] ?? '');
  };
}

/** A reader of an attribute that has some namespace prefix: writers choose their own for `r:id`. */
export function prefixedAttribute(name: string): (raw: string) => string | undefined {
  const any = new RegExp(`\\s[^\\s=]+:${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  return (raw) => {
    const found = any.exec(raw);
    return found === null ? undefined : decode(found[1] ?? found[2] ?? '');
  };
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** End of an opening tag, past any `>` inside quotes; -1 while it is not all there. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let i = from; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return i;
  }
  return -1;
}

/** The longest piece that may wait for its end: a cell holds at most 32,767 characters. */
const longestPiece = 1_048_576;

export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest = '';
  readonly #inside: string[] = [];

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  write(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    while (at < text.length) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      if (open > at) this.#handler.text(decode(text.slice(at, open)));
      const next = this.#markup(text, open);
      if (next < 0) {
        at = open;
        break;
      }
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > longestPiece) throw new BrokenXml('unended markup or text');
  }

  end(): void {
    if (this.#rest.trim() !== '' || this.#inside.length > 0) throw new BrokenXml('the text ends in the middle');
  }

  /** Handles the markup at `open`; returns where it ends, or -1 while it is not all there. */
  #markup(text: string, open: number): number {
    const second = text.charCodeAt(open + 1);
    if (second === 47) {
      const end = text.indexOf('>', open);
      return end < 0 ? -1 : this.#close(local(text.slice(open + 2, end).trimEnd()), end);
    }
    if (second === 33) return this.#declaration(text, open);
    if (second === 63) {
      const end = text.indexOf('?>', open);
      return end < 0 ? -1 : end + 2;
    }
    const end = tagEnd(text, open + 1);
    return end < 0 ? -1 : this.#element(text, open, end);
  }

  #element(text: string, open: number, end: number): number {
    const isEmpty = text.charCodeAt(end - 1) === 47;
    const stop = isEmpty ? end - 1 : end;
    let nameEnd = open + 1;
    while (nameEnd < stop && text.charCodeAt(nameEnd) > 32) nameEnd += 1;
    const name = local(text.slice(open + 1, nameEnd));
    this.#handler.open(name, text.slice(nameEnd, stop));
    if (isEmpty) this.#handler.close(name);
    else this.#inside.push(name);
    return end + 1;
  }

  #close(name: string, end: number): number {
    if (this.#inside.pop() !== name) throw new BrokenXml(`${name} closes what is not open`);
    this.#handler.close(name);
    return end + 1;
  }

  #declaration(text: string, open: number): number {
    if (text.length - open < 9) return -1;
    if (text.startsWith('<!--', open)) {
      const end = text.indexOf('-->', open + 4);
      return end < 0 ? -1 : end + 3;
    }
    if (!text.startsWith('<![CDATA[', open)) throw new BrokenXml('a DOCTYPE has no place in a workbook');
    const end = text.indexOf(']]>', open);
    if (end < 0) return -1;
    this.#handler.text(text.slice(open + 9, end));
    return end + 3;
  }
}
