// The inputs of a sheet: points for each criterion, the running total, the comment with its count, the vote, and handing in.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { commentLength, pointsProblem, sheetProblems, totalOf } from '#kernel/declare/score-sheet.ts';
import { call, messageOf } from '#ui/api.ts';
import { saveWords } from '#ui/form/autosave.ts';
import { useAutosave } from '#ui/form/use-autosave.ts';
import { formatInstant } from '#ui/format.ts';
import { Section } from '#ui/record/fact-list.tsx';
import type { MySheet } from '../wire.ts';
import { mySheetQuery, mySheetsQuery } from './queries.ts';
import './review.css';

interface Filled {
  readonly points: Readonly<Record<string, string>>;
  readonly comment: string;
  readonly recommend: boolean | null;
}

/** Full-width digits and the full stop of a Chinese keyboard mean the same. */
const plainDigits = (text: string): string =>
  text
    .trim()
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll(/[．。]/g, '.');

type Patch = Readonly<Record<string, unknown>>;

/** What waits to be saved as the server takes it; points that cannot be read wait in their box. */
function bodyOf(sheet: MySheet, patch: Patch) {
  const points = Object.fromEntries(
    Object.entries(patch).flatMap(([key, value]) => {
      const id = key.startsWith('points.') ? key.slice(7) : null;
      const criterion = sheet.criteria.find((one) => one.id === id);
      if (id === null || criterion === undefined) return [];
      const text = typeof value === 'string' ? value : '';
      return text === '' || pointsProblem(asCriterion(criterion), text) === null ? [[id, text]] : [];
    }),
  );
  return {
    ...(Object.keys(points).length > 0 && { points }),
    ...('comment' in patch && { comment: typeof patch.comment === 'string' ? patch.comment : '' }),
    ...('recommend' in patch && { recommend: patch.recommend }),
  };
}

const asCriterion = ({ id, name, weight }: MySheet['criteria'][number]) => ({ id, name, weight });

function useScoring(sheet: MySheet) {
  const client = useQueryClient();
  const version = useRef(sheet.version);
  const [filled, setFilled] = useState<Filled>({ points: sheet.points, comment: sheet.comment, recommend: sheet.recommend });
  const autosave = useAutosave(`sheet-${sheet.id}`, async (patch) => {
    const body = bodyOf(sheet, patch);
    if (Object.keys(body).length === 0) return;
    const saved = await call<MySheet>('PUT', `/review/my-sheets/${sheet.id}`, { body: { version: version.current, ...body } });
    version.current = saved.version;
  });
  const judged = { criteria: sheet.criteria.map(asCriterion), commentAtLeast: sheet.commentAtLeast };
  const problems = sheetProblems(judged, filled);
  const points = (id: string, text: string) => {
    const value = plainDigits(text);
    setFilled((before) => ({ ...before, points: { ...before.points, [id]: value } }));
    autosave.change(`points.${id}`, value);
  };
  const comment = (text: string) => {
    setFilled((before) => ({ ...before, comment: text }));
    autosave.change('comment', text);
  };
  const recommend = (vote: boolean) => {
    setFilled((before) => ({ ...before, recommend: vote }));
    autosave.change('recommend', vote);
  };
  const submit = async () => {
    if (!(await autosave.flush())) throw new Error('尚未保存，请稍后再提交');
    const sent = await call<MySheet>('POST', `/review/my-sheets/${sheet.id}/submit`, { body: { version: version.current } });
    client.setQueryData(mySheetQuery(sheet.id).queryKey, sent);
    await client.invalidateQueries({ queryKey: mySheetsQuery.queryKey });
  };
  return { filled, problems, judged, autosave, points, comment, recommend, submit };
}

/** What was handed in, to be read. */
function Submitted({ sheet }: { sheet: MySheet }) {
  return (
    <Section title={sheet.sheetTitle} note={sheet.submittedAt === null ? undefined : `${formatInstant(sheet.submittedAt)} 提交`}>
      {sheet.criteria.map(({ id, name, weight }) => (
        <div key={id} className="rv-criterion">
          <span>
            {name}
            <small>满分 {weight}</small>
          </span>
          <b style={{ textAlign: 'right' }}>{sheet.points[id] ?? '—'}</b>
        </div>
      ))}
      <p className="rv-total">
        <span>总分</span>
        <b>{sheet.total}</b>
      </p>
      <p className="rv-comment-text">{sheet.comment}</p>
      <p>{sheet.recommend === true ? '推荐' : '不推荐'}</p>
    </Section>
  );
}

