// The words of a publication: what stands there by itself, and what an officer has prepared in its stead.
import { citationText } from '#kernel/declare/citation.ts';
import { publicCells, publicColumns } from '#kernel/faces/publication.ts';
import type { PublicNoticeStage } from '#kernel/stages/public-notice.ts';
import type { Declared } from '../setting.ts';
import type { PublicationBody, PublicationTextRow } from '../store/publication-tables.ts';
import type { CaseRow } from '../store/tables.ts';

export type PublicationText = Pick<PublicationTextRow, 'title' | 'lead' | 'closing' | 'keeps'>;

export const noticeStageOf = ({ dossier }: Declared, id: string | null): PublicNoticeStage | undefined =>
  dossier.stages.find((stage) => stage.id === id && stage.kind === 'public-notice') as PublicNoticeStage | undefined;

export function usualText({ programme, dossier }: Declared): PublicationText {
  const basis = programme.basis.map(citationText).join('、');
  const what = dossier.name.startsWith(programme.name) ? dossier.name : `${programme.name}${dossier.name}`;
  return {
    title: `关于${what}拟通过名单的公示`,
    lead: `根据${basis}，经审查和审定，拟通过下列单位的申请，现予公示，接受社会监督。`,
    closing:
      '对公示内容有异议的，请在公示期内实名反映，写明具体事实并提供证据或线索；匿名异议一般不予受理。异议人的姓名和联系方式不向被反映的单位透露。',
    keeps: true,
  };
}

/** Words of a decision, from those under which its list was laid open. */
export function decisionText(declared: Declared, { title }: Pick<PublicationText, 'title'>): PublicationText {
  const basis = declared.programme.basis.map(citationText).join('、');
  return {
    title: title.includes('公示') ? title.replace('公示', '结果公布').replace('拟', '') : `${title}结果公布`,
    lead: `根据${basis}，经公示，公示期内没有异议或者异议已经处理完毕，现将结果公布如下。`,
    closing: '',
    keeps: true,
  };
}

/** The list itself: the applicant's name, its place, the number of the case, and what the stage declares; nothing else can get in. */
export function publicBody(
  { dossier }: Declared,
  stage: PublicNoticeStage,
  cases: readonly Pick<CaseRow, 'party_name' | 'region' | 'number' | 'answers'>[],
  regionName: (code: string) => string,
): PublicationBody {
  const declaredColumns = publicColumns(dossier, stage).map(({ label, unit }) => (unit === null ? label : `${label}（${unit}）`));
  return {
    columns: ['名称', '所在地', '受理编号', ...declaredColumns],
    rows: cases.map((row) => [row.party_name, regionName(row.region), row.number ?? '', ...publicCells(dossier, stage, row.answers)]),
  };
}
