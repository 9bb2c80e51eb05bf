// The page shows the text as it is, with each number marked and its reading on hover.
import { expect, test } from 'vitest';
import { markedPage } from './marked-page.ts';
import { read } from './reading-cases.ts';

const page = (text: string) => [...markedPage(text, read(text))].join('');

test('each number is marked once, with its reading as a note', () => {
  const html = page('全市登记技术合同142项，成交额6.8亿元，增长52.7%。');
  expect(html.match(/<mark /g)).toHaveLength(3);
  expect(html).toContain('指标：技术合同登记数&#10;值：142项');
  expect(html).toContain('>6.8亿元</mark>');
});

test('nothing of the text is taken for markup, and nothing of it is lost', () => {
  const text = '<script>alert(1)</script> & "高企"新增5家 \u{1f600}';
  const html = page(text);
  expect(html).not.toContain('<script>');
  const shown = html
    .slice(html.indexOf('<body>') + 6, html.indexOf('</body>'))
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  expect(shown).toBe(text);
});
