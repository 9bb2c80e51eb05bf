// Actions that take a report in: a file, or text pasted from anywhere.
import { type Action, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { EXTENSIONS, Loaded, MOST_FILE_BYTES, PasteBody, UploadFields } from '../wire.ts';
import { loadReport, titleOfFile } from './load-report.ts';

const write = 'reports/report:write';

const upload = action({
  id: 'reports.upload',
  method: 'POST',
  path: '/reports/documents',
  summary: '上传一份报告并读出其中的数据',
  permission: write,
  body: UploadFields,
  upload: { extensions: EXTENSIONS, maxBytes: MOST_FILE_BYTES },
  reply: Loaded,
  rate: 30,
  statementSeconds: 120,
  async handle(context, { upload: file, body }) {
    if (file === null) throw new Refusal('FILE_MISSING', '请选择要读的报告文件。', { status: 400 });
    const { fileName, sha256 } = file;
    return loadReport(context, {
      title: body.title ?? titleOfFile(fileName),
      place: body.place,
      year: body.year ?? null,
      source: { fileName, sha256, bytes: await context.files.read(sha256) },
    });
  },
});

const paste = action({
  id: 'reports.paste',
  method: 'POST',
  path: '/reports/documents/paste',
  summary: '粘贴报告的文字并读出其中的数据',
  permission: write,
  body: PasteBody,
  reply: Loaded,
  rate: 30,
  statementSeconds: 120,
  handle: (context, { body }) =>
    loadReport(context, { title: body.title, place: body.place, year: body.year, source: { text: body.text } }),
});

export const addActions: readonly Action[] = [upload, paste];
