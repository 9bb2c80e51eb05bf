// Small parts of the reading page: how far it is, what was just done, and the tabs beside the text.
import type { DocumentView } from '../wire.ts';
import type { Said } from './use-report.ts';

export function Progress({ counts }: { counts: DocumentView['counts'] }) {
  const done = counts.accepted + counts.ignored;
  const share = (n: number): string => `${counts.total === 0 ? 0 : (n / counts.total) * 100}%`;
  return (
    <div className="kc-rp-progress">
      <span
        className="kc-rp-bar"
        role="progressbar"
        aria-label="核对进度"
        aria-valuemin={0}
        aria-valuemax={counts.total}
        aria-valuenow={done}
      >
        <i className="kc-rp-bar-accepted" style={{ width: share(counts.accepted) }} />
        <i className="kc-rp-bar-ignored" style={{ width: share(counts.ignored) }} />
      </span>
      <span>
        共 {counts.total} 个数据：待处理 <b>{counts.open}</b>，已采纳 {counts.accepted}，已忽略 {counts.ignored}
      </span>
    </div>
  );
}

/** Says what happened, for the eye and for a screen reader; stays until the next thing happens. */
export function SaidLine({ said }: { said: Said | null }) {
  return (
    <p className={`kc-rp-said${said === null ? '' : ` kc-rp-said-${said.tone}`}`} role={said?.tone === 'bad' ? 'alert' : 'status'}>
      {said?.text ?? ''}
    </p>
  );
}

interface TabsProps {
  readonly tab: string;
  readonly isPhone: boolean;
  readonly count: number;
  /** Relations that do not hold; unknown until the auditor has answered. */
  readonly wrong: number | undefined;
  readonly onTab: (tab: string) => void;
}

export function Tabs({ tab, isPhone, count, wrong, onTab }: TabsProps) {
  const tabs = [
    ...(isPhone ? [['text', '正文']] : []),
    ['figures', `数据 ${count}`],
    ['audit', wrong === undefined ? '核对' : `核对 ${wrong} 处不符`],
  ] as const;
  return (
    <div className="kc-rp-tabs kc-no-print">
      <nav className="kc-tabs" aria-label="分栏">
        {tabs.map(([key = '', label = '']) => (
          <button
            key={key}
            type="button"
            className={key === tab ? 'kc-tab kc-tab-on' : 'kc-tab'}
            aria-pressed={key === tab}
            onClick={() => onTab(key)}
          >
            {label}
          </button>
        ))}
      </nav>
      <span className="kc-rp-keys">
        <kbd>n</kbd>
        <kbd>p</kbd> 下一个、上一个 <kbd>a</kbd> 采纳 <kbd>i</kbd> 忽略 <kbd>e</kbd> 更正 <kbd>b</kbd> 回到刚处理的 <kbd>f</kbd>
        <kbd>F</kbd> 下一处、上一处核对结果
      </span>
    </div>
  );
}
