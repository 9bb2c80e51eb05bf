// Reads numbers that the one spoken of is only held against: 低于营业收入(24%), 比全省(16%)高, 上年138件, 与2018年的312家相比.
import type { Frame } from './frames.ts';
import type { Sort } from './kinds.ts';
import type { Told } from './place-lists.ts';
import type { Read } from './respectively.ts';
import type { Named } from './subjects.ts';

const SET_AGAINST = /(?:高于|低于|高出|快于|慢于|超过)([一-龥A-Za-z&]{2,16})[(（]$/;
const ELSEWHERE = /(?:比|较|高于|低于|高出|快于|慢于|超过)(?:全国|全省|全市|全区|全州|国家|省|市)(?:平均水平|平均|水平)?[(（]$/;
const EARLIER = /^[，、(（]?(?:与|比|较)?(?:上年|去年|前年|上一年|前一年|(?:19|20)\d\d年)(?:同期|末|底)?的?(?:仅|只)?(?:为|是|有)?$/;
const PASSED_LAST = /^[，、]?(?:已经?|就)*(?:超过|超出|超|多于|接近|低于|不及|少于)(?:了)?(?:去年|上年)(?:全年|同期)?的$/;
export const AGAINST_AIM = /^[，、]?(?:较|比|距离?|离|与)(?:年度|全年|考核|规划|上级|[省市县区][委里])?(?:目标|要求)(?:值|任务)?的?$/;
const OPENS_WITH_BASE = /^(?:与|比|较|相比于?|相对于)(?:上年|去年|前年|(?:19|20)\d\d年)(?:同期|末|底)?的$/;
const RATES = /^(?:ratio|share|yoy_growth)$/;
const GOES_ON = /^(?:$|相比|净?增|提高|提升|上升|下降|减少|扩大|发展|跃升|多|少)/;

/** What a number that is only held against the one spoken of says: its sort and its name. */
export type Held = { readonly named: Named; readonly sorted: Sort | null };

/** 低于营业收入(24%), 比全省(16%)高, 上年138件: of the other thing, of the same elsewhere, of the same a year before. */
export function heldAgainst(frame: Frame, reads: readonly Read[], told: Told | undefined): Held | null {
  const previous = reads.at(-1);
  // 2037家，增长18%；与上年的1718家相比: what the part before counted.
  if (told && OPENS_WITH_BASE.test(frame.before) && GOES_ON.test(frame.after))
    return { named: { ...told.named, own: false }, sorted: told.sorted };
  if (!previous) return null;
  const passed = /^(?:level|ratio|share)$/.test(previous.sorted.kind) && previous.frame.amount.unit?.class === frame.amount.unit?.class;
  // 入库318家，已经超过去年全年的305家: last year's of the same.
  // 覆盖率61.8%，较目标值65%低3.2个百分点: the aim for it.
  if (passed && (PASSED_LAST.test(frame.left) || AGAINST_AIM.test(frame.left)))
    return { named: { ...previous.named, own: false }, sorted: previous.sorted };
  const alike = previous.frame.amount.unit?.class === frame.amount.unit?.class && previous.frame.amount.form === frame.amount.form;
  if (alike && EARLIER.test(frame.left) && GOES_ON.test(frame.after) && /^(?:level|ratio|share)$/.test(previous.sorted.kind))
    return { named: { ...previous.named, own: false }, sorted: previous.sorted };
  if (!frame.inside || frame.left !== '' || frame.amount.unit?.class !== 'percent') return null;
  const rate = ELSEWHERE.test(frame.before) ? reads.findLast(({ sorted }) => RATES.test(sorted.kind)) : undefined;
  if (rate) return { named: { ...rate.named, own: false }, sorted: rate.sorted };
  const thing = SET_AGAINST.exec(frame.before)?.[1];
  if (!thing || /平均|水平|同期|目标/.test(thing)) return null;
  const own = reads.findLast(({ frame: { amount } }) => amount.unit?.class === 'percent');
  const grows = /增[速幅长]/.test(thing) || own?.sorted.kind === 'yoy_growth';
  const name = thing.replace(/(?:增速|增幅|增长)?$/, grows ? '增速' : '');
  // The sentence goes on to speak of its own growth.
  const named = { name, subject: previous.named.subject, own: false };
  return { named, sorted: grows ? { kind: 'yoy_growth', measure: 'rate', falls: false } : null };
}
