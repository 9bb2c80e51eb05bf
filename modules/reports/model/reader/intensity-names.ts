// Names the intensity of research, with what its text sets the spending against.
import { briefRd } from './phrases.ts';

/** 研发投入占生产总值的比重, 与地区生产总值之比: one intensity, and in brackets how the text says it. */
export function intensityName(left: string): string {
  const spoken = /((?:研究与[试实]验发展|R&D)[^，占]{0,10}占.{2,14}(?:比重|比例|之比))/.exec(
    briefRd(left.replace(/[()（）]/g, '')).replace('R&DR&D', 'R&D'),
  )?.[1];
  if (spoken) return `研发投入强度(${spoken.replace(/的(?=比重|比例)/, '')})`;
  if (/(?:研究与[试实]验发展|R&D).*强度/.test(left)) return '研发(R&D)经费投入强度';
  const output = /占(?:全[省市县区国])?(?:的)?(GDP|(?:地区|国内)?生产总值)/.exec(left)?.[1];
  const against = /与((?:国内|地区)生产总值)[^，]{0,6}之比/.exec(left)?.[1];
  if (against) return `R&D经费投入强度(${left.includes('强度') ? 'R&D/GDP' : '与地区生产总值之比'})`;

  return output ? `${output === 'GDP' ? 'R&D经费投入强度' : '研发投入强度'}(占${output}比重)` : '研发投入强度(R&D/GDP)';
}
