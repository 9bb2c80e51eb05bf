// Actions that put a work report on paper, with its annex of sources; and one that writes it straight from the ledger, without a draft.
import { Type } from 'typebox';
import { type Action, type ActionContext, action, type Download } from '#platform/http/action.ts';
import { shanghaiDay } from '#platform/http/context.ts';
import { renderPdf } from '#platform/paper/pdf.ts';
import { renderWord } from '#platform/paper/word.ts';
import { Refusal } from '#platform/refusal.ts';
import { regionName } from '#vocabularies/regions/regions.ts';
import { plainText } from '../model/writer/compose.ts';
import { paperOf } from '../model/writer/paper.ts';
import { type Composed, ComposedShape, ReportKindShape } from '../model/writer/shapes.ts';
import { WorkParams } from '../model/writer/work-shapes.ts';
import type { ReportsSetting } from '../setting.ts';
import { revisionsOf, standingTexts, type WorkRow, workOf } from '../store/work.ts';
import { beginning } from './work-begin.ts';
import { composeWork, isFictional } from './work-ground.ts';
import { askerOf, bodiesOf, composedOf } from './work-reports.ts';

const read = 'reports/report:read';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

const fileName = (title: string, extension: string): string => `${title}.${extension}`.replaceAll(/[\\/:*?"<>|]/g, '_');

async function rendered(
  { actor, today }: Pick<ActionContext, 'actor' | 'today'>,
  composed: Composed,
  signed: Pick<WorkRow, 'signed_at' | 'number'> | null,
  region: string,
  format: 'docx' | 'pdf',
): Promise<Download> {
  const signedAt = signed?.signed_at ?? null;
  const paper = paperOf(composed, {
    agency: `${regionName(region)}科学技术局`,
    day: signedAt === null ? today : shanghaiDay(signedAt),
    isSigned: signedAt !== null,
    number: signed?.number ?? null,
    isFictional: isFictional(actor.root),
  });
  const content = format === 'docx' ? await renderWord(paper) : await renderPdf(paper);
  return {
    kind: 'download',
    fileName: fileName(composed.title, format),
    contentType: format === 'docx' ? word : 'application/pdf',
    content,
  };
}

const onPaper = (setting: ReportsSetting, format: 'docx' | 'pdf'): Action =>
  action({
    id: `reports.work-${format === 'docx' ? 'word' : 'pdf'}`,
    method: 'GET',
    path: `/reports/own/:id/${format === 'docx' ? 'word' : 'pdf'}`,
    summary: `导出工作报告的 ${format === 'docx' ? 'Word' : 'PDF'} 文件，附数据来源`,
    permission: read,
    params: WorkParams,
    rate: 60,
    async handle(context, { params }) {
      const row = await workOf(context.db, context.actor.root, params.id);
      const texts = bodiesOf(standingTexts(await revisionsOf(context.db, row.id)));
      const composed = await composedOf(context, setting, row, texts);
      return rendered(context, composed, row, row.region, format);
    },
  });

const WriteQuery = Type.Object({
  year: Type.Integer({ minimum: 1990, maximum: 2100 }),
  kind: ReportKindShape,
  region: Type.String({ minLength: 2, maxLength: 12 }),
  known: Type.Optional(Day),
});

async function written(
  context: ActionContext,
  setting: ReportsSetting,
  query: { year: number; kind: WorkRow['kind']; region: string; known?: string },
) {
  const known = query.known ?? null;
  if (known !== null && known > context.today)
    throw new Refusal('DAY_AHEAD', `${known}还没有到，不能按那天已知的数据写。请改为今天或更早的日期。`, { status: 400 });
  const asker = askerOf(context);
  const begun = await beginning(asker, setting, query, known);
  return composeWork(asker, setting, { ...query, ...begun }, new Map(), known);
}

const straight = (setting: ReportsSetting): Action =>
  action({
    id: 'reports.write-work',
    method: 'GET',
    path: '/reports/written-work',
    summary: '直接由台账写成一份工作报告的文字和数据，不留草稿',
    permission: read,
    query: WriteQuery,
    reply: Type.Object({ text: Type.String(), composed: ComposedShape }),
    async handle(context, { query }) {
      const composed = await written(context, setting, query);
      return { text: plainText(composed), composed };
    },
  });

const straightOnPaper = (setting: ReportsSetting): Action =>
  action({
    id: 'reports.write-work-on-paper',
    method: 'GET',
    path: '/reports/written-work/paper',
    summary: '直接由台账写成一份工作报告的 Word 或 PDF 文件，不留草稿',
    permission: read,
    query: Type.Object({ ...WriteQuery.properties, format: Type.Unsafe<'docx' | 'pdf'>({ type: 'string', enum: ['docx', 'pdf'] }) }),
    rate: 60,
    handle: async (context, { query }) => rendered(context, await written(context, setting, query), null, query.region, query.format),
  });

export const workPaperActions = (setting: ReportsSetting): Action[] => [
  onPaper(setting, 'docx'),
  onPaper(setting, 'pdf'),
  straight(setting),
  straightOnPaper(setting),
];
