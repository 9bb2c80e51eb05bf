// What is known of a report itself: its name, place and year, its original, and what can be done with the whole of it.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { call, download, messageOf } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { useGo } from '#ui/link.tsx';
import type { DocumentView, Done } from '../wire.ts';
import { documentKey } from './queries.ts';
import type { ReportWork } from './use-report.ts';

interface InfoProps {
  readonly document: DocumentView;
  readonly work: ReportWork;
  readonly onClose: () => void;
}

/** Sends a change of the whole report and fetches what it has become. */
function useChange({ document, work }: Pick<InfoProps, 'document' | 'work'>) {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const run = async (change: () => Promise<string>): Promise<boolean> => {
    setBusy(true);
    try {
      const text = await change();
      await client.invalidateQueries({ queryKey: documentKey(document.id) });
      void client.invalidateQueries({ queryKey: ['reports', 'audit', document.id] });
      void client.invalidateQueries({ queryKey: ['list', 'reports.documents'] });
      work.say({ tone: 'good', text });
      return true;
    } catch (error) {
      work.say({ tone: 'bad', text: messageOf(error) });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, run };
}

function Reread({ document, work }: Pick<InfoProps, 'document' | 'work'>) {
  const [year, setYear] = useState(document.year === null ? '' : String(document.year));
  const { isBusy, run } = useChange({ document, work });
  const id = useId();
  const isYear = year === '' || /^(?:19|20)\d\d$/.test(year);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isYear) return;
    void run(async () => {
      const body = { year: year === '' ? null : Number(year), version: document.version };
      return (await call<Done>('POST', `/reports/documents/${document.id}/reread`, { body })).says;
    });
  };
  return (
    <form className="kc-di-form" onSubmit={submit}>
      <label htmlFor={id}>报告年度</label>
      <input
        id={id}
        className="kc-input kc-di-year"
        inputMode="numeric"
        placeholder="由正文判断"
        value={year}
        aria-invalid={!isYear}
        onChange={(event) => setYear(event.target.value.trim())}
      />
      <button type="submit" className="kc-button" disabled={isBusy || !isYear}>
        {isBusy ? '正在读取…' : '按此年度重新读取'}
      </button>
      <small>人工更正、采纳和添加的数据保持不变。</small>
    </form>
  );
}

function Name({ document, work }: Pick<InfoProps, 'document' | 'work'>) {
  const [title, setTitle] = useState(document.title);
  const [place, setPlace] = useState(document.place);
  const { isBusy, run } = useChange({ document, work });
  const [titleId, placeId] = [useId(), useId()];
  const isSame = title.trim() === document.title && place.trim() === document.place;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await call('PUT', `/reports/documents/${document.id}`, {
        body: { title: title.trim(), place: place.trim(), version: document.version },
      });
      return `已更改为“${title.trim()}”（${place.trim()}）。`;
    });
  };
  return (
    <form className="kc-di-form" onSubmit={submit}>
      <label htmlFor={titleId}>名称</label>
      <input
        id={titleId}
        className="kc-input kc-di-title"
        value={title}
        maxLength={200}
        required
        onChange={(event) => setTitle(event.target.value)}
      />
      <label htmlFor={placeId}>地区</label>
      <input
        id={placeId}
        className="kc-input kc-di-place"
        value={place}
        minLength={2}
        maxLength={60}
        required
        onChange={(event) => setPlace(event.target.value)}
      />
      <button type="submit" className="kc-button" disabled={isBusy || isSame}>
        保存
      </button>
    </form>
  );
}

function Remove({ document, work }: Pick<InfoProps, 'document' | 'work'>) {
  const [isAsking, setAsking] = useState(false);
  const client = useQueryClient();
  const go = useGo();
  const remove = async () => {
    try {
      await call('DELETE', `/reports/documents/${document.id}`);
      void client.invalidateQueries({ queryKey: ['list', 'reports.documents'] });
      go('/reports', { replace: true });
    } catch (error) {
      setAsking(false);
      work.say({ tone: 'bad', text: messageOf(error) });
    }
  };
  if (!isAsking)
    return (
      <button type="button" className="kc-button kc-button-bare" onClick={() => setAsking(true)}>
        删除这份报告
      </button>
    );
  return (
    <span className="kc-di-ask">
      将删除正文和 {document.counts.total} 个数据，不能恢复。
      <button type="button" className="kc-button kc-button-danger" onClick={() => void remove()}>
        删除
      </button>
      <button type="button" className="kc-button" onClick={() => setAsking(false)}>
        不删
      </button>
    </span>
  );
}

export function DocumentInfo({ document, work, onClose }: InfoProps) {
  const words = { text: '文本', html: '网页', docx: 'Word 文档', pdf: 'PDF' }[document.format];
  return (
    <section className="kc-di kc-no-print" aria-label="报告信息">
      <p className="kc-di-facts">
        {document.kind === 'paste' ? '粘贴录入' : `${words} ${document.fileName ?? ''}`}，{document.characters.toLocaleString('en')} 字；
        {document.createdBy} {formatInstant(document.createdAt)} 录入
      </p>
      {work.mayWrite && (
        <>
          <Name key={`name${document.version}`} document={document} work={work} />
          <Reread key={`year${document.version}`} document={document} work={work} />
        </>
      )}
      <div className="kc-di-foot">
        {document.hasFile && (
          <button
            type="button"
            className="kc-button"
            onClick={() => {
              download(`/reports/documents/${document.id}/file`).catch((error: unknown) =>
                work.say({ tone: 'bad', text: messageOf(error) }),
              );
            }}
          >
            下载原件
          </button>
        )}
        {work.mayWrite && <Remove document={document} work={work} />}
        <button type="button" className="kc-button kc-di-close" onClick={onClose}>
          收起
        </button>
      </div>
    </section>
  );
}
