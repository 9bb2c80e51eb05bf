// Control of a file: choose or drop, see how far it is sent, open or replace what is there.
import { Button, Progress } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import type { FileRef } from '#kernel/fields/field.ts';
import { messageOf } from '../api-error.ts';
import { formatBytes } from '../format.ts';
import { useFieldSources } from './field-sources.tsx';
import type { ControlProps } from './field-view.ts';

function useUpload({ field, onChange, onProblem }: ControlProps) {
  const { uploadFile } = useFieldSources();
  const [share, setShare] = useState<number | undefined>();
  const send = async (file: File) => {
    if (!uploadFile) return;
    const ending = file.name.split('.').pop()?.toLowerCase() ?? '';
    if (field.extensions && !field.extensions.includes(ending)) {
      onProblem?.(`${field.label}只接受 ${field.extensions.join('、')} 格式的文件，“${file.name}”不是，请另存后上传`);
      return;
    }
    if (field.maxBytes !== undefined && file.size > field.maxBytes) {
      onProblem?.(`${field.label}不能大于 ${formatBytes(field.maxBytes)}，“${file.name}”为 ${formatBytes(file.size)}`);
      return;
    }
    onProblem?.(undefined);
    setShare(0);
    try {
      onChange(await uploadFile(file, setShare, field));
    } catch (error) {
      onProblem?.(`“${file.name}”没有传上：${messageOf(error)}`);
    } finally {
      setShare(undefined);
    }
  };
  return { share, send };
}

function Held({ file }: { file: FileRef }) {
  const { fileHref } = useFieldSources();
  return (
    <span className="kc-file-held">
      {fileHref ? (
        <a href={fileHref(file)} target="_blank" rel="noreferrer">
          {file.fileName}
        </a>
      ) : (
        file.fileName
      )}
      <small>{formatBytes(file.size)}</small>
    </span>
  );
}

export function FileControl(props: ControlProps) {
  const { field, id, value, onChange, describedBy, isInvalid, readOnly, inCell } = props;
  const held = value as FileRef | undefined;
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { share, send } = useUpload(props);
  if (readOnly) return held ? <Held file={held} /> : <span>未上传</span>;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void send(file);
  };
  const allowed = field.extensions?.join('、');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      className={`kc-file ${isOver ? 'kc-file-over' : ''} ${isInvalid ? 'kc-file-bad' : ''} ${inCell ? 'kc-file-cell' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={picker}
        type="file"
        className="kc-unseen"
        tabIndex={-1}
        aria-hidden="true"
        accept={field.extensions?.map((extension) => `.${extension}`).join(',')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void send(file);
          event.target.value = '';
        }}
      />
      {held && <Held file={held} />}
      {share !== undefined && <Progress percent={Math.round(share * 100)} size="small" style={{ width: 160 }} />}
      <Button
        id={id}
        size={inCell ? 'small' : 'middle'}
        aria-describedby={describedBy}
        loading={share !== undefined}
        onClick={() => picker.current?.click()}
      >
        {held ? '替换' : '选择文件'}
      </Button>
      {held && (
        <Button type="text" size={inCell ? 'small' : 'middle'} onClick={() => onChange(undefined)}>
          删除
        </Button>
      )}
      {!held && !inCell && (
        <span className="kc-file-hint">
          或拖到这里{allowed ? `；${allowed}` : ''}
          {field.maxBytes ? `，不超过 ${formatBytes(field.maxBytes)}` : ''}
        </span>
      )}
    </div>
  );
}
