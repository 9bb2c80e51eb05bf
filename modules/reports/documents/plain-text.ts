// Turns the bytes of a text file into text: UTF-8 with or without mark, UTF-16 with mark, or GB 18030.
import { UnreadableDocument } from './unreadable.ts';

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

const binary = () => new UnreadableDocument('这不是文本文件：请提供 txt、docx、带文字层的 pdf 或 html 格式的报告');

/** Control characters never stand in a report; a few may come from converters. */
function looksBinary(text: string): boolean {
  const head = text.slice(0, 65_536);
  let odd = 0;
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at);
    if (code === 0) return true;
    if (
      (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c && code !== 0x0b) ||
      code === 0xfffd ||
      (code >= 0xe000 && code <= 0xf8ff)
    )
      odd++;
  }
  return odd * 20 > head.length;
}

/** Decodes text. The offsets of readings count in what is returned, a byte order mark included. */
export function decodeText(bytes: Uint8Array): string {
  const text =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? decode(bytes, 'utf-16le')
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? decode(bytes, 'utf-16be')
        : (decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030'));
  if (text === null || looksBinary(text)) throw binary();
  return text;
}
