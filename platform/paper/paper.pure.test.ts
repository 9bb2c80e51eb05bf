// Papers opened again: what Word and PDF files really hold of GB/T 9704-2012.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { type Paper, writtenDay } from './paper.ts';
import { renderPdf, stopPaper } from './pdf.ts';
import { titleLines } from './title-lines.ts';
import { renderWord } from './word.ts';

afterAll(stopPaper);

const notice: Paper = {
  layout: 'official',
  title: '关于公布2026年度澜江市高新技术企业认定推荐名单和有关事项的通知',
  agencyMark: '澜江市科学技术局文件',
  number: '澜科发〔2026〕12号',
  recipient: '各县（区）科学技术局',
  blocks: [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'heading', level: 2, text: '（一）受理' },
    { kind: 'paragraph', runs: ['共受理申请', { text: '1284', figure: 'applications' }, '件 #let <x> \\ "引号" $1$ *重*。'] },
    {
      kind: 'table',
      caption: '表1 推荐企业',
      columns: [
        { title: '企业名称', weight: 3 },
        { title: '营业收入（万元）', align: 'right' },
      ],
      rows: Array.from({ length: 60 }, (_, i) => [`第${i + 1}家`, `${i}.50`]),
    },
    { kind: 'paragraph', runs: ['特此通知。'] },
  ],
  annexes: ['推荐企业名单', '政策文件目录'],
  signature: { agency: '澜江市科学技术局', date: '2026-03-01' },
  imprint: { copies: '市财政局', office: '澜江市科学技术局办公室', date: '2026-03-02' },
};

interface Page {
  readonly width: number;
  readonly height: number;
  readonly items: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

async function pagesOf(pdf: Buffer): Promise<Page[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: Page[] = [];
  for (let i = 1; i <= document.numPages; i += 1) {
    const page = await document.getPage(i);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const items = content.items.flatMap((item) => ('str' in item ? [{ text: item.str, x: item.transform[4], y: item.transform[5] }] : []));
    pages.push({ width, height, items });
  }
  await document.destroy();
  return pages;
}

const textOf = ({ items }: Page): string => items.map(({ text }) => text).join('');
const millimetre = 72 / 25.4;

function partsOf(word: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, string>();
    yauzl.fromBuffer(word, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => resolve(parts));
      zip.readEntry();
    });
  });
}

describe('PDF', () => {
  it('is A4 with the text inside 37, 28, 26 and 35 mm, page numbers outside, and its words whole', async () => {
    const pages = await pagesOf(await renderPdf(notice));
    expect(pages.length % 2).toBe(0);
    const text = pages.map(textOf).join('');
    for (const words of [
      '澜江市科学技术局文件',
      '澜科发〔2026〕12号',
      '各县（区）科学技术局：',
      '#let <x> \\ "引号" $1$ *重*',
      '附件：',
      '2026年3月1日',
      '抄送：市财政局。',
      '2026年3月2日印发',
    ]) {
      expect(text.replaceAll(/\s/g, ''), words).toContain(words.replaceAll(/\s/g, ''));
    }
    for (const [i, page] of pages.entries()) {
      expect([page.width, page.height].map(Math.round)).toEqual([595, 842]);
      const mark = page.items.find(({ text: piece, y }) => piece.includes('—') && y < 35 * millimetre);
      expect(mark === undefined ? null : mark.x > page.width / 2).toBe(i % 2 === 0);
      expect(textOf(page)).toContain(`— ${i + 1} —`);
      for (const { x, y, text: piece } of page.items.filter(
        (item) => item.text.trim() !== '' && item !== mark && !item.text.includes('—'),
      )) {
        expect(x, piece).toBeGreaterThanOrEqual(28 * millimetre - 1);
        expect(y, piece).toBeLessThanOrEqual(page.height - 37 * millimetre);
        if (!/^\d+$/.test(piece)) expect(y, piece).toBeGreaterThanOrEqual(35 * millimetre);
      }
    }
    // The head of the table is repeated where it runs over.
    expect(text.split('企业名称').length).toBeGreaterThan(2);
  });

  it('sets 22 lines of 28 characters on a page at 28.95 pt', async () => {
    const paper: Paper = {
      layout: 'plain',
      title: '题',
      blocks: [{ kind: 'page-break' }, { kind: 'paragraph', runs: ['字'.repeat(28 * 30)] }],
    };
    const [, second] = await pagesOf(await renderPdf(paper));
    const lines = new Map<number, string>();
    for (const { text, y } of second?.items ?? []) if (text.includes('字')) lines.set(y, (lines.get(y) ?? '') + text);
    const heights = [...lines.keys()].sort((a, b) => b - a);
    expect(heights).toHaveLength(22);
    expect((heights[0] ?? 0) - (heights[1] ?? 0)).toBeCloseTo(28.95, 1);
    expect([...lines.values()].slice(1).every((line) => line.length === 28)).toBe(true);
  });

  it('gives the same bytes for the same paper', async () => {
    expect(Buffer.compare(await renderPdf(notice), await renderPdf(notice))).toBe(0);
  });

  it('lays a certificate across', async () => {
    const [page] = await pagesOf(
      await renderPdf({ layout: 'certificate', title: '高新技术企业证书', number: 'GR202636000001', blocks: [] }),
    );
    expect([page?.width, page?.height].map((side) => Math.round(side ?? 0))).toEqual([842, 595]);
    expect(page && textOf(page)).toContain('编号：GR202636000001');
  });
});

describe('Word', () => {
  it('holds the page, the grid, the typefaces and the words', async () => {
    const parts = await partsOf(await renderWord(notice));
    const body = parts.get('word/document.xml') ?? '';
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(body).toMatch(/w:top="2098"/);
    expect(body).toMatch(/w:left="1587"/);
    // 28 characters of 16 pt drawn together by 5 twentieths of a point fill 441 of 442.2 points, and a 29th has no place.
    expect(body).toContain('<w:spacing w:val="-5"/>');
    expect(body).toMatch(/<w:spacing w:line="579" w:lineRule="exact"\/>/);
    for (const typeface of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312']) expect(body).toContain(`w:eastAsia="${typeface}"`);
    const words = [...body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
    for (const text of ['澜科发〔2026〕12号', '附件：1. 推荐企业名单', '2. 政策文件目录', '2026年3月1日', '抄送：市财政局。'])
      expect(words).toContain(text);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const footers = [...parts].filter(([name]) => /^word\/footer\d\.xml$/.test(name)).map(([, xml]) => xml);
    expect(footers.map((xml) => /w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()).toEqual(['left', 'right']);
    expect(parts.get('word/settings.xml')).toContain('evenAndOddHeaders');
  });
});

describe('a title', () => {
  it('is broken at words into lines of about equal length', () => {
    expect(titleLines('一次性补正告知书')).toEqual(['一次性补正告知书']);
    expect(titleLines('上行\n下行')).toEqual(['上行', '下行']);
    const lines = titleLines(notice.title);
    expect(lines.join('')).toBe(notice.title);
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.length <= 19 && !line.startsWith('的'))).toBe(true);
  });

  it('days have no leading zeros', () => expect(writtenDay('2026-03-01')).toBe('2026年3月1日'));
});
