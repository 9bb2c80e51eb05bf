// A document that holds no text the reader can use: the message tells a user what it is and what to do.

export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
}

/** Larger files are not opened; a report of a thousand pages is far below. */
export const MOST_BYTES = 128 * 1024 * 1024;

/** What an archive or a compressed stream may grow to before it is taken for a bomb. */
export const MOST_UNPACKED = 96 * 1024 * 1024;

export const tooLarge = () => new UnreadableDocument(`文件过大：超过 ${MOST_BYTES / 1024 / 1024} 兆字节，请拆分后再读`);
