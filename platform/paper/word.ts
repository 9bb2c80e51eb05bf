// Makes the Word file of a paper in the layout of GB/T 9704-2012; it names the statutory typefaces, which the reader's office software has.
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  type IRunOptions,
  type ISectionOptions,
  Packer,
  PageBorderDisplay,
  PageBorderOffsetFrom,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { type FaceName, faces } from './fonts.ts';
import { linePitch, red, sheet, size, tracking, twips, twipsOfMillimetres } from './measures.ts';
import { type Block, type Paper, writtenDay } from './paper.ts';
import { titleLines } from './title-lines.ts';
import { exactly, wordRun, wordTable } from './word-parts.ts';

const line = exactly(linePitch);
const blank = (): Paragraph => new Paragraph({ spacing: line, children: [] });
const indented = { firstLine: twips(2 * size.body) };
// Whole twentieths of a point are all that a run can be drawn together by; the next above would push a line's last character over.
const drawnTogether = Math.floor(tracking * 20);
/**
 * The pitch stands in the runs and the lines: the grid of a document is laid out by each office program in its own way, by some two
 * cells a character and two lines a row of a table.
 */
const run = (text: string, face: FaceName = 'body', more: IRunOptions = {}): TextRun =>
  wordRun(text, face, size.body, { characterSpacing: drawnTogether, ...more });

const headingFaces = { 1: 'hei', 2: 'kai', 3: 'body', 4: 'body' } as const;

function block(it: Block): FileChild[] {
  switch (it.kind) {
    case 'heading':
      return [
        new Paragraph({
          spacing: line,
          indent: indented,
          keepNext: true,
          outlineLevel: it.level - 1,
          children: [run(it.text, headingFaces[it.level], { bold: it.level === 3 })],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          spacing: line,
          indent: indented,
          alignment: AlignmentType.BOTH,
          children: it.runs.map((piece) =>
            typeof piece === 'string' ? run(piece) : run(piece.text, 'body', piece.bold === true ? { bold: true } : {}),
          ),
        }),
      ];
    case 'table':
      return wordTable(it);
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function head({ layout, agencyMark, number, signer }: Paper): Paragraph[] {
  if (layout !== 'official') return [];
  const made: Paragraph[] = [];
  if (agencyMark !== undefined) {
    // Its upper edge stands 35 mm below that of the text block (7.2.4); the size is fitted to the width of the block.
    const points = Math.min(56, Math.floor((150 / 25.4) * (72 / 1.06 / agencyMark.length)));
    made.push(
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: twipsOfMillimetres(35), ...exactly(points * 1.25) },
        children: [wordRun(agencyMark, 'title', points, { color: red })],
      }),
      blank(),
      ...(number === undefined ? [] : [blank()]),
    );
  }
  const rule = { style: BorderStyle.SINGLE, size: 12, color: red, space: 11 };
  const text = signer === undefined ? [run(number ?? '')] : [run(number ?? ''), run('\t签发人：'), run(signer, 'kai')];
  made.push(
    new Paragraph({
      alignment: signer === undefined ? AlignmentType.CENTER : AlignmentType.LEFT,
      spacing: line,
      border: { bottom: rule },
      ...(signer === undefined
        ? {}
        : { indent: { left: twips(size.body), right: twips(size.body) }, tabStops: [{ type: 'right', position: twips(26 * size.body) }] }),
      children: text,
    }),
    blank(),
    blank(),
  );
  return made;
}

function title(paper: Paper): Paragraph[] {
  const isCertificate = paper.layout === 'certificate';
  const points = isCertificate ? 40 : size.title;
  const lines = titleLines(paper.title, isCertificate ? 15 : undefined);
  const centred = { alignment: AlignmentType.CENTER, spacing: exactly(isCertificate ? 54 : 32) };
  const number = paper.layout === 'official' ? undefined : paper.number;
  return [
    ...lines.map((text) => new Paragraph({ ...centred, keepNext: true, children: [wordRun(text, 'title', points)] })),
    ...(number === undefined
      ? []
      : [new Paragraph({ alignment: AlignmentType.CENTER, spacing: line, children: [run(isCertificate ? `编号：${number}` : number)] })]),
    blank(),
  ];
}

/** With a seal: the date 4 characters from the right edge, the agency centred over it (7.3.5.1). */
function signature({ signature: signed }: Paper): Paragraph[] {
  if (signed === undefined) return [];
  const date = writtenDay(signed.date);
  const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (/[ -~]/.test(character) ? 0.5 : 1), 0);
  const beyond = (widthOf(signed.agency) - widthOf(date)) / 2;
  const right = (characters: number) => ({ right: twips(Math.max(0, characters) * size.body) });
  const dateIndent = Math.max(4, beyond);
  const placed = (text: string, indent: number, keepNext: boolean) =>
    new Paragraph({ alignment: AlignmentType.RIGHT, spacing: line, indent: right(indent), keepNext, children: [run(text)] });
  return [blank(), blank(), placed(signed.agency, dateIndent - beyond, true), placed(date, dateIndent, false)];
}

