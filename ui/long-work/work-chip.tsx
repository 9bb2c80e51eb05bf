// The own long work in the head of the page: what runs, how far it has come, and where to find what came of it.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { formatInstant } from '../format.ts';
import { AppLink } from '../link.tsx';
import { Status, type Tone } from '../page/status.tsx';
import { PopupMenu } from '../shell/popup-menu.tsx';
import { type OwnWork, ownWorkQuery, wasAttended, wasBegunHere } from './own-work.ts';
import './work.css';

const words: Readonly<Record<OwnWork['state'], readonly [word: string, tone: Tone]>> = {
  running: ['进行中', 'wait'],
  done: ['已完成', 'good'],
  refused: ['未完成', 'bad'],
  lost: ['已中断', 'bad'],
};

const lostSays = '服务器曾中断，没有改动任何内容，请重新办理。';

const saysOf = (work: OwnWork): string => (work.state === 'lost' ? lostSays : work.says);

function Line({ work, onGo }: { work: OwnWork; onGo: () => void }) {
  const [word, tone] = words[work.state];
  const body = (
    <>
      <span className="kc-own-work-title">
        {work.title}
        <Status tone={tone}>{word}</Status>
      </span>
      <span>{saysOf(work)}</span>
      {work.share !== null && <progress max={1} value={work.share} />}
      <small>{formatInstant(work.endedAt ?? work.startedAt)}</small>
    </>
  );
  // What failed has no outcome to open.
  if (work.state !== 'done') return <div className="kc-inbox-item">{body}</div>;
  return (
    <AppLink className="kc-inbox-item kc-inbox-new" href={work.href} onClick={onGo}>
      {body}
    </AppLink>
  );
}

/** Work that was seen to run here and has ended since: it stays in the head until it has been looked at. */
function useUnseen(rows: readonly OwnWork[]): readonly [readonly OwnWork[], () => void] {
  const watched = useRef(new Set<string>());
  const [seen, setSeen] = useState<readonly string[]>([]);
  useEffect(() => {
    for (const work of rows) if (work.state === 'running') watched.current.add(work.id);
  }, [rows]);
  const concerns = (id: string) => (wasBegunHere(id) || watched.current.has(id)) && !wasAttended(id) && !seen.includes(id);
  const unseen = rows.filter(({ id, state }) => state !== 'running' && concerns(id));
  return [unseen, () => setSeen(rows.map((work) => work.id))];
}

export function WorkChip() {
  const { data: rows = [] } = useQuery(ownWorkQuery);
  const running = rows.filter((work) => work.state === 'running');
  const [unseen, see] = useUnseen(rows);
  const [first] = running;
  if (first === undefined && unseen.length === 0) return null;
  const label = first === undefined ? `${unseen.length} 项操作已结束` : first.title;
  return (
    <PopupMenu
      label={first === undefined ? label : `进行中：${label}`}
      className="kc-icon-button kc-work-chip"
      button={
        <>
          {first !== undefined && <span className="kc-work-turning" aria-hidden="true" />}
          <span>{label}</span>
          {first !== undefined && first.share !== null && <span>{Math.round(first.share * 100)}%</span>}
        </>
      }
    >
      {(close) => (
        <div className="kc-inbox" role="status">
          {[...running, ...unseen].map((work) => (
            <Line
              key={work.id}
              work={work}
              onGo={() => {
                see();
                close();
              }}
            />
          ))}
          {unseen.length > 0 && (
            <button
              type="button"
              className="kc-inbox-all kc-link-button"
              onClick={() => {
                see();
                close();
              }}
            >
              知道了
            </button>
          )}
        </div>
      )}
    </PopupMenu>
  );
}
