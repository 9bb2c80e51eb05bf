// Control of a file: choose or drop, see how far it is sent, open or replace what is there.
import { Button, Progress } from 'antd';
import { useState } from 'react';
import type { FileRef } from '#kernel/fields/field.ts';
import { messageOf } from '../api-error.ts';
import { formatBytes } from '../format.ts';
import { DropBox } from './drop-box.tsx';
import { useFieldSources } from './field-sources.tsx';
import type { ControlProps, FieldView } from './field-view.ts';

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

function hintOf({ extensions, maxBytes }: FieldView): string {
  const parts = ['或拖到这里', extensions?.join('、'), maxBytes === undefined ? undefined : `不超过 ${formatBytes(maxBytes)}`];
  return parts.filter(Boolean).join('，');
}

export function FileControl(props: ControlProps) {
  const { field, id, value, onChange, describedBy, isInvalid, readOnly, inCell } = props;
  const held = value as FileRef | undefined;
  const { share, send } = useUpload(props);
  if (readOnly) return held ? <Held file={held} /> : <span>未上传</span>;
  const size = inCell ? 'small' : 'middle';
  return (
    <DropBox
      extensions={field.extensions}
      className={`kc-file ${isInvalid ? 'kc-file-bad' : ''} ${inCell ? 'kc-file-cell' : ''}`}
      overClassName="kc-file-over"
      onFile={(file) => void send(file)}
    >
      {(choose) => (
        <>
          {held && <Held file={held} />}
          {share !== undefined && <Progress percent={Math.round(share * 100)} size="small" style={{ width: 160 }} />}
          <Button id={id} size={size} aria-describedby={describedBy} loading={share !== undefined} onClick={choose}>
            {held ? '替换' : '选择文件'}
          </Button>
          {held && (
            <Button type="text" size={size} onClick={() => onChange(undefined)}>
              删除
            </Button>
          )}
          {!held && !inCell && <span className="kc-file-hint">{hintOf(field)}</span>}
        </>
      )}
    </DropBox>
  );
}
