// Parts of the form page: the list of pages with their state, the saving status, the list of problems that jumps to their places.
import type { ReactNode } from 'react';
import { AppLink } from '../link.tsx';
import { Status, type Tone } from '../page/status.tsx';
import { type AutosaveState, saveWords } from './autosave.ts';
import type { PageProgress, Problem } from './form-progress.ts';

const STATE: Readonly<Record<PageProgress['state'], readonly [Tone, (page: PageProgress) => string]>> = {
  empty: ['off', () => '未填'],
  begun: ['wait', (page) => `${page.filled}/${page.required}`],
  done: ['good', () => '已填'],
  wrong: ['bad', (page) => `${page.problems} 处有误`],
};

interface TaskListProps {
  readonly pages: readonly PageProgress[];
  /** Index of the page shown; -1 for the check page. */
  readonly current: number;
  readonly hrefOf: (index: number) => string;
  readonly checkLabel: string;
}

export function TaskList({ pages, current, hrefOf, checkLabel }: TaskListProps) {
  return (
    <nav className="kc-tasks kc-no-print" aria-label="表单各部分">
      <ol>
        {pages.map((page, index) => {
          const [tone, words] = STATE[page.state];
          return (
            <li key={page.title} className={index === current ? 'kc-task kc-task-on' : 'kc-task'}>
              <AppLink href={hrefOf(index)} aria-current={index === current ? 'step' : undefined}>
                <span>
                  {index + 1}. {page.title}
                </span>
                <Status tone={tone}>{words(page)}</Status>
              </AppLink>
            </li>
          );
        })}
        <li className={current === -1 ? 'kc-task kc-task-on' : 'kc-task'}>
          <AppLink href={hrefOf(-1)} aria-current={current === -1 ? 'step' : undefined}>
            <span>{checkLabel}</span>
          </AppLink>
        </li>
      </ol>
    </nav>
  );
}

export function SaveStatus({ state }: { state: AutosaveState }) {
  const { tone, text } = saveWords(state);
  return (
    <span className={`kc-save kc-save-${tone}`} role="status" aria-live="polite">
      {text}
    </span>
  );
}

interface ProblemListProps {
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly onJump: (path: string) => void;
}

export function ProblemList({ title, problems, onJump }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <section className="kc-notice kc-notice-bad kc-problems" role="alert" tabIndex={-1}>
      <p className="kc-notice-title">{title}</p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path}${problem.message}`}>
            <button type="button" onClick={() => onJump(problem.path)}>
              {problem.message}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function KeptDraft({ count, onUse, onDrop }: { count: number; onUse: () => void; onDrop: () => void }) {
  return (
    <section className="kc-notice kc-notice-warn kc-kept" aria-label="本机留存的内容">
      <p>本机留有上次未能保存的 {count} 项填写内容。</p>
      <button type="button" className="kc-button" onClick={onUse}>
        恢复这些内容
      </button>
      <button type="button" className="kc-button kc-button-bare" onClick={onDrop}>
        不要了
      </button>
    </section>
  );
}

export function StepButtons({ children }: { children: ReactNode }) {
  return <div className="kc-step-buttons kc-no-print">{children}</div>;
}
