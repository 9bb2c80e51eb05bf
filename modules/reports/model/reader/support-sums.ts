// Names the sums that a rule gives to whoever comes under it: 对首次认定的企业奖励10万元, 对国家级、省级平台分别奖励100万元、20万元.
import type { Frame } from './frames.ts';
import { listedThings } from './listed-things.ts';
import { nameIn } from './phrases.ts';
import { type Named, subjectOf } from './subjects.ts';

const GIVES = '奖励|补助|补贴|资助|奖补';
const ENDS = new RegExp(`(?:${GIVES})$`);
const GIVEN_TO = new RegExp(
  `(?:^|[，；])对(?:于)?([^，。；\\d]{3,30}?)(?:的)?[，]?(?:分别|依次|各|每[家个项人户]|一次性|给予|再|另|最高|不超过|按[^，。；\\d]{2,12}?)*(${GIVES})$`,
);

/** The name of a sum by whom it is given to; null where no rule gives it. */
export function givenByRule(frame: Frame, first: Frame, position: number, size: number): Named | null {
  if (frame.amount.unit?.class !== 'money' || !ENDS.test(first.left)) return null;
  const found = GIVEN_TO.exec(first.before);
  if (!found?.[1] || !found[2]) return null;
  const whom = (size > 1 ? listedThings(found[1], size)?.[position] : undefined) ?? (found[1].length <= 14 ? found[1] : nameIn(found[1]));
  if (whom.length < 2) return null;
  const name = whom + found[2];
  return { name, subject: subjectOf(name, name), own: true };
}
