// What is done with a document away from the requests: its text taken out of the bytes, its figures read, its arithmetic checked.
import { documentText } from '../../documents/document-text.ts';
import type { DocumentKind } from '../../documents/kinds.ts';
import { UnreadableDocument } from '../../documents/unreadable.ts';
import { dated } from '../../model/anonymous-year.ts';
import { auditFigures } from '../../model/auditor/audit-figures.ts';
import type { Relation } from '../../model/auditor/relation.ts';
import { offsetsOf, storableText } from '../../model/code-points.ts';
import { readFigures } from '../../model/reader/read-figures.ts';
import type { Reading } from '../../model/reader/reading.ts';
import { MOST_CHARACTERS } from '../../wire.ts';

/** Bytes of a file, or a text that is already at hand. */
export type ReadTask =
  | { readonly bytes: Uint8Array; readonly name: string; readonly year: number | null }
  | { readonly text: string; readonly year: number | null };

export interface ReadDocument {
  readonly format: DocumentKind;
  readonly text: string;
  readonly characters: number;
  readonly readings: readonly Reading[];
}

/** Errors lose their class on the way between threads, so a refusal is an answer. */
export type ReadAnswer = ReadDocument | { readonly unreadable: string };

const tooLong = (characters: number): string =>
  `正文有 ${Math.ceil(characters / 10_000)} 万字，超过一次可读的 ${MOST_CHARACTERS / 10_000} 万字：请按章节拆分后分别录入`;

export async function readDocument(task: ReadTask): Promise<ReadAnswer> {
  try {
    const taken = 'bytes' in task ? await documentText(task.bytes, task.name) : { kind: 'text' as const, text: task.text };
    const text = storableText(taken.text);
    if (!/[\p{L}\p{N}]/u.test(text)) return { unreadable: '文件里没有文字' };
    const characters = offsetsOf(text).length;
    if (characters > MOST_CHARACTERS) return { unreadable: tooLong(characters) };
    const found = readFigures(text, task.year === null ? {} : { reportingYear: task.year });
    const readings = found.map((reading) => dated(reading, task.year));
    return { format: taken.kind, text, characters, readings };
  } catch (problem) {
    if (problem instanceof UnreadableDocument) return { unreadable: problem.message };
    throw problem;
  }
}

export interface AuditTask {
  readonly audited: string;
  readonly readings: readonly Reading[];
}

export const auditDocument = ({ audited, readings }: AuditTask): Relation[] => auditFigures(audited, readings);
