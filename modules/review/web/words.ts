// Words and colours that the pages of review share.
import type { Tone } from '#ui/page/status.tsx';
import { disciplines } from '#vocabularies/disciplines/disciplines.ts';
import { regionShortName } from '#vocabularies/regions/regions.ts';
import { findTerm } from '#vocabularies/vocabulary.ts';
import { standings, tieKinds, titleLevels } from '../model/expert.ts';

const nameIn = (names: Readonly<Record<string, string>>, key: string): string => names[key] ?? key;

export const levelName = (level: string): string => nameIn(titleLevels, level);
export const standingName = (standing: string): string => nameIn(standings, standing);
export const tieName = (kind: string): string => nameIn(tieKinds, kind);
export const placeName = (region: string): string => (region === '000000' ? '外地' : regionShortName(region));
export const disciplineName = (code: string): string => findTerm(disciplines, code)?.name ?? code;
export const disciplineOptions = disciplines.items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));

export const panelStatus: Readonly<Record<string, readonly [Tone, string]>> = {
  drawn: ['warn', '待通知'],
  open: ['wait', '评分中'],
  concluded: ['good', '已汇总'],
  cancelled: ['off', '已取消'],
};

export const sheetStatus: Readonly<Record<string, readonly [Tone, string]>> = {
  open: ['wait', '待评分'],
  submitted: ['good', '已提交'],
  withdrawn: ['off', '已退出'],
};

/** Time left until the sheets are due, as the expert reads it. */
export function leftWords(dueAt: string, now: Date): { readonly tone: Tone; readonly words: string } {
  const hours = Math.floor((Date.parse(dueAt) - now.getTime()) / 3_600_000);
  if (hours < 0) return { tone: 'bad', words: '已过截止时间' };
  if (hours < 24) return { tone: 'warn', words: hours < 1 ? '不足 1 小时' : `还有 ${hours} 小时` };
  return { tone: 'wait', words: `还有 ${Math.floor(hours / 24)} 天` };
}
