// Parts of the page that takes a report in: where a file is dropped, one field, and why it failed.
import { type DragEvent, useId, useRef, useState } from 'react';
import { ApiError, messageOf } from '#ui/api.ts';
import { formatBytes } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { Notice } from '#ui/page/states.tsx';
import { EXTENSIONS, MOST_FILE_BYTES } from '../wire.ts';

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** Why a file need not even be sent; what only its bytes tell, the server says. */
export function refusalOf({ name, size }: File): string | null {
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

export function Drop({ file, onFile }: { file: File | null; onFile: (file: File) => void }) {
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

export function Field({
  label,
  hint,
  value,
  onChange,
  problem,
  inputMode,
  className,
}: {
  label: string;
  hint?: string;
  /** What is wrong with it and how to mend it; said in place of the hint. */
  problem?: string | undefined;
  value: string;
  onChange: (value: string) => void;
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
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-says`}
        maxLength={200}
        inputMode={inputMode}
        onChange={(event) => onChange(event.target.value)}
      />
      {(problem ?? hint) !== undefined && (
        <small id={`${id}-says`} className={problem === undefined ? undefined : 'kc-ar-wrong'}>
          {problem ?? hint}
        </small>
      )}
    </div>
  );
}

export function Failure({ error }: { error: unknown }) {
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
