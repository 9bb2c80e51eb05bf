// The report as the paper that will be signed: figures that open into their source, and the office's own paragraphs to write in place.
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { DocumentSheet } from '#ui/document/document-sheet.tsx';
import { formatDay, formatDayText } from '#ui/format.ts';
import { readingNames, type Section, type WrittenBlock, type WrittenRun } from '../model/writer/shapes.ts';
import type { OpenWork } from '../model/writer/work-shapes.ts';
import type { WritingWork } from './use-writing.ts';
import { insertableQuery, lineageHref } from './writing-queries.ts';

type Item = Section['items'][number];

export interface SheetProps {
  readonly open: OpenWork;
  readonly work: WritingWork;
  /** Position of the figure on hand. */
  readonly figure: number | null;
  readonly onFigure: (at: number) => void;
}

interface Figures extends Pick<SheetProps, 'figure' | 'onFigure'> {
  /** Address of the indicator of each figure. */
  readonly sources: readonly string[];
}

function Runs({ runs, figure, onFigure, sources }: { runs: readonly WrittenRun[] } & Figures) {
  let at = 0;
  return (
    <>
      {runs.map((run) => {
        const key = `${at++}`;
        if (run.figure === null) return <span key={key}>{run.text}</span>;
        const own = run.figure;
        return (
          <a
            key={key}
            href={sources[own] ?? '#'}
            className="wr-figure"
            aria-current={figure === own}
            title="看这个数据的来源"
            onClick={(event) => {
              // With Ctrl or the middle button the indicator's own page opens beside.
              if (event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              onFigure(own);
            }}
          >
            {run.text}
          </a>
        );
      })}
    </>
  );
}

function Block({ block, ...rest }: { block: WrittenBlock } & Figures) {
  if (block.kind === 'heading') {
    const text = block.runs.map((run) => run.text).join('');
    return block.level === 1 ? <h3 id={`wr-${block.item}`}>{text}</h3> : <h4 id={`wr-${block.item}`}>{text}</h4>;
  }
  if (block.kind === 'paragraph')
    return (
      <p>
        <Runs runs={block.runs} {...rest} />
      </p>
    );
  return (
    <div className="wr-paper-table">
      <table>
        <caption>{block.runs.map((run) => run.text).join('')}</caption>
        <thead>
          <tr>
            {block.columns.map((column) => (
              <th key={column.title}>{column.title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row[0]?.text}>
              {row.map((run, at) => (
                <td key={block.columns[at]?.title} style={{ textAlign: block.columns[at]?.align ?? 'left' }}>
                  <Runs runs={[run]} {...rest} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Looks figures up by name and puts them in where the cursor stands. */
function Inserter({ id, onInsert }: { id: string; onInsert: (text: string) => void }) {
  const [q, setQ] = useState('');
  const [form, setForm] = useState('值');
  const query = useQuery({ ...insertableQuery(id, q), enabled: q.trim() !== '' });
  return (
    <div className="wr-inserter">
      <div className="wr-inserter-line">
        <input
          className="kc-input"
          type="search"
          aria-label="插入数据：按指标名称查找"
          placeholder="插入数据：输入指标名称，如“高企”"
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <select className="kc-input" aria-label="写法" value={form} onChange={(event) => setForm(event.target.value)}>
          {Object.values(readingNames)
            .filter((name) => name !== '突破')
            .map((name) => (
              <option key={name}>{name}</option>
            ))}
        </select>
      </div>
      {query.data !== undefined && q.trim() !== '' && (
        <ul aria-label="找到的数据">
          {query.data.rows.length === 0 && <li className="wr-soft">没有这个名称的指标，请换个说法</li>}
          {query.data.rows.map((row) => (
            <li key={row.name}>
              <button
                type="button"
                className="kc-button kc-button-bare"
                onClick={() => {
                  onInsert(`{{${row.name}${form === '值' ? '' : `|${form}`}}}`);
                  setQ('');
                }}
              >
                {row.name} <b>{row.value ?? row.why}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function OwnEditor({ item, open, work, onDone }: { item: Item; open: OpenWork; work: WritingWork; onDone: () => void }) {
  const standing = open.texts.find((text) => text.item === item.id);
  const [body, setBody] = useState(standing?.body ?? '');
  const [seen] = useState(standing?.revision ?? 0);
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (text: string) => {
    const at = area.current?.selectionStart ?? body.length;
    setBody(`${body.slice(0, at)}${text}${body.slice(at)}`);
    area.current?.focus();
  };
  return (
    <div className="wr-editor kc-no-print">
      <Inserter id={open.report.id} onInsert={insert} />
      <textarea
        ref={area}
        aria-label={item.prompt}
        value={body}
        rows={Math.max(5, body.split('\n').length + Math.ceil(body.length / 36))}
        placeholder={item.prompt}
        onChange={(event) => setBody(event.target.value)}
      />
      <div className="wr-editor-foot">
        <button
          type="button"
          className="kc-button kc-button-main"
          disabled={work.isBusy}
          onClick={() => void work.writeText(item.id, body, seen).then((isDone) => isDone && onDone())}
        >
          保存这一段
        </button>
        <button type="button" className="kc-button" onClick={onDone}>
          取消
        </button>
        <span className="wr-soft">一行一段；双花括号里是台账数据，签发前随台账更新</span>
      </div>
    </div>
  );
}

function ItemView({ item, blocks, ...props }: { item: Item; blocks: readonly WrittenBlock[] } & SheetProps & Figures) {
  const { open, work, figure, onFigure, sources } = props;
  const [isEditing, setEditing] = useState(false);
  const remarks = open.composed.remarks.filter((remark) => remark.item === item.id);
  const isOwn = item.kind === 'own';
  if (isEditing) return <OwnEditor item={item} open={open} work={work} onDone={() => setEditing(false)} />;
  return (
    <div className="wr-item" id={`wr-${item.id}`}>
      {blocks.map((block, at) => (
        <Block key={`${item.id}-${at === 0 ? 'first' : at}`} block={block} figure={figure} onFigure={onFigure} sources={sources} />
      ))}
      {isOwn && work.mayWrite && (
        <button type="button" className="wr-write kc-no-print" onClick={() => setEditing(true)}>
          {blocks.length === 0 ? `＋ ${item.prompt}` : '改这一段'}
        </button>
      )}
      {work.isDraft &&
        remarks.map((remark) => (
          <p key={remark.text} className={`wr-remark wr-remark-${remark.tone} kc-no-print`}>
            {remark.tone === 'problem' ? '须改：' : '未写：'}
            {remark.text}
          </p>
        ))}
    </div>
  );
}

export function WritingSheet(props: SheetProps) {
  const { open, work } = props;
  const { composed, outline, report } = open;
  const sources = composed.figures.map((one) => lineageHref(one, composed.known));
  const heading = (id: string) => composed.blocks.find((block) => block.kind === 'heading' && block.item === id);
  return (
    <DocumentSheet
      title={composed.title}
      isDraft={work.isDraft}
      {...(report.number === null ? {} : { redHead: `${report.regionName}科学技术局文件`, number: report.number })}
      annexes={composed.figures.length === 0 ? [] : ['数据来源']}
      {...(report.signedAt === null
        ? {}
        : { signature: { office: `${report.regionName}科学技术局`, day: formatDayText(formatDay(report.signedAt)) } })}
    >
      {outline.map((section) => {
        const printed = heading(section.id);
        if (printed === undefined && !work.isDraft) return null;
        return (
          <div key={section.id}>
            {printed === undefined ? (
              <p id={`wr-${section.id}`} className="wr-unprinted kc-no-print">
                {section.title}（没有内容，不打印）
              </p>
            ) : (
              <Block block={printed} figure={null} onFigure={props.onFigure} sources={sources} />
            )}
            {section.items.map((item) => (
              <ItemView
                key={item.id}
                item={item}
                blocks={composed.blocks.filter((block) => block.kind !== 'heading' && block.item === item.id)}
                {...props}
                sources={sources}
              />
            ))}
          </div>
        );
      })}
    </DocumentSheet>
  );
}
