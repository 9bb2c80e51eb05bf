// Notices what a point or paragraph is about, for figures whose own words do not say it.
import type { ReportContext } from './context.ts';
import { indicatorWithin } from './lexicon/indicators.ts';
import { withoutDates } from './phrases.ts';
import type { Sentence } from './sentences.ts';

const EVENT =
  /(?:举办|承办|组织|实施|推进|开展|启动|成立|设立|办好|建设|建立|打造|依托)(?:了|好)?([一-龥A-Za-z]{0,20}?(?:大赛|论坛|路演|博览会|交易会|对接会|洽谈会|峰会|联盟|行动|计划|信息库|专家库|攻关专项))/;
const POINT =
  /^(?:是)?(?:进一步|加快|着力|大力|积极|持续|扎实|全力)*(?:推进|推动|实施|开展|建设|打造|强化|加强|深化|培育|壮大|提升|优化|完善|抓好|做好|注重|加大|成立|落实|发展|构建|促进|举办|办好)?(?:了)?([一-龥A-Za-z]{2,16}?)(?:建设|发展|工作|培育|力度|管理|提质|不断|持续|更加|明显|成效|体系|水平|$)/;

/** A numbered point says first what it is about; an event or a programme stays the topic of what follows. */
export function noteTopic(sentence: Sentence, context: ReportContext): void {
  const plain = withoutDates(sentence.text.slice(0, 90)).replace(
    /[(（][^()（）]*[)）]|[“”《》]|第[一二三四五六七八九十\d]+届|首届|中国|全国|全省|全市/g,
    '',
  );
  const event = EVENT.exec(plain);
  if (event?.[1] && event[1].length > 3) {
    context.topic = event[1].replace(/^.*[省市县区](?=.{4})/, '');
    return;
  }
  if (sentence.enumerator === '' || sentence.amounts.length > 0 || plain.length > 30) return;
  const entry = indicatorWithin(plain);
  context.topic = entry ? entry.name.replace(/总数$/, '') : (POINT.exec(plain)?.[1] ?? '');
  if (context.topic.length < 4) context.topic = '';
}

export function noteMention(sentence: Sentence, context: ReportContext): void {
  const entry = indicatorWithin(sentence.text);
  if (entry) context.mention = entry.name.replace(/总数$/, '');
}
