// Works out what the lines above a table say it is about: 各市吸纳技术合同情况, 附：分县（市、区）研发经费.
import { indicatorWithin } from './lexicon/indicators.ts';
import { withoutNotes } from './table-titles.ts';

/** 附表1：, 附件2-1, 【表】: the mark of a table. */
const MARK = /^(?:【[^】]{1,4}】|(?:附?表|附件)\s*[\d一二三四五六七八九十]*[-.、:：\d]*|附[:：])/;
const PLACES = '各[县市区州盟旗]+|分[县市区]+|各地区?(?!方)|分地区|部分(?:地区|[县市区州盟旗]+)|主要(?:地区|城市)';
const BEFORE = `(?:[一-龥]{2,4}[省市县区])?(?:${PLACES}|全[省市县区]|我[省市县区]|县区|主要)*`;
const AFTER = '(?:主要)?(?:目标任务|任务|目标)?(?:完成|进展|发展|分布|增长|排名)?(?:情况|统计|一览|明细|汇总|分解|排名|表)+';
const ABOUT = new RegExp(`^${BEFORE}([一-龥A-Za-z&]{2,14}?)${AFTER}$`);
/** 各县区研发经费: the measure of each of them, with no word that calls it a table. */
const OF_EACH = new RegExp(`^(?:[一-龥]{2,4}[省市县区])?(?:${PLACES})([一-龥A-Za-z&]{3,14})$`);
const SAYS_NOTHING = /^(?:主要|指标|经济|科技|工作|基本|各项|科技创新)*(?:指标|数据|工作|经济|科技|基本)$/;

/** What the table is about, by the last line of its caption that says so. */
export function aboutOf(caption: string): string {
  const line =
    caption
      .split('\n')
      .map((text) => text.replace(/[(（]?(?:计量)?单位[:：].*$/, ''))
      .findLast((text) => /[一-龥]{4}/.test(text)) ?? '';
  const words = withoutNotes(line.replace(MARK, ''))
    .replace(/^[上下]半年|^截至/, '')
    .replace(/的(?=情况)/, '');
  const about = ABOUT.exec(words)?.[1];
  if (about !== undefined) return SAYS_NOTHING.test(about) ? '' : about;
  const each = OF_EACH.exec(words)?.[1] ?? '';
  return indicatorWithin(each) ? each : '';
}

/** 研发经费 in a table that its caption calls 研究与试验发展(R&D)经费: in the words of the caption. */
export const inFullWords = (title: string, caption: string): string =>
  /研究与[试实]验发展/.test(caption) ? title.replace(/^(?:R&D|研发)(?=经费|投入|支出)/, '研究与试验发展(R&D)') : title;
