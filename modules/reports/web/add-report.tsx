// Takes a report in: a file dropped or chosen, or text pasted; what can be told from its head is filled in for a person to check.
import { useQueryClient } from '@tanstack/react-query';
import { type DragEvent, type FormEvent, useId, useRef, useState } from 'react';
import { ApiError, call, messageOf, upload } from '#ui/api.ts';
import { formatBytes } from '#ui/format.ts';
import { AppLink, useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { Notice } from '#ui/page/states.tsx';
import { guessHead } from '../model/head-guess.ts';
import { EXTENSIONS, type Loaded, MOST_CHARACTERS, MOST_FILE_BYTES } from '../wire.ts';
import '#ui/record/record.css';
import './add-report.css';

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** Why a file need not even be sent; what only its bytes tell, the server says. */
function refusalOf({ name, size }: File): string | null {
  const ending = endingOf(name);
  if (['png', 'jpg', 'jpeg', 'gif', 'bmp', 'tif', 'tiff', 'webp'].includes(ending))
    return '这是图片或扫描件，没有文字层：请先做文字识别（OCR），再提供文字。';
  if (['doc', 'wps', 'rtf'].includes(ending)) return '这是旧版文字处理文件：请在 Word 或 WPS 中另存为 docx 后再读。';
  if (['xls', 'xlsx', 'et', 'csv'].includes(ending)) return '这是电子表格，不是报告正文：请改用表格导入，或提供 Word、PDF 文本。';
  if (!(EXTENSIONS as readonly string[]).includes(ending)) return `不能读“${name}”：只接受 ${EXTENSIONS.join('、')} 文件。`;
  if (size > MOST_FILE_BYTES)
    return `文件有 ${formatBytes(size)}，超过上限 ${MOST_FILE_BYTES / 1024 / 1024} MB：请按章节拆分，或另存为 txt 后再读。`;
  return size === 0 ? '文件是空的，请核对后重新选择。' : null;
}

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

function Drop({ file, onFile }: { file: File | null; onFile: (file: File) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (given: File | undefined) => {
    if (given !== undefined) onFile(given);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      className={isOver ? 'kc-ar-drop kc-ar-over' : 'kc-ar-drop'}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={picker}
        type="file"
        className="kc-unseen"
        tabIndex={-1}
        aria-label="报告文件"
        accept={EXTENSIONS.map((extension) => `.${extension}`).join(',')}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <p>{file === null ? '把报告文件拖到这里' : `${file.name}（${formatBytes(file.size)}）`}</p>
      <button type="button" className="kc-button" onClick={() => picker.current?.click()}>
        {file === null ? '选择文件' : '换一个文件'}
      </button>
      <small>txt、docx、带文字层的 pdf、html，不超过 {MOST_FILE_BYTES / 1024 / 1024} MB</small>
    </div>
  );
}

function Field({
  label,
  hint,
  value,
  onChange,
  required,
  inputMode,
  className,
}: {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  inputMode?: 'numeric';
  className?: string;
}) {
  const id = useId();
  return (
    <div className={`kc-ar-field ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="kc-input"
        value={value}
        required={required}
        maxLength={200}
        inputMode={inputMode}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && <small>{hint}</small>}
    </div>
  );
}

function Failure({ error }: { error: unknown }) {
  const known = error instanceof ApiError && error.code === 'ALREADY_READ' ? error.details[0]?.where : undefined;
  return (
    <Notice tone="bad" title={error instanceof Error && !(error instanceof ApiError) ? error.message : messageOf(error)}>
      {known !== undefined && (
        <p>
          <AppLink href={`/reports/${known}`}>打开它</AppLink>
        </p>
      )}
    </Notice>
  );
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

export default function AddReport() {
  const [way, setWay] = useState<'file' | 'paste'>('file');
  const [file, setFile] = useState<File | null>(null);
  const [draft, setDraft] = useState<Draft>({ title: '', place: '', year: '', text: '' });
  const [failure, setFailure] = useState<unknown>(null);
  const [share, setShare] = useState<number | null>(null);
  const client = useQueryClient();
  const go = useGo();
  const textId = useId();
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const take = (given: File) => {
    const refused = refusalOf(given);
    setFailure(refused === null ? null : new Error(refused));
    if (refused !== null) return;
    setFile(given);
    const title = given.name.replace(/\.[a-z0-9]+$/i, '');
    setDraft((before) => withGuess({ ...before, title: before.title === '' ? title : before.title }, title));
  };
  const isReady =
    (way === 'file' ? file !== null : draft.text.trim() !== '') && draft.title.trim() !== '' && draft.place.trim().length >= 2;
  const isYear = draft.year === '' || /^(?:19|20)\d\d$/.test(draft.year);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || !isYear) return;
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
  return (
    <div className="kc-page kc-ar">
      <PageHead
        title="读一份报告"
        parent={{ label: '报告', href: '/reports' }}
        lead="系统标出其中每个数据和读法；只有您采纳的才进入台账。"
      />
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
      <form onSubmit={(event) => void submit(event)}>
        {way === 'file' ? (
          <Drop file={file} onFile={take} />
        ) : (
          <div className="kc-ar-field">
            <label htmlFor={textId}>正文</label>
            <textarea
              id={textId}
              className="kc-ar-text"
              value={draft.text}
              maxLength={MOST_CHARACTERS}
              onChange={(event) => set({ text: event.target.value })}
              onBlur={() =>
                setDraft((before) => ({
                  ...withGuess(before, before.text),
                  title: before.title === '' ? firstLine(before.text) : before.title,
                }))
              }
            />
          </div>
        )}
        <div className="kc-ar-row">
          <Field label="名称" className="kc-ar-title" required value={draft.title} onChange={(title) => set({ title })} />
          <Field label="地区" hint="报告讲的是哪里，如“南昌市”" required value={draft.place} onChange={(place) => set({ place })} />
          <Field
            label="报告年度"
            hint={isYear ? '可不填，由正文判断' : '请填四位年份，如 2022'}
            inputMode="numeric"
            value={draft.year}
            onChange={(year) => set({ year: year.trim() })}
          />
        </div>
        <p className="kc-ar-note">地区和年度先按标题推测，请核对：年度决定“今年”“去年”指哪一年。</p>
        {failure !== null && <Failure error={failure} />}
        <div className="kc-step-buttons">
          <button type="submit" className="kc-button kc-button-main" disabled={!isReady || !isYear || share !== null}>
            {share === null ? '开始读取' : way === 'file' && share < 1 ? `正在上传 ${Math.round(share * 100)}%` : '正在读取…'}
          </button>
          <AppLink className="kc-button" href="/reports">
            取消
          </AppLink>
        </div>
      </form>
    </div>
  );
}

const firstLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '')
    ?.slice(0, 60) ?? '';
