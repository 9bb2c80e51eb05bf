// A file that was handed in, by its fingerprint, name and size.
import { Type } from 'typebox';
import type { Field, FileRef } from '../field.ts';
import { jsonText } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';

/** 50 MB. */
const largest = 50 * 1024 * 1024;

function inMegabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}

function wrong(value: FileRef, field: Field<FileRef>): string | null {
  const ending = /\.([^.]+)$/.exec(value.fileName)?.[1]?.toLowerCase() ?? '';
  const allowed = field.extensions;
  if (allowed !== undefined && !allowed.some((extension) => extension.toLowerCase() === ending)) {
    return `${field.label}只接受 ${allowed.join('、')} 格式的文件，“${value.fileName}”不是，请另存后上传`;
  }
  const limit = field.maxBytes ?? largest;
  return value.size > limit ? `${field.label}不能大于 ${inMegabytes(limit)}，“${value.fileName}”为 ${inMegabytes(value.size)}` : null;
}

export const file: FieldKindFaces<FileRef> = {
  schema: () =>
    Type.Object(
      {
        sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: '文件的 SHA-256' }),
        // A name is shown and offered for download, never used as a path.
        fileName: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^/\\\\\\u0000-\\u001f]+$', description: '文件名' }),
        size: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '文件字节数' }),
      },
      { additionalProperties: false, description: '已上传的文件' },
    ),
  parse: (_raw, field) => ({ problem: `${field.label}是附件，不能在表格中填写，请在系统中上传` }),
  format: (value) => value.fileName,
  sql: (key, _field, column) => ({ type: 'text', expression: jsonText(key, column, 'fileName') }),
  filter: () => [],
  sample(field, n) {
    const fileName = `${field.label}${n}.${field.extensions?.[0] ?? 'pdf'}`;
    return { sha256: (Math.abs(n) % 16).toString(16).repeat(64), fileName, size: 1024 };
  },
  problem: wrong,
};
