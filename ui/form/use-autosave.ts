// Runs the saving: after a pause in typing, again when the network or the session is back, with a copy on this computer meanwhile.
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { ApiError } from '../api-error.ts';
import { formatClock } from '../format.ts';
import { sessionEvents } from '../session-events.ts';
import {
  type AutosaveEvent,
  type AutosaveState,
  autosave,
  type Failure,
  isDirty,
  maySend,
  type Patch,
  retryAfter,
  settled,
  unsaved,
} from './autosave.ts';

const PAUSE = 800;

export interface Autosave {
  readonly state: AutosaveState;
  /** What was typed here on an earlier visit and never reached the server, until it is decided about. */
  readonly kept: Patch | null;
  change(key: string, value: unknown): void;
  restoreKept(): void;
  dropKept(): void;
  /** Saves now what waits; true when the server has everything. */
  flush(): Promise<boolean>;
}

const storeKey = (name: string) => `kechuang.draft.${name}`;

function readDraft(name: string): Patch | null {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(storeKey(name)) ?? 'null');
    return typeof parsed === 'object' && parsed !== null && Object.keys(parsed).length > 0 ? (parsed as Patch) : null;
  } catch {
    return null;
  }
}

function writeDraft(name: string, patch: Patch): void {
  try {
    if (Object.keys(patch).length === 0) localStorage.removeItem(storeKey(name));
    else localStorage.setItem(storeKey(name), JSON.stringify(patch));
  } catch {
    // A full store only means no copy here; the words beside the title still say what is unsaved.
  }
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof ApiError)) return { kind: 'refused', message: '保存时出现意外情况，请刷新后再试' };
  const { message } = error;
  if (error.isLost) return { kind: 'lost', message };
  return { kind: error.status === 401 ? 'signed-out' : error.status === 409 ? 'stale' : 'refused', message };
}

type Dispatch = (event: AutosaveEvent) => void;
type Latest = { readonly current: { readonly state: AutosaveState; readonly save: (patch: Patch) => Promise<void> } };

/** One save at a time: a second waits for the first and takes what has come since. */
function useFlush(latest: Latest, dispatch: Dispatch) {
  const losses = useRef(0);
  const running = useRef<Promise<boolean> | null>(null);
  const send = useCallback(async (): Promise<boolean> => {
    const { waiting } = latest.current.state;
    if (Object.keys(waiting).length === 0) return true;
    dispatch({ type: 'sent', patch: waiting });
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
  }, [latest, dispatch]);
  const flush = useCallback(async (): Promise<boolean> => {
    while (running.current) await running.current;
    running.current = send();
    const done = await running.current;
    running.current = null;
    return done;
  }, [send]);
  return { flush, losses };
}

/** Tries again when the network or the session is back, and asks before leaving what is unsaved. */
function useReturn(latest: Latest, flush: () => Promise<boolean>): void {
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
  }, [latest, flush]);
}

export function useAutosave(name: string, save: (patch: Patch) => Promise<void>): Autosave {
  const [state, dispatch] = useReducer(autosave, settled);
  const latest = useRef({ state, save });
  latest.current = { state, save };
  const { flush, losses } = useFlush(latest, dispatch);
  useReturn(latest, flush);
  const [kept, setKept] = useState(() => readDraft(name));
  useEffect(() => writeDraft(name, { ...kept, ...unsaved(state) }), [name, kept, state]);
  useEffect(() => {
    if (!maySend(state)) return;
    const timer = window.setTimeout(() => void flush(), state.failure ? retryAfter(losses.current) : PAUSE);
    return () => window.clearTimeout(timer);
  }, [state, flush, losses]);
  return {
    state,
    kept,
    change: (key, value) => dispatch({ type: 'changed', key, value }),
    restoreKept: () => {
      if (kept) dispatch({ type: 'restored', patch: kept });
      setKept(null);
    },
    dropKept: () => setKept(null),
    flush,
  };
}
