// Saving as one types: what is not yet saved, what is on its way, and what to say about it. Pure, so that it can be tested without time.

export type Patch = Readonly<Record<string, unknown>>;

export interface Failure {
  readonly kind: 'lost' | 'signed-out' | 'stale' | 'refused';
  readonly message: string;
}

export interface AutosaveState {
  /** Changes not yet sent; null means the answer was taken away. */
  readonly waiting: Patch;
  /** Changes on their way to the server. */
  readonly sent: Patch | null;
  readonly savedAt: string | null;
  readonly failure: Failure | null;
}

export type AutosaveEvent =
  | { readonly type: 'changed'; readonly key: string; readonly value: unknown }
  | { readonly type: 'sent'; readonly patch: Patch }
  | { readonly type: 'saved'; readonly at: string }
  | ({ readonly type: 'failed' } & Failure)
  | { readonly type: 'restored'; readonly patch: Patch };

export const settled: AutosaveState = { waiting: {}, sent: null, savedAt: null, failure: null };

function without(waiting: Patch, sent: Patch): Patch {
  return Object.fromEntries(Object.entries(waiting).filter(([key, value]) => !(key in sent) || sent[key] !== value));
}

export function autosave(state: AutosaveState, event: AutosaveEvent): AutosaveState {
  switch (event.type) {
    case 'changed':
      return {
        ...state,
        waiting: { ...state.waiting, [event.key]: event.value === undefined ? null : event.value },
        // What the server refused may be mended by this change: try again.
        failure: state.failure?.kind === 'refused' ? null : state.failure,
      };
    case 'sent':
      // Only what really went is taken off: an answer typed in between stays and is sent next.
      return { ...state, sent: event.patch, waiting: without(state.waiting, event.patch), failure: null };
    case 'saved':
      return { ...state, sent: null, savedAt: event.at, failure: null };
    case 'failed':
      // What failed waits again; what was typed meanwhile is newer and wins.
      return { ...state, waiting: { ...state.sent, ...state.waiting }, sent: null, failure: { kind: event.kind, message: event.message } };
    case 'restored':
      return { ...state, waiting: { ...event.patch, ...state.waiting } };
  }
}

export function isDirty(state: AutosaveState): boolean {
  return state.sent !== null || Object.keys(state.waiting).length > 0;
}

/** Everything the server does not have yet, for the copy kept on this computer. */
export function unsaved(state: AutosaveState): Patch {
  return { ...state.sent, ...state.waiting };
}

/** Whether to send by itself: a refusal waits for a change, an ended session for signing in, a write elsewhere for a person. */
export function maySend({ waiting, sent, failure }: AutosaveState): boolean {
  return Object.keys(waiting).length > 0 && sent === null && (failure === null || failure.kind === 'lost');
}

export interface SaveWords {
  readonly tone: 'plain' | 'good' | 'warn' | 'bad';
  readonly text: string;
}

/** `已保存 10:32`, `保存中`, `未保存，网络已断开`. */
export function saveWords(state: AutosaveState): SaveWords {
  if (state.failure?.kind === 'lost') return { tone: 'warn', text: '未保存，网络已断开；内容已留在本机，恢复后自动保存' };
  if (state.failure?.kind === 'signed-out') return { tone: 'warn', text: '未保存，登录已失效；内容已留在本机，重新登录后自动保存' };
  if (state.failure?.kind === 'stale') return { tone: 'bad', text: '未保存，此表已在别处被修改；请刷新后核对，您填写的内容已留在本机' };
  if (state.failure) return { tone: 'bad', text: `未保存：${state.failure.message}` };
  if (isDirty(state)) return { tone: 'plain', text: '保存中…' };
  return state.savedAt === null ? { tone: 'plain', text: '自动保存' } : { tone: 'good', text: `已保存 ${state.savedAt}` };
}

/** How long to wait before trying again after the nth loss of the network: 3, 6, 12, then 30 seconds. */
export function retryAfter(losses: number): number {
  return Math.min(30_000, 3_000 * 2 ** Math.max(0, losses - 1));
}