function annexes({ annexes: names = [], note, signature: signed }: Paper): Paragraph[] {
  if (names.length === 0) return [];
  return [
    blank(),
    ...names.map((name, i) => {
      const text = names.length === 1 ? `附件：${name}` : `${i === 0 ? '附件：' : ''}${i + 1}. ${name}`;
      const left = i === 0 ? 2 : 5;
      const hanging = i === 0 ? (names.length === 1 ? 3 : 4) : 1;
      return new Paragraph({
        spacing: line,
        keepNext: note !== undefined && signed === undefined,
        indent: { left: twips((left + hanging) * size.body), hanging: twips(hanging * size.body) },
        children: [run(text)],
      });
    }),
  ];
}

/** On a page of its own: the mark flush left, the title on the third line (7.3.7). */
function attached({ attached: given }: Paper): FileChild[] {
  if (given === undefined) return [];
  const lines = titleLines(given.title).map(
    (text) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: exactly(32),
        keepNext: true,
        children: [wordRun(text, 'title', size.title)],
      }),
  );
  return [
    new Paragraph({ pageBreakBefore: true, spacing: line, children: [run(given.mark, 'hei')] }),
    blank(),
    ...lines,
    blank(),
    ...given.blocks.flatMap(block),
  ];
}

function imprint({ imprint: given }: Paper): Paragraph[] {
  if (given === undefined) return [];
  const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 1 };
  const thin = { ...thick, size: 6 };
  const small = (text: string) => wordRun(text, 'body', 14);
  const indent = { left: twips(14), right: twips(14) };
  const copies =
    given.copies === undefined
      ? []
      : [new Paragraph({ indent, spacing: exactly(24), border: { top: thick }, children: [small(`抄送：${given.copies}。`)] })];
  return [
    blank(),
    ...copies,
    new Paragraph({
      indent,
      spacing: exactly(24),
      border: { top: copies.length > 0 ? thin : thick, bottom: thick },
      tabStops: [{ type: 'right', position: twips(27 * size.body) }],
      children: [small(given.office), small(`\t${writtenDay(given.date)}印发`)],
    }),
  ];
}

/** — 1 —, 7 mm below the block, at the outer side with one character's indent (7.5). */
function pageNumber(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: twips(size.pageNumber) },
        children: [new TextRun({ font: faces.song.word, size: size.pageNumber * 2, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

function section(paper: Paper, children: FileChild[]): ISectionOptions {
  const mm = twipsOfMillimetres;
  if (paper.layout === 'certificate') {
    const frame = { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: red, space: 24 };
    return {
      properties: {
        page: {
          size: { width: mm(sheet.width), height: mm(sheet.height), orientation: PageOrientation.LANDSCAPE },
          margin: { top: mm(34), bottom: mm(34), left: mm(42), right: mm(42) },
          borders: {
            pageBorders: { display: PageBorderDisplay.ALL_PAGES, offsetFrom: PageBorderOffsetFrom.PAGE },
            pageBorderTop: frame,
            pageBorderBottom: frame,
            pageBorderLeft: frame,
            pageBorderRight: frame,
          },
        },
      },
      children,
    };
  }
  return {
    properties: {
      page: {
        size: { width: mm(sheet.width), height: mm(sheet.height) },
        margin: {
          top: mm(sheet.top),
          bottom: mm(sheet.bottom),
          left: mm(sheet.left),
          right: mm(sheet.right),
          footer: mm(sheet.bottom - 12),
        },
      },
    },
    footers: { default: pageNumber('right'), even: pageNumber('left') },
    children,
  };
}

export async function renderWord(paper: Paper): Promise<Buffer> {
  const recipient = paper.recipient === undefined ? [] : [new Paragraph({ spacing: line, children: [run(`${paper.recipient}：`)] })];
  const note =
    paper.note === undefined
      ? []
      : [
          new Paragraph({
            spacing: { before: twips(14), ...exactly(18) },
            children: [wordRun(paper.note, 'song', size.note, { color: '6E6E6E' })],
          }),
        ];
  const children = [
    ...head(paper),
    ...title(paper),
    ...recipient,
    ...paper.blocks.flatMap(block),
    ...annexes(paper),
    ...signature(paper),
    ...note,
    ...attached(paper),
    ...imprint(paper),
  ];
  const document = new Document({
    title: paper.title.replaceAll('\n', ''),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: faces.body.word, size: size.body * 2, language: { value: 'en-US', eastAsia: 'zh-CN' } } } },
    },
    sections: [section(paper, children)],
  });
  return Packer.toBuffer(document);
}