function Open({ sheet }: { sheet: MySheet }) {
  const form = useScoring(sheet);
  const [wasAsked, setAsked] = useState(false);
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | undefined>();
  const words = saveWords(form.autosave.state);
  const problemOf = (path: string) => form.problems.find((problem) => problem.path === path)?.message;
  const send = async () => {
    setAsked(true);
    if (form.problems.length > 0) {
      setSure(false);
      return;
    }
    if (!isSure) {
      setSure(true);
      return;
    }
    setBusy(true);
    try {
      await form.submit();
    } catch (error) {
      setFailure(messageOf(error));
      setBusy(false);
    }
  };
  const total = totalOf(form.judged, form.filled.points);
  const length = commentLength(form.filled.comment);
  return (
    <Section title={sheet.sheetTitle} note={<span className={`kc-save-${words.tone}`}>{words.text}</span>}>
      {form.autosave.kept && <Notice onRestore={() => restore(form)} onDrop={form.autosave.dropKept} />}
      {sheet.criteria.map((criterion) => {
        const { id, name, weight, help } = criterion;
        const value = form.filled.points[id] ?? '';
        const wrong = value !== '' ? pointsProblem(asCriterion(criterion), value) : wasAsked ? problemOf(`points.${id}`) : null;
        return (
          <div key={id} className="rv-criterion">
            <label htmlFor={`rv-${id}`}>
              {name}
              <small>
                满分 {weight}
                {help === null ? '' : `，${help}`}
              </small>
            </label>
            <input
              id={`rv-${id}`}
              inputMode="decimal"
              autoComplete="off"
              enterKeyHint="next"
              value={value}
              aria-invalid={wrong !== null && wrong !== undefined}
              aria-describedby={wrong ? `rv-${id}-wrong` : undefined}
              onChange={(event) => form.points(id, event.target.value)}
            />
            {wrong && (
              <span id={`rv-${id}-wrong`} className="rv-wrong">
                {wrong}
              </span>
            )}
          </div>
        );
      })}
      <p className="rv-total" aria-live="polite">
        <span>总分</span>
        <b>{total}</b>
      </p>
      <label className="rv-count" htmlFor="rv-comment">
        <b>评审意见</b>
        <span>
          {length} 字{length < sheet.commentAtLeast ? `，至少 ${sheet.commentAtLeast} 字` : ''}
        </span>
      </label>
      <textarea
        id="rv-comment"
        className="rv-comment"
        value={form.filled.comment}
        aria-invalid={wasAsked && problemOf('comment') !== undefined}
        onChange={(event) => form.comment(event.target.value)}
      />
      {wasAsked && problemOf('comment') && <p className="rv-wrong">{problemOf('comment')}</p>}
      <fieldset className="rv-vote">
        <legend>是否推荐</legend>
        {[true, false].map((vote) => (
          <label key={String(vote)} className={form.filled.recommend === vote ? 'rv-on' : ''}>
            <input type="radio" name="recommend" checked={form.filled.recommend === vote} onChange={() => form.recommend(vote)} />
            {vote ? '推荐' : '不推荐'}
          </label>
        ))}
      </fieldset>
      {wasAsked && problemOf('recommend') && <p className="rv-wrong">{problemOf('recommend')}</p>}
      {wasAsked && form.problems.length > 0 && (
        <p className="kc-failure" role="alert">
          还有 {form.problems.length} 处需要填写或改正，见上方标红。
        </p>
      )}
      {failure && (
        <p className="kc-failure" role="alert">
          {failure}
        </p>
      )}
      {isSure && <p>总分 {total}，提交后不能修改。</p>}
      <div className="rv-buttons">
        <button type="button" className="kc-button kc-button-main" disabled={isBusy} onClick={() => void send()}>
          {isSure ? '确认提交' : '提交评分表'}
        </button>
      </div>
    </Section>
  );
}

type Form = ReturnType<typeof useScoring>;

/** What was typed on this device and never reached the server. */
function restore(form: Form): void {
  for (const [key, value] of Object.entries(form.autosave.kept ?? {})) {
    if (key.startsWith('points.')) form.points(key.slice(7), typeof value === 'string' ? value : '');
    else if (key === 'comment') form.comment(typeof value === 'string' ? value : '');
    else if (key === 'recommend' && typeof value === 'boolean') form.recommend(value);
  }
  form.autosave.dropKept();
}

function Notice({ onRestore, onDrop }: { onRestore: () => void; onDrop: () => void }) {
  return (
    <div className="kc-notice kc-notice-warn kc-kept" role="status">
      <p>本机有上次没有保存成功的评分。</p>
      <button type="button" className="kc-button" onClick={onRestore}>
        恢复
      </button>
      <button type="button" className="kc-button" onClick={onDrop}>
        不要
      </button>
    </div>
  );
}

export function Scoring({ sheet }: { sheet: MySheet }) {
  return sheet.status === 'open' ? <Open sheet={sheet} /> : <Submitted sheet={sheet} />;
}
