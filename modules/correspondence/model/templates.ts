// Templates of documents: pure functions from the facts of a case to a paper.
import { asWan } from '#kernel/declare/rule.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import { type Block, type Paper, writtenDay } from '#platform/paper/paper.ts';
import type { Facts } from './facts.ts';
import type { DocumentKind } from './kinds.ts';

type Body = Pick<Paper, 'title' | 'blocks'> & Partial<Pick<Paper, 'layout' | 'recipient'>>;

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [text] });
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const day = (value: unknown): string => (typeof value === 'string' ? writtenDay(value) : '');
const basisOf = ({ basis }: Facts): string => (basis.length === 0 ? '有关规定' : basis.join('、'));
const first = ({ parties }: Facts) => parties[0] ?? { name: '', number: '', region: '' };

/** Reasons one by one: by lines, else as they were written. */
export function itemsOf(reasons: unknown): readonly string[] {
  const lines = text(reasons)
    .split(/\n+|；(?=\s*\d+[.、．])/u)
    .map((line) => line.replace(/^\s*(\d+[.、．]|[（(]\d+[）)])\s*/u, '').trim())
    .filter((line) => line !== '');
  return lines.length <= 1
    ? lines
    : lines.map((line, i) => `${i + 1}. ${line.replace(/[；。]$/u, '')}${i === lines.length - 1 ? '。' : '；'}`);
}

const opening = (facts: Facts): string =>
  `你单位${facts.submittedOn === null ? '' : `于${writtenDay(facts.submittedOn)}`}提交的${facts.dossier}（${facts.programme}，受理编号${first(facts).number}）收悉。`;

function unmetTable({ unmet }: Facts): readonly Block[] {
  if (unmet.length === 0) return [];
  return [
    paragraph('经逐条核对，下列条件不符合：'),
    {
      kind: 'table',
      columns: [
        { title: '条件', weight: 4 },
        { title: '要求', weight: 3 },
        { title: '实际', weight: 3 },
        { title: '依据', weight: 3 },
      ],
      rows: unmet.map(({ says, required, actual, article }) => [says, required, actual, article]),
    },
  ];
}

