// What the head of a text tells of a report: its name among a site's furniture, the place of the office that speaks, the year.
import { describe, expect, test } from 'vitest';
import { guessHead } from './head-guess.ts';

describe('the head of a text', () => {
  test('a title line, the office and the year', () => {
    expect(guessHead('云汐市科学技术局\n2024年工作总结和2025年工作打算\n\n一、主要工作\n今年以来，……')).toEqual({
      title: '2024年工作总结和2025年工作打算',
      place: '云汐市',
      year: 2024,
    });
  });

  test('a site’s furniture comes first', () => {
    const head = '- 2021-04-12 发布 |\n- 37.5 KB |\n精编科技局上半年工作总结（一）\n今年以来，县科技局紧紧围绕';
    expect(guessHead(head).title).toBe('精编科技局上半年工作总结(一)');
  });

  test('a name that a site quotes stands for a title when no line is one', () => {
    const head = '《岚屿市科技局2022年工作总结.docx》由会员分享,可在线阅读,更多相关内容请搜索。\n1、一、科技创新工作情况';
    expect(guessHead(head)).toMatchObject({ title: '岚屿市科技局2022年工作总结', year: 2022 });
  });

  test('what the text hides stays open', () => {
    expect(guessHead('')).toEqual({ title: null, place: null, year: null });
    expect(guessHead('高企数量稳步增长。')).toEqual({ title: null, place: null, year: null });
  });
});
