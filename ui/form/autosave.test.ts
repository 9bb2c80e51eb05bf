// Nothing typed is lost: not while saving, not when the network goes, not when another window wrote first.
import { expect, test } from 'vitest';
import { type AutosaveEvent, type AutosaveState, autosave, isDirty, maySend, retryAfter, saveWords, settled, unsaved } from './autosave.ts';

const after = (...events: AutosaveEvent[]): AutosaveState => events.reduce(autosave, settled);
const sent = (patch: Record<string, unknown>): AutosaveEvent => ({ type: 'sent', patch });
const typed = (key: string, value: unknown): AutosaveEvent => ({ type: 'changed', key, value });

test('what is typed while a save is on its way waits for the next one', () => {
  const state = after(typed('staff', 20), sent({ staff: 20 }), typed('staff', 21), { type: 'saved', at: '10:32' });
  expect(state.waiting).toEqual({ staff: 21 });
  expect(isDirty(state)).toBe(true);
  expect(saveWords(state).text).toBe('保存中…');
});

test('a lost network keeps everything, the newest answer first', () => {
  const state = after(typed('staff', 20), typed('name', '甲'), sent({ staff: 20, name: '甲' }), typed('staff', 21), {
    type: 'failed',
    kind: 'lost',
    message: '',
  });
  expect(unsaved(state)).toEqual({ name: '甲', staff: 21 });
  expect(saveWords(state).text).toContain('网络已断开');
});

test('an answer taken away is sent as null, not forgotten', () => {
  expect(after(typed('staff', undefined)).waiting).toEqual({ staff: null });
});

test('after a successful save the time is told', () => {
  const state = after(typed('staff', 20), sent({ staff: 20 }), { type: 'saved', at: '10:32' });
  expect(isDirty(state)).toBe(false);
  expect(saveWords(state)).toEqual({ tone: 'good', text: '已保存 10:32' });
});

test('a write in another window is said, and what was typed here is kept', () => {
  const state = after(typed('staff', 20), sent({ staff: 20 }), { type: 'failed', kind: 'stale', message: '' });
  expect(saveWords(state).tone).toBe('bad');
  expect(unsaved(state)).toEqual({ staff: 20 });
});

test('a copy from this computer does not overwrite what was typed since', () => {
  expect(after(typed('staff', 21), { type: 'restored', patch: { staff: 20, name: '甲' } }).waiting).toEqual({ staff: 21, name: '甲' });
});

test('tries come further apart, never more than half a minute', () => {
  expect([1, 2, 3, 4, 5, 9].map(retryAfter)).toEqual([3000, 6000, 12_000, 24_000, 30_000, 30_000]);
});

test('an answer typed between choosing what to send and sending it is not lost', () => {
  const state = after(typed('staff', 20), typed('staff', 21), sent({ staff: 20 }), { type: 'saved', at: '10:32' });
  expect(state.waiting).toEqual({ staff: 21 });
});

test('what the server refuses is not sent again until it is changed', () => {
  const refused = after(typed('staff', -1), sent({ staff: -1 }), { type: 'failed', kind: 'refused', message: '职工总数不能小于 1' });
  expect([maySend(refused), saveWords(refused).text]).toEqual([false, '未保存：职工总数不能小于 1']);
  expect(maySend(autosave(refused, typed('staff', 20)))).toBe(true);
});

test('after a write elsewhere or an ended session nothing is sent by itself, after a lost network it is', () => {
  const failed = (kind: 'lost' | 'signed-out' | 'stale') =>
    after(typed('staff', 20), sent({ staff: 20 }), { type: 'failed', kind, message: '' });
  expect([maySend(failed('stale')), maySend(failed('lost')), maySend(failed('signed-out')), maySend(settled)]).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(saveWords(failed('signed-out')).text).toContain('重新登录后自动保存');
});
