// Takes a report in: a file dropped or chosen, or text pasted; what can be told from its head is filled in for a person to check.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { call, upload } from '#ui/api.ts';
import { AppLink, useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { guessHead } from '../model/head-guess.ts';
import { type Loaded, MOST_CHARACTERS } from '../wire.ts';
import { Drop, Failure, Field, refusalOf } from './add-report-parts.tsx';
import '#ui/record/record.css';
import './add-report.css';

type Way = 'file' | 'paste';

interface Draft {
  readonly title: string;
  readonly place: string;
  readonly year: string;
  readonly text: string;
}

/** Fills what a person has left blank. */
function withGuess(draft: Draft, head: string): Draft {
  const guess = guessHead(head);
  return {
    ...draft,
    title: draft.title === '' ? (guess.title ?? '') : draft.title,
    place: draft.place === '' ? (guess.place ?? '') : draft.place,
    year: draft.year === '' && guess.year !== null ? String(guess.year) : draft.year,
  };
}

/** Sends what is there and answers the new report. */
function send(draft: Draft, file: File | null, onShare: (share: number) => void): Promise<Loaded> {
  const { title, place, year, text } = draft;
  if (file === null)
    return call<Loaded>('POST', '/reports/documents/paste', {
      body: { title: title.trim(), place: place.trim(), year: year === '' ? null : Number(year), text },
    });
  const fields = { title: title.trim(), place: place.trim(), ...(year === '' ? {} : { year }) };
  return upload<Loaded>('/reports/documents', file, { fields, onProgress: onShare });
}

const isYear = (year: string): boolean => year === '' || /^(?:19|20)\d\d$/.test(year);
/** How much of a text file is looked at for its head. */
const HEAD_BYTES = 4096;

/** So many characters at once were pasted, not typed. */
const PASTED = 20;

type Missing = Partial<Record<'text' | 'title' | 'place' | 'year', string>>;

/** What must be mended before anything is sent, by field. */
function missingIn(draft: Draft, way: Way, file: File | null): Missing {
  const missing: Missing = {};
  if (way === 'file' && file === null) missing.text = '请先选择一个报告文件。';
  if (way === 'paste' && draft.text.trim() === '') missing.text = '请先粘贴报告正文。';
  if (draft.title.trim() === '') missing.title = '请填写报告的名称。';
  if (draft.place.trim().length < 2) missing.place = '请填写报告讲的地区，如“南昌市”。';
  if (!isYear(draft.year)) missing.year = '请填四位年份，如 2022；不清楚可留空。';
  return missing;
}

/** What a person has given so far, and sending it. */
function useAdding() {
  const [way, setWay] = useState<Way>('file');
  const [file, setFile] = useState<File | null>(null);
  const [draft, setDraft] = useState<Draft>({ title: '', place: '', year: '', text: '' });
  const [failure, setFailure] = useState<unknown>(null);
  const [share, setShare] = useState<number | null>(null);
  const [wasSent, setSent] = useState(false);
  const client = useQueryClient();
  const go = useGo();
  const missing = missingIn(draft, way, file);
  const look = (head: string) => setDraft((before) => withGuess(before, head));
  const take = async (given: File) => {
    const refused = refusalOf(given);
    setFailure(refused === null ? null : new Error(refused));
    if (refused !== null) return;
    setFile(given);
    if (given.name.toLowerCase().endsWith('.txt')) look(await given.slice(0, HEAD_BYTES).text());
    const name = given.name.replace(/\.[a-z0-9]+$/i, '');
    look(name);
    setDraft((before) => ({ ...before, title: before.title === '' ? name : before.title }));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (Object.keys(missing).length > 0) return;
    setFailure(null);
    setShare(0);
    try {
      const { id } = await send(draft, way === 'file' ? file : null, setShare);
      void client.invalidateQueries({ queryKey: ['list', 'reports.documents'] });
      go(`/reports/${id}`, { replace: true });
    } catch (error) {
      setFailure(error);
      setShare(null);
    }
  };
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  /** Complaints come once a person has tried to send; a year that is none at once. */
  const said: Missing = wasSent ? missing : missing.year === undefined ? {} : { year: missing.year };
  return { way, setWay, file, draft, failure, share, said, take, look, submit, set };
}

type Adding = ReturnType<typeof useAdding>;

function Ways({ way, setWay }: Pick<Adding, 'way' | 'setWay'>) {
  return (
    <nav className="kc-tabs" aria-label="录入方式">
      {(['file', 'paste'] as const).map((each) => (
        <button
          key={each}
          type="button"
          className={each === way ? 'kc-tab kc-tab-on' : 'kc-tab'}
          aria-pressed={each === way}
          onClick={() => setWay(each)}
        >
          {each === 'file' ? '上传文件' : '粘贴文字'}
        </button>
      ))}
    </nav>
  );
}

function Paste({ draft, said, set, look }: Pick<Adding, 'draft' | 'said' | 'set' | 'look'>) {
  const id = useId();
  return (
    <div className="kc-ar-field">
      <label htmlFor={id}>正文</label>
      <textarea
        id={id}
        className="kc-ar-text"
        value={draft.text}
        maxLength={MOST_CHARACTERS}
        aria-invalid={said.text !== undefined}
        onChange={(event) => {
          const { value } = event.target;
          if (draft.text === '' && value.length >= PASTED) look(value);
          set({ text: value });
        }}
        onBlur={() => look(draft.text)}
      />
    </div>
  );
}

function sendWords({ way, share }: Pick<Adding, 'way' | 'share'>): string {
  if (share === null) return '开始读取';
  return way === 'file' && share < 1 ? `正在上传 ${Math.round(share * 100)}%` : '正在读取…';
}

export default function AddReport() {
  const adding = useAdding();
  const { way, file, draft, failure, share, said, take, submit, set } = adding;
  return (
    <div className="kc-page kc-ar">
      <PageHead
        title="读一份报告"
        parent={{ label: '报告', href: '/reports' }}
        lead="系统标出其中每个数据和读法；只有您采纳的才进入台账。"
      />
      <Ways {...adding} />
      <form noValidate onSubmit={(event) => void submit(event)}>
        {way === 'file' ? <Drop file={file} onFile={(given) => void take(given)} /> : <Paste {...adding} />}
        {said.text !== undefined && (
          <p role="alert" className="kc-ar-wrong">
            {said.text}
          </p>
        )}
        <div className="kc-ar-row">
          <Field label="名称" problem={said.title} value={draft.title} onChange={(title) => set({ title })} />
          <Field
            label="地区"
            hint="报告讲的是哪里，如“南昌市”"
            problem={said.place}
            value={draft.place}
            onChange={(place) => set({ place })}
          />
          <Field
            label="报告年度"
            hint="可不填，由正文判断"
            problem={said.year}
            inputMode="numeric"
            value={draft.year}
            onChange={(year) => set({ year: year.trim() })}
          />
        </div>
        <p className="kc-ar-note">名称、地区和年度先按标题和开头推测，请核对：年度决定“今年”“去年”指哪一年。</p>
        {failure !== null && <Failure error={failure} />}
        <div className="kc-step-buttons">
          <button type="submit" className="kc-button kc-button-main" disabled={share !== null}>
            {sendWords(adding)}
          </button>
          <AppLink className="kc-button" href="/reports">
            取消
          </AppLink>
        </div>
      </form>
    </div>
  );
}
