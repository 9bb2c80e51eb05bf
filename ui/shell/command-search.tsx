// The one search box (Ctrl-K): asks every source at once, groups what comes back, and is worked by keyboard alone.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useGo } from '../link.tsx';
import { askSources, type FoundGroup, type SearchHit, type SearchSource, stepIn } from './search-sources.ts';
import './search.css';

export type { SearchHit, SearchSource } from './search-sources.ts';

interface Found {
  readonly text: string;
  readonly groups: readonly FoundGroup[];
  readonly isBusy: boolean;
}

const NOTHING: Found = { text: '', groups: [], isBusy: false };

/** Waits for a short pause in typing, then asks; an answer to an older text is thrown away. */
function useFound(sources: readonly SearchSource[], text: string): Found {
  const [found, setFound] = useState<Found>(NOTHING);
  useEffect(() => {
    const asked = text.trim();
    if (asked === '') {
      setFound(NOTHING);
      return;
    }
    const stop = new AbortController();
    setFound((before) => ({ ...before, isBusy: true }));
    const timer = window.setTimeout(() => {
      void askSources(sources, asked, stop.signal, (groups, isBusy) => {
        if (!stop.signal.aborted) setFound({ text: asked, groups, isBusy });
      });
    }, 150);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [sources, text]);
  return found;
}

function Hits({
  groups,
  at,
  listId,
  onChoose,
}: {
  groups: readonly FoundGroup[];
  at: number;
  listId: string;
  onChoose: (hit: SearchHit) => void;
}) {
  let index = -1;
  return (
    <div id={listId} role="listbox" aria-label="查找结果" className="kc-search-hits">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place inside a listbox
        <div key={group.key} role="group" aria-label={group.label}>
          <div className="kc-search-group">{group.label}</div>
          {group.failed && <div className="kc-search-failed">{group.failed}</div>}
          {group.hits.map((hit) => {
            index += 1;
            const mine = index;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the box above, as in every combobox
              <div
                key={hit.key}
                id={`${listId}-${mine}`}
                role="option"
                tabIndex={-1}
                aria-selected={mine === at}
                className={mine === at ? 'kc-search-hit kc-search-at' : 'kc-search-hit'}
                onClick={() => onChoose(hit)}
              >
                <span>{hit.title}</span>
                {hit.hint && <small>{hit.hint}</small>}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface SearchBoxProps {
  readonly listId: string;
  readonly at: number;
  readonly count: number;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function SearchBox({ listId, at, count, hint, value, onChange, onKeyDown }: SearchBoxProps) {
  return (
    <input
      className="kc-search-input"
      role="combobox"
      aria-expanded={count > 0}
      aria-controls={listId}
      aria-activedescendant={count > 0 ? `${listId}-${at}` : undefined}
      aria-label="查找"
      placeholder={hint}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function SearchDialog({ sources, hint, onClose }: { sources: readonly SearchSource[]; hint: string; onClose: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const go = useGo();
  const found = useFound(sources, text);
  const hits = found.groups.flatMap((group) => group.hits);
  useEffect(() => dialog.current?.showModal(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer begins at its first hit
  useEffect(() => setAt(0), [found.groups]);
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return.
    document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, listId]);
  const choose = (hit: SearchHit) => {
    onClose();
    go(hit.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = stepIn(event.key, at, hits.length);
    if (step !== undefined) {
      event.preventDefault();
      setAt(step);
    }
    const hit = hits[at];
    if (event.key === 'Enter' && hit) choose(hit);
  };
  const isNothing = found.text !== '' && !found.isBusy && hits.length === 0;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop closes; Escape does the same by the dialog itself
    <dialog
      ref={dialog}
      className="kc-search"
      aria-label="查找"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="kc-search-body">
        <SearchBox listId={listId} at={at} count={hits.length} hint={hint} value={text} onChange={setText} onKeyDown={onKeyDown} />
        <Hits groups={found.groups} at={at} listId={listId} onChoose={choose} />
        {isNothing && <p className="kc-search-none">没有找到“{found.text}”。可试企业全称、18 位统一社会信用代码、拼音首字母或办件编号。</p>}
        <p className="kc-search-keys" aria-live="polite">
          {found.isBusy ? '正在查找…' : '↑ ↓ 选择　Enter 打开　Esc 关闭'}
        </p>
      </div>
    </dialog>
  );
}

const HINT = '查企业、办件、指标、页面';

export function CommandSearch({ sources, hint = HINT }: { sources: readonly SearchSource[]; hint?: string }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen(true);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className="kc-search-open" onClick={() => setOpen(true)} aria-label={`${hint}，快捷键 Ctrl K`}>
        <span>{hint}</span>
        <kbd>Ctrl K</kbd>
      </button>
      {isOpen && <SearchDialog sources={sources} hint={hint} onClose={() => setOpen(false)} />}
    </>
  );
}
