// Actions on materials: upload a file for a draft, and download one by those who may see the case.
import { Type } from 'typebox';
import { possibleMoves } from '#kernel/stages/machine.ts';
import { type Action, action, type Download } from '#platform/http/action.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { sealedYet } from '../errors.ts';
import { moverOf } from '../moves.ts';
import { type CaseworkSetting, declared } from '../setting.ts';
import { eventsOf, findDraft, getCase } from '../store/cases.ts';
import { CaseParams } from '../wire.ts';
import { isSealedFrom, visibleCase } from './visible-case.ts';

const extensions = ['pdf', 'docx', 'xlsx', 'jpg', 'png'] as const;
const maxBytes = 50 * 1024 * 1024;

interface FileAnswer {
  readonly sha256: string;
  readonly fileName: string;
}

/** Every file that answers name, tables included: only such a file can be fetched through the case. */
function* filesIn(value: unknown): Generator<FileAnswer> {
  if (Array.isArray(value)) for (const item of value) yield* filesIn(item);
  else if (typeof value === 'object' && value !== null) {
    if ('sha256' in value && 'fileName' in value) yield value as FileAnswer;
    else for (const item of Object.values(value)) yield* filesIn(item);
  }
}

const contentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  png: 'image/png',
};

export const materialActions = (setting: CaseworkSetting): Action[] => [
  action({
    id: 'casework.upload-material',
    method: 'POST',
    path: '/casework/cases/:id/materials/:field',
    summary: '为草稿上传一份材料；返回的引用填入对应字段',
    permission: 'casework/case:apply',
    params: Type.Object({ ...CaseParams.properties, field: Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' }) }),
    upload: { extensions, maxBytes },
    reply: Type.Object({ sha256: Type.String(), fileName: Type.String(), size: Type.Integer() }),
    handle: async (context, { params, upload }) => {
      const row = await getCase(context.db, params.id);
      const { dossier } = declared(setting, row);
      const isForm = row.status === 'draft' || row.status === 'correction';
      // What was handed in stays as it is; a move that can be made now may ask for papers of its own, such as evidence.
      const today = { day: context.today, calendar: setting.calendar, parameters: row.call_parameters };
      const asking = possibleMoves(dossier, row.state, moverOf(context, row), today).filter(({ allowed }) => allowed);
      const field = isForm ? dossier.form.fields[params.field] : asking.map(({ records }) => records.fields[params.field]).find(Boolean);
      if (!isForm && field === undefined) throw new Refusal('NOT_EDITABLE', '申请已提交，不能再上传材料。', { status: 409 });
      if (field?.kind !== 'file') throw notFound(`材料项“${params.field}”`);
      if (upload === null) throw new Refusal('NO_FILE', '没有收到文件，请重新选择后上传。', { status: 400 });
      const ending = upload.fileName.split('.').pop()?.toLowerCase() ?? '';
      if (field.extensions !== undefined && !field.extensions.includes(ending)) {
        throw new Refusal(
          'FILE_TYPE',
          `“${field.label}”只接受 ${field.extensions.join('、')} 文件，您上传的是 ${ending || '没有扩展名的'} 文件。`,
          { status: 415 },
        );
      }
      if (field.maxBytes !== undefined && upload.size > field.maxBytes) {
        throw new Refusal('FILE_TOO_LARGE', `“${field.label}”不能超过 ${Math.floor(field.maxBytes / 1048576)} MB。`, { status: 413 });
      }
      await context.trail(
        `上传材料“${field.label}”：${upload.fileName}`,
        { kind: 'case', id: row.id },
        { sha256: upload.sha256, size: upload.size },
      );
      return { sha256: upload.sha256, fileName: upload.fileName, size: upload.size };
    },
  }),
  action({
    id: 'casework.download-material',
    method: 'GET',
    path: '/casework/cases/:id/files/:sha256',
    summary: '下载办件中的一份材料',
    permission: 'casework/case:read',
    params: Type.Object({ ...CaseParams.properties, sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
    handle: async (context, { params }): Promise<Download> => {
      const row = await visibleCase(context, setting, params.id);
      if (isSealedFrom(context, setting, row)) throw sealedYet();
      const draft = await findDraft(context.db, row.id);
      const events = await eventsOf(context.db, row.id);
      const named = [row.answers, draft?.answers, ...events.map((event) => event.data)].flatMap((value) => [...filesIn(value)]);
      const file = named.find((candidate) => candidate.sha256 === params.sha256);
      if (file === undefined) throw notFound('这份材料');
      const ending = file.fileName.split('.').pop()?.toLowerCase() ?? '';
      return {
        kind: 'download',
        fileName: file.fileName,
        contentType: contentTypes[ending] ?? 'application/octet-stream',
        content: await context.files.get(file.sha256),
      };
    },
  }),
];
