// Stage `board`: what a case offers is published to anyone until a closing day; then the office says whether somebody took it up.
import { addDays } from '../declare/calendar.ts';
import { defineForm, f, page } from '../declare/form.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import { type CallParameter, parameterValue } from '../declare/parameter.ts';
import { type CaseState, lastMove } from './case-state.ts';
import { noteRecord, refusalRecord } from './records.ts';
import type { StageBase, StageKind, Today } from './stage.ts';

export interface BoardStage extends StageBase {
  readonly kind: 'board';
  /** Fewest calendar days between publication and closing day. */
  readonly minDays: CallParameter;
  /** Keys of the answers that anyone may read; the first is the headline. */
  readonly shows: readonly string[];
}

export function board(options: {
  id?: string;
  name?: string;
  by: OfficeKind;
  minDays: CallParameter;
  shows: readonly [string, ...string[]];
}): BoardStage {
  const { id = 'board', name = '发榜', by, minDays, shows } = options;
  return { kind: 'board', id, name, by: [by], minDays, shows };
}

const closesOn = f.date('揭榜截止日', { help: '截至当日 24:00，以服务器时间为准' });
const publishRecord = defineForm(
  page('发榜', { closesOn, document: f.text('发榜文号', { optional: true, help: '例如：澜科发〔2026〕12号' }) }),
);
const prolongRecord = defineForm(page('延长揭榜期', { closesOn, note: f.longText('延长理由') }));

export interface BoardWindow {
  readonly opensOn: string;
  /** Last day on which it is open, to its end. */
  readonly closesOn: string;
}

/** The window that was published, with the last prolongation; null before. */
export function boardWindow({ id }: Pick<BoardStage, 'id'>, state: CaseState): BoardWindow | null {
  const published = lastMove(state, id, 'publish');
  if (published === undefined) return null;
  const last = lastMove(state, id, 'prolong') ?? published;
  return { opensOn: published.day, closesOn: String(last.data.closesOn) };
}

/** Whether the board takes bids on a day of the server's clock. */
export function isBoardOpen(stage: Pick<BoardStage, 'id'>, state: CaseState, day: string): boolean {
  const window = boardWindow(stage, state);
  return state.status === 'open' && state.stage === stage.id && window !== null && !isClosed(stage, state) && day <= window.closesOn;
}

const isClosed = ({ id }: Pick<BoardStage, 'id'>, state: CaseState): boolean => lastMove(state, id, 'close') !== undefined;

function whyNotBefore(stage: BoardStage, verb: string, state: CaseState, { day }: Today): string | null {
  const window = boardWindow(stage, state);
  if (verb === 'publish') return window === null ? null : '已经发榜';
  if (window === null) return '尚未发榜';
  const hasClosed = isClosed(stage, state);
  switch (verb) {
    case 'prolong':
      return hasClosed ? '揭榜已经截止' : null;
    case 'close':
      return hasClosed ? '揭榜已经截止' : day <= window.closesOn ? `揭榜期至 ${window.closesOn} 24:00，尚未届满` : null;
    default:
      return hasClosed ? null : `揭榜期至 ${window.closesOn} 24:00，截止后才能登记结果`;
  }
}

/** The earliest closing day that the window may have. */
function earliestClose(stage: BoardStage, state: CaseState, today: Today): string {
  const from = boardWindow(stage, state)?.opensOn ?? today.day;
  return addDays(from, Number(parameterValue(stage.minDays, today)));
}

export const boardKind: StageKind<BoardStage> = {
  moves: (stage) => [
    {
      verb: 'publish',
      label: '发榜',
      by: stage.by,
      records: publishRecord,
      consequence: '榜单向社会公开，至截止日 24:00 任何单位和团队都可以揭榜。',
    },
    {
      verb: 'prolong',
      label: '延长揭榜期',
      by: stage.by,
      records: prolongRecord,
      consequence: '揭榜截止日后移，已提交的揭榜申请不受影响。',
    },
    {
      verb: 'close',
      label: '揭榜截止',
      by: [...stage.by, 'system'],
      records: defineForm(),
      consequence: '不再接受揭榜，已提交的揭榜申请继续评榜。',
    },
    {
      verb: 'match',
      label: '登记揭榜成功',
      by: stage.by,
      records: noteRecord,
      consequence: '榜单已有揭榜方，需求办结；揭榜申请各自继续办理。',
    },
    { verb: 'fail', label: '登记流榜', by: stage.by, records: refusalRecord, grave: true },
    { verb: 'call-off', label: '撤榜', by: stage.by, records: refusalRecord, grave: true },
  ],
  waitsFor(stage, state) {
    const window = boardWindow(stage, state);
    const office = stage.by.map(officeName).join('或');
    if (window === null) return `等待${office}发榜`;
    return isClosed(stage, state) ? `揭榜已截止，等待${office}登记结果` : `揭榜中，${window.closesOn} 24:00 截止`;
  },
  pending: (stage, state) => (boardWindow(stage, state) === null || isClosed(stage, state) ? stage.by : []),
  until: (stage, state) => (isClosed(stage, state) ? null : (boardWindow(stage, state)?.closesOn ?? null)),
  whyNot: (stage, move, state, _actor, today) => (move.verb === 'call-off' ? null : whyNotBefore(stage, move.verb, state, today)),
  refuses(stage, move, state, data, today) {
    if (move.verb !== 'publish' && move.verb !== 'prolong') return null;
    const chosen = String(data.closesOn);
    const window = boardWindow(stage, state);
    if (window !== null && chosen <= window.closesOn) return `新的截止日须晚于 ${window.closesOn}`;
    const earliest = earliestClose(stage, state, today);
    return chosen < earliest ? `揭榜期不少于 ${parameterValue(stage.minDays, today)} 天，截止日应不早于 ${earliest}` : null;
  },
  binds: (stage, state) => (boardWindow(stage, state) === null ? null : '榜单已经发布，如需撤回请联系科技部门撤榜'),
  outcome(_stage, _state, event) {
    if (event.verb === 'match') return { to: 'next' };
    return event.verb === 'fail' || event.verb === 'call-off' ? { to: 'end', as: 'refused' } : { to: 'stay' };
  },
  parameters: (stage) => [stage.minDays],
};
