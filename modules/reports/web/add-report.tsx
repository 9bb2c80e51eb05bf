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

const firstLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '')
    ?.slice(0, 60) ?? '';

const isYear = (year: string): boolean => year === '' || /^(?:19|20)\d\d$/.test(year);

/** What a person has given so far, and sending it. */
function useAdding() {
  const [way, setWay] = useState<Way>('file');
  const [file, setFile] = useState<File | null>(null);
  const [draft, setDraft] = useState<Draft>({ title: '', place: '', year: '', text: '' });
  const [failure, setFailure] = useState<unknown>(null);
  const [share, setShare] = useState<number | null>(null);
  const client = useQueryClient();
  const go = useGo();
  const hasText = way === 'file' ? file !== null : draft.text.trim() !== '';
  const isReady = hasText && draft.title.trim() !== '' && draft.place.trim().length >= 2 && isYear(draft.year);
  const take = (given: File) => {
    const refused = refusalOf(given);
    setFailure(refused === null ? null : new Error(refused));
    if (refused !== null) return;
    setFile(given);
    const title = given.name.replace(/\.[a-z0-9]+$/i, '');
    setDraft((before) => withGuess({ ...before, title: before.title === '' ? title : before.title }, title));
  };
  /** The head of a pasted text says more than the name of a file. */
  const look = () =>
    setDraft((before) => ({ ...withGuess(before, before.text), title: before.title === '' ? firstLine(before.text) : before.title }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
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
  return { way, setWay, file, draft, failure, share, isReady, take, look, submit, set };
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

function Paste({ draft, set, look }: Pick<Adding, 'draft' | 'set' | 'look'>) {
  const id = useId();
  return (
    <div className="kc-ar-field">
      <label htmlFor={id}>正文</label>
      <textarea
        id={id}
        className="kc-ar-text"
        value={draft.text}
        maxLength={MOST_CHARACTERS}
        onChange={(event) => set({ text: event.target.value })}
        onBlur={look}
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
  const { way, file, draft, failure, share, isReady, take, submit, set } = adding;
  return (
    <div className="kc-page kc-ar">
      <PageHead
        title="读一份报告"
        parent={{ label: '报告', href: '/reports' }}
        lead="系统标出其中每个数据和读法；只有您采纳的才进入台账。"
      />
      <Ways {...adding} />
      <form onSubmit={(event) => void submit(event)}>
        {way === 'file' ? <Drop file={file} onFile={take} /> : <Paste {...adding} />}
        <div className="kc-ar-row">
          <Field label="名称" required value={draft.title} onChange={(title) => set({ title })} />
          <Field label="地区" hint="报告讲的是哪里，如“南昌市”" required value={draft.place} onChange={(place) => set({ place })} />
          <Field
            label="报告年度"
            hint={isYear(draft.year) ? '可不填，由正文判断' : '请填四位年份，如 2022'}
            inputMode="numeric"
            value={draft.year}
            onChange={(year) => set({ year: year.trim() })}
          />
        </div>
        <p className="kc-ar-note">地区和年度先按标题推测，请核对：年度决定“今年”“去年”指哪一年。</p>
        {failure !== null && <Failure error={failure} />}
        <div className="kc-step-buttons">
          <button type="submit" className="kc-button kc-button-main" disabled={!isReady || share !== null}>
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