const templates: Readonly<Record<DocumentKind, (facts: Facts) => Body>> = {
  correction: (facts) => ({
    title: '一次性补正告知书',
    recipient: first(facts).name,
    blocks: [
      paragraph(`${opening(facts)}经审查，申请材料需要补正。根据${basisOf(facts)}，现将需要补正的全部内容一次告知如下：`),
      ...itemsOf(facts.said.reasons).map(paragraph),
      paragraph(
        `请自收到本告知书之日起${String(facts.said.workdays)}个工作日内（${day(facts.dueOn)}当日结束前）补正并重新提交。${facts.closing}`,
      ),
    ],
  }),
  acceptance: (facts) => ({
    title: '受理通知书',
    recipient: first(facts).name,
    blocks: [
      paragraph(`${opening(facts)}经形式审查，申请材料齐全，符合规定形式。根据${basisOf(facts)}，决定予以受理。`),
      paragraph(facts.closing),
    ],
  }),
  'non-acceptance': (facts) => ({
    title: '不予受理决定书',
    recipient: first(facts).name,
    blocks: [
      paragraph(`${opening(facts)}经审查，根据${basisOf(facts)}，决定不予受理。理由如下：`),
      ...itemsOf(facts.said.reasons).map(paragraph),
      ...unmetTable(facts),
      paragraph(facts.closing),
    ],
  }),
  refusal: (facts) => ({
    title: '不予通过决定书',
    recipient: first(facts).name,
    blocks: [
      paragraph(`${opening(facts)}经审查，根据${basisOf(facts)}，决定不予通过。理由如下：`),
      ...itemsOf(facts.said.reasons).map(paragraph),
      ...unmetTable(facts),
      paragraph(facts.closing),
    ],
  }),
  decision: (facts) => ({
    title: `关于${facts.dossier}的决定书`,
    recipient: first(facts).name,
    blocks: [
      paragraph(`${opening(facts)}经审查和审定，根据${basisOf(facts)}，决定同意你单位的申请。`),
      ...itemsOf(facts.said.note).map(paragraph),
      paragraph(facts.closing),
    ],
  }),
  publicity: (facts) => ({
    title: `关于${facts.programme}${facts.dossier}拟通过名单的公示`,
    blocks: [
      paragraph(
        `根据${basisOf(facts)}，经审查和审定，拟通过下列${facts.parties.length}家单位的申请，现予公示。公示期自${day(facts.day)}起${facts.dueOn === null ? '' : `至${day(facts.dueOn)}止`}。`,
      ),
      {
        kind: 'table',
        columns: [
          { title: '序号', align: 'center', weight: 1 },
          { title: '单位名称', weight: 5 },
          { title: '所在地', weight: 2 },
          { title: '受理编号', weight: 3 },
        ],
        rows: facts.parties.map(({ name, region, number }, i) => [String(i + 1), name, region, number]),
      },
      paragraph(facts.closing),
    ],
  }),
  agreement: (facts) => ({
    title: `${facts.programme}${facts.dossier}合同`,
    blocks: [
      { kind: 'paragraph', runs: [{ text: '甲方：', bold: true }, facts.agency] },
      { kind: 'paragraph', runs: [{ text: '乙方：', bold: true }, first(facts).name] },
      paragraph(`根据${basisOf(facts)}，甲乙双方就${facts.dossier}（受理编号${first(facts).number}）订立本合同。`),
      { kind: 'heading', level: 1, text: '一、金额和期限' },
      ...moneyTerms(facts.said).map(paragraph),
      ...milestoneTable(facts.said.milestones),
      { kind: 'heading', level: 1, text: '二、其他' },
      paragraph(facts.closing),
      paragraph(`本合同于${day(facts.said.signedOn)}签订。`),
    ],
  }),
  certificate: (facts) => ({
    layout: 'certificate',
    title: facts.titleName ?? '证书',
    recipient: first(facts).name,
    blocks: [
      paragraph(
        `经审定，授予你单位${facts.titleName ?? '证书'}，自${day(facts.said.from)}起${typeof facts.said.until === 'string' ? `至${day(facts.said.until)}有效` : '长期有效'}。`,
      ),
      paragraph(facts.closing),
    ],
  }),
};

const wan = (value: unknown): string => (typeof value === 'string' ? asWan(decimal(value)) : '未填');

function moneyTerms(said: Facts['said']): readonly string[] {
  if (typeof said.contractAmount !== 'string') return [];
  return [
    `合同总额${wan(said.contractAmount)}，其中财政资金${wan(said.fiscalAmount)}，自有资金${wan(said.ownAmount)}。`,
    `履行期限自${day(said.startsOn)}起至${day(said.endsOn)}止。财政资金按下列里程碑验收后拨付。`,
  ];
}

function milestoneTable(value: unknown): readonly Block[] {
  if (!Array.isArray(value)) return [];
  const rows = value as readonly Readonly<Record<string, unknown>>[];
  return [
    {
      kind: 'table',
      columns: [
        { title: '序号', align: 'center', weight: 1 },
        { title: '里程碑', weight: 5 },
        { title: '完成期限', align: 'center', weight: 3 },
        { title: '财政拨付', align: 'right', weight: 2 },
      ],
      rows: rows.map((row) => [String(row.no), text(row.name), day(row.dueOn), wan(row.amount)]),
    },
  ];
}

/** The paper that is frozen when the document is issued. */
export function paperOf(facts: Facts): Paper {
  const { layout = 'plain', ...body } = templates[facts.kind](facts);
  return { layout, ...body, number: facts.number, signature: { agency: facts.agency, date: facts.day } };
}
