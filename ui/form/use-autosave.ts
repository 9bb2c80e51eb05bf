// Runs the saving: after a pause in typing, again when the network or the session is back, with a copy on this computer meanwhile.
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { ApiError } from '../api-error.ts';
import { formatClock } from '../format.ts';
import { sessionEvents } from '../session-events.ts';
import { type AutosaveState, autosave, isDirty, type Patch, retryAfter, settled, unsaved } from './autosave.ts';

const PAUSE = 800;

export interface Autosave {
  readonly state: AutosaveState;
  change(key: string, value: unknown): void;
  restore(patch: Patch): void;
  /** Saves now what waits; true when the server has everything. */
  flush(): Promise<boolean>;
}

const storeKey = (name: string) => `kechuang.draft.${name}`;

/** What was typed here and never reached the server, from an earlier visit. */
export function keptDraft(name: string): Patch | null {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(storeKey(name)) ?? 'null');
    return typeof parsed === 'object' && parsed !== null && Object.keys(parsed).length > 0 ? (parsed as Patch) : null;
  } catch {
    return null;
  }
}

export function dropDraft(name: string): void {
  localStorage.removeItem(storeKey(name));
}

function keepDraft(name: string, state: AutosaveState): void {
  if (!isDirty(state)) dropDraft(name);
  else {
    try {
      localStorage.setItem(storeKey(name), JSON.stringify(unsaved(state)));
    } catch {
      // A full store only means no copy here; the words beside the title still say what is unsaved.
    }
  }
}

function failureOf(error: unknown): { kind: 'lost' | 'stale' | 'refused'; message: string } {
  if (error instanceof ApiError) {
    if (error.isLost || error.status === 401) return { kind: 'lost', message: error.message };
    return { kind: error.status === 409 ? 'stale' : 'refused', message: error.message };
  }
  return { kind: 'refused', message: '保存时出现意外情况，请刷新后再试' };
}

export function useAutosave(name: string, save: (patch: Patch) => Promise<void>): Autosave {
  const [state, dispatch] = useReducer(autosave, settled);
  const latest = useRef({ state, save });
  latest.current = { state, save };
  const losses = useRef(0);
  const running = useRef<Promise<boolean> | null>(null);

  const send = useCallback(async (): Promise<boolean> => {
    const { waiting } = latest.current.state;
    if (Object.keys(waiting).length === 0) return true;
    dispatch({ type: 'sent' });
    try {
      await latest.current.save(waiting);
      losses.current = 0;
      dispatch({ type: 'saved', at: formatClock(new Date()) });
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'lost') losses.current += 1;
      dispatch({ type: 'failed', ...failure });
      return false;
    }
  }, []);

  /** One save at a time: a second waits for the first and takes what has come since. */
  const flush = useCallback(async (): Promise<boolean> => {
    while (running.current) await running.current;
    running.current = send();
    const done = await running.current;
    running.current = null;
    return done;
  }, [send]);

  useEffect(() => keepDraft(name, state), [name, state]);

  useEffect(() => {
    if (Object.keys(state.waiting).length === 0 || state.failure?.kind === 'stale' || state.sent !== null) return;
    const timer = window.setTimeout(() => void flush(), state.failure?.kind === 'lost' ? retryAfter(losses.current) : PAUSE);
    return () => window.clearTimeout(timer);
  }, [state, flush]);

  useEffect(() => {
    const again = () => void flush();
    const leave = (event: BeforeUnloadEvent) => {
      if (isDirty(latest.current.state)) event.preventDefault();
    };
    window.addEventListener('online', again);
    window.addEventListener('beforeunload', leave);
    const off = sessionEvents.onBack(again);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('beforeunload', leave);
      off();
    };
  }, [flush]);

  return {
    state,
    change: (key, value) => dispatch({ type: 'changed', key, value }),
    restore: (patch) => dispatch({ type: 'restored', patch }),
    flush,
  };
}
