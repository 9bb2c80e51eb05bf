// How well names, kinds and statuses agree with those a careful person gives, over many passages of our own.
import { describe, expect, test } from 'vitest';
import { likeness } from '#testing/eval-reader/score.ts';
import { COMMUNIQUES } from './naming-cases/communiques.ts';
import { WORK_REPORTS } from './naming-cases/work-reports.ts';
import { read } from './reading-cases.ts';

type Wanted = { raw: string; name: string; kind: string; status: string };

function casesOf(source: string): { text: string; figures: Wanted[] }[] {
  const lines = source.trim().split('\n');
  return lines.flatMap((line, at) => {
    if (!line.startsWith('>')) return [];
    let begin = at;
    while (begin > 0 && !lines[begin - 1]?.startsWith('>')) begin--;
    const figures = line
      .slice(2)
      .split(' | ')
      .map((figure) => {
        const [raw = '', name = '', kind = 'level', status = 'actual'] = figure.split(' ');
        return { raw, name, kind, status };
      });
    return [{ text: lines.slice(begin, at).join('\n'), figures }];
  });
}

/** The shares of right names and of right kinds and statuses, and what was wrong. */
function measured(source: string) {
  const wrong: string[] = [];
  const count = { figures: 0, names: 0, kinds: 0 };
  for (const { text, figures } of casesOf(source)) {
    const readings = read(text);
    expect(readings.length, text).toBe(figures.length);
    figures.forEach(({ raw, name, kind, status }, at) => {
      const reading = readings[at];
      const named = likeness(reading?.indicator ?? '', name) >= 0.5;
      count.figures += 1;
      count.names += named ? 1 : 0;
      count.kinds += kind === '~' || (reading?.kind === kind && reading.status === status) ? 1 : 0;
      if (!named) wrong.push(`${raw} ${name} ← ${reading?.indicator}`);
    });
  }
  return { names: count.names / count.figures, kinds: count.kinds / count.figures, wrong };
}

describe('of the figures in passages of other places', () => {
  for (const [what, source] of [
    ['work reports', WORK_REPORTS],
    ['statistical communiqués', COMMUNIQUES],
  ] as const)
    test(`in ${what} all are found and more than nine names of ten are right`, () => {
      const { names, kinds, wrong } = measured(source);
      expect(names, wrong.join('\n')).toBeGreaterThan(0.92);
      expect(kinds).toBeGreaterThan(0.98);
    });
});
