// A state in a word with its colour: the word carries the meaning, the mark only helps the eye.
import type { ReactNode } from 'react';
import './page.css';

/** `wait` is somebody's turn, `warn` is near its limit, `bad` failed or late, `good` done, `off` ended or not in force. */
export type Tone = 'plain' | 'wait' | 'good' | 'warn' | 'bad' | 'off';

export function Status({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`kc-status kc-tone-${tone}`}>{children}</span>;
}
