// Text comes out of each format a report may have; what holds none is refused with a message that says why.
import { describe, expect, test } from 'vitest';
import { documentText } from './document-text.ts';
import { textOfWordXml } from './docx-text.ts';
import { htmlText } from './html-text.ts';
import { linesOf } from './pdf-text.ts';
import { makePdf, makeZip } from './sample-files.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const wordXml = (body: string) => `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('the text of a document', () => {
  test('is read from plain text in UTF-8, UTF-16 and GB 18030', async () => {
    const report = '全市高新技术企业1236家。';
    expect((await documentText(bytes(report))).text).toBe(report);
    expect((await documentText(Uint8Array.from([0xff, 0xfe, ...Buffer.from(report, 'utf16le')]))).text).toContain(report);
    const gb = Uint8Array.from([0xc8, 0xab, 0xca, 0xd0, 0x31, 0x32, 0xbc, 0xd2]);
    expect((await documentText(gb)).text).toBe('全市12家');
  });

  test('is read from a Word document, paragraph by paragraph, with tables as rows', async () => {
    const body = `${paragraph('高新技术企业')}<w:p><w:r><w:t>12</w:t></w:r><w:r><w:t xml:space="preserve">36家 &amp; 更多</w:t></w:r></w:p><w:tbl><w:tr><w:tc>${paragraph('指标')}</w:tc><w:tc>${paragraph('数值')}</w:tc></w:tr></w:tbl>`;
    expect(textOfWordXml(wordXml(body))).toBe('高新技术企业\n1236家 & 更多\n指标\t数值\n');
    const file = makeZip([['word/document.xml', bytes(wordXml(body))]]);
    expect(await documentText(file, 'report.docx')).toMatchObject({ kind: 'docx', text: expect.stringContaining('1236家') });
  });

  test('is read from a web page as a person sees it', () => {
    const page =
      '<!doctype html><html><head><title>总结</title><style>p{color:red}</style><script>var a = "9家";</script></head><body><p>登记\n  合同&nbsp;<b>15</b>项</p><table><tr><td>高企</td><td>30家</td></tr></table><!-- 3家 --></body></html>';
    expect(htmlText(page)).toBe('总结\n登记 合同\u00a015项\n高企\t30家\n');
  });

  test('is read from the text layer of a PDF', async () => {
    const { kind, text } = await documentText(makePdf('Contracts 15 items'), 'a.pdf');
    expect(kind).toBe('pdf');
    expect(text).toContain('Contracts 15 items');
  });

  test('keeps the lines of a page and the columns of a line', () => {
    const at = (text: string, x: number, y: number) => ({ text, x, y, height: 10, width: text.length * 10 });
    expect(linesOf([at('指标', 0, 700), at('数值', 200, 700), at('高企', 0, 680), at('30家', 22, 680)])).toEqual([
      '指标\t数值',
      '高企30家',
    ]);
  });

  test('puts the lines of a numbered row’s cells together, and leaves the page number out', () => {
    const at = (text: string, x: number, y: number) => ({ text, x, y, height: 10, width: text.length * 10 });
    const titles = [at('序号', 0, 700), at('指标', 60, 700), at('数据', 160, 700), at('来源', 300, 700)];
    const row = [
      at('7', 5, 660),
      at('技术合同', 60, 672),
      at('成交额', 60, 660),
      at('2025年：3.1亿', 150, 672),
      at('元', 150, 660),
      at('4、', 300, 672),
      at('12', 302, 660),
    ];
    const next = [at('8', 5, 620), at('专利', 60, 620), at('54件', 150, 620), at('5', 305, 620), at('— 3 —', 300, 560)];
    expect(linesOf([...titles, ...row, ...next])).toEqual([
      '序号\t指标\t数据\t来源',
      '7\t技术合同成交额\t2025年：3.1亿元\t4、12',
      '8\t专利\t54件\t5',
      '— 3 —',
    ]);
    // Cells that are not as many as the titles are left as they stand.
    expect(linesOf([...titles, ...row.slice(0, 3), at('以上为主要指标', 0, 600)])).toEqual([
      '序号\t指标\t数据\t来源',
      '7',
      '技术合同',
      '成交额',
      '以上为主要指标',
    ]);
  });
});

describe('a document without text', () => {
  test.each<[string, Uint8Array, string, RegExp]>([
    ['an empty file', new Uint8Array(), 'a.txt', /空的/],
    ['blank text', bytes(' \n\t '), 'a.txt', /没有文字/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'a.png', /扫描件/],
    ['a workbook', makeZip([['xl/workbook.xml', bytes('<x/>')]]), 'a.xlsx', /电子表格/],
    ['a workbook under another name', makeZip([['xl/workbook.xml', bytes('<x/>')]]), '', /电子表格/],
    ['an old Word file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'a.doc', /docx/],
    ['an archive', makeZip([['a.txt', bytes('1家')]]), 'a.zip', /压缩包/],
    ['bytes that are no text', Uint8Array.from([0, 1, 2, 3, 0, 255, 254, 0]), 'a.txt', /不是文本/],
    ['a broken Word file', bytes('PK\u0003\u0004word/document.xml and no more'), 'a.docx', /损坏/],
    ['a broken PDF', bytes('%PDF-1.4 and no more'), 'a.pdf', /损坏|扫描件/],
    ['a PDF of pictures', makePdf(''), 'a.pdf', /扫描件/],
  ])('%s is refused', async (_name, file, name, message) => {
    await expect(documentText(file, name)).rejects.toThrow(message);
  });

  test('a bomb is not unpacked', async () => {
    const bomb = makeZip([['word/document.xml', new Uint8Array(1024)]], 4_000_000_000);
    await expect(documentText(bomb, 'a.docx')).rejects.toThrow(/压缩炸弹|损坏/);
  });

  test('deep nesting and endless tags cost no more than their length', () => {
    const started = performance.now();
    expect(htmlText('<div>'.repeat(100_000))).toBe('');
    expect(textOfWordXml('<w:p>'.repeat(100_000))).toBe('');
    expect(htmlText('<'.repeat(100_000)).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
