// The text of a document, whatever its format; each format's code is loaded only when a document of it comes.
import { type DocumentKind, kindOf } from './kinds.ts';
import { decodeText } from './plain-text.ts';
import { MOST_BYTES, tooLarge, UnreadableDocument } from './unreadable.ts';

export type DocumentText = { readonly kind: DocumentKind; readonly text: string };

async function textAs(kind: DocumentKind, bytes: Uint8Array): Promise<string> {
  if (kind === 'docx') return (await import('./docx-text.ts')).docxText(bytes);
  if (kind === 'pdf') return (await import('./pdf-text.ts')).pdfText(bytes);
  if (kind === 'html') return (await import('./html-text.ts')).htmlText(decodeText(bytes));
  return decodeText(bytes);
}

/** Throws {@link UnreadableDocument} with a message for the user where there is no text to read. */
export async function documentText(bytes: Uint8Array, name = ''): Promise<DocumentText> {
  if (bytes.length > MOST_BYTES) throw tooLarge();
  const kind = kindOf(bytes, name);
  if (typeof kind === 'object') throw new UnreadableDocument(kind.refused);
  const text = await textAs(kind, bytes);
  if (text.trim() === '') throw new UnreadableDocument('文件里没有文字');
  return { kind, text };
}
