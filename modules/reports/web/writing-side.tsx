// Beside the report: where a figure comes from, comments, who changed what, last year's report, and signing.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#ui/api.ts';
import { formatDayText, formatInstant, formatNumber } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { EmptyState, ErrorState, Notice, TableSkeleton } from '#ui/page/states.tsx';
import { readingNames, type WrittenFigure } from '../model/writer/shapes.ts';
import type { OpenWork, Proof } from '../model/writer/work-shapes.ts';
import type { WritingWork } from './use-writing.ts';
import { comparisonQuery, historyQuery, lineageHref, signingQuery } from './writing-queries.ts';
import { ReleasePanel } from './writing-release.tsx';

export interface SideProps {
  readonly open: OpenWork;
  readonly work: WritingWork;
}

const exactText = ({ exact, unit }: WrittenFigure): string => (unit === '%' ? `${exact}（即小数）` : `${formatNumber(exact)}${unit}`);

export function SourcePanel({ open, figure }: { open: OpenWork; figure: WrittenFigure | undefined }) {
  if (figure === undefined) return <EmptyState title="点正文中的数据" how="这里显示它的指标、算法、时期和来源，并能打开到台账记录。" />;
  const facts = [
    ['指标', `${figure.name}（${readingNames[figure.reading]}）`],
    ['台账中的值', exactText(figure)],
    ['算法', figure.says],
    ['地区', figure.regionName],
    ['时期', `${formatDayText(figure.from)}至${formatDayText(figure.to)}`],
    ['来源', figure.source],
    ['按哪天已知', open.composed.known === null ? '现在' : formatDayText(open.composed.known)],
  ];
  return (
    <section aria-label="数据来源">
      <p className="wr-source-text">{figure.text}</p>
      <dl className="wr-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <AppLink className="kc-button" href={lineageHref(figure, open.composed.known)}>
        打开指标和台账记录
      </AppLink>
    </section>
  );
}

const sectionOf = ({ outline }: OpenWork, item: string): string =>
  outline.find(({ items }) => items.some(({ id }) => id === item))?.title ?? '已移去的段落';

export function CommentsPanel({ open, work }: SideProps) {
  const [item, setItem] = useState(open.outline[0]?.items[0]?.id ?? '');
  const [body, setBody] = useState('');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await work.comment(item, body)) setBody('');
  };
  return (
    <section aria-label="批注">
      {open.comments.length === 0 && <p className="wr-soft">还没有批注。</p>}
      <ul className="wr-comments">
        {open.comments.map((comment) => (
          <li key={comment.id}>
            <p>{comment.body}</p>
            <p className="wr-soft">
              {comment.by} · {sectionOf(open, comment.item)} · {formatInstant(comment.at)}
              {comment.settledBy !== null && ` · ${comment.settledBy}已处理`}
            </p>
            {comment.settledBy === null && work.mayWrite && (
              <button type="button" className="kc-button" disabled={work.isBusy} onClick={() => void work.settle(comment.id)}>
                标为已处理
              </button>
            )}
          </li>
        ))}
      </ul>
      <form className="wr-comment-form" onSubmit={(event) => void send(event)}>
        <label>
          批注哪一段
          <select className="kc-input" value={item} onChange={(event) => setItem(event.target.value)}>
            {open.outline.flatMap((section) =>
              section.items.map((one, at) => (
                <option key={one.id} value={one.id}>
                  {section.title} · 第{at + 1}项
                </option>
              )),
            )}
          </select>
        </label>
        <textarea aria-label="批注内容" value={body} rows={3} onChange={(event) => setBody(event.target.value)} />
        <button type="submit" className="kc-button kc-button-main" disabled={body.trim() === '' || work.isBusy}>
          写批注
        </button>
      </form>
    </section>
  );
}

export function HistoryPanel({ open }: { open: OpenWork }) {
  const query = useQuery(historyQuery(open.report.id));
  if (query.isPending) return <TableSkeleton rows={4} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.rows.length === 0) return <EmptyState title="还没有改过" how="写了文字或调整章节后，这里记下谁改了哪些字。" />;
  return (
    <ul className="wr-history" aria-label="修改记录">
      {query.data.rows.map((row) => (
        <li key={`${row.item}-${row.revision}`}>
          <p className="wr-soft">
            {row.by} 改{row.where}，第{row.revision}稿，{formatInstant(row.at)}
          </p>
          <p>
            {row.before.slice(-30)}
            {row.removed !== '' && <del>{row.removed}</del>}
            {row.added !== '' && <ins>{row.added}</ins>}
            {row.after.slice(0, 30)}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function ComparisonPanel({ open }: { open: OpenWork }) {
  const query = useQuery(comparisonQuery(open.report.id));
  if (query.isPending) return <TableSkeleton rows={6} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { against, rows } = query.data;
  return (
    <section aria-label="与上年对照">
      <p className="wr-soft">{against === null ? '上年没有签发的报告；“上年”一栏是台账中的数。' : `对照“${against}”。`}</p>
      <div className="kc-scroll">
        <table className="wr-table">
          <thead>
            <tr>
              <th>指标</th>
              <th>上年</th>
              <th>今年</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.indicator} className={row.says.includes('更正') ? 'wr-revised' : undefined}>
                <td>
                  {row.name}
                  {against !== null && <small>{row.says}</small>}
                </td>
                <td className="wr-number">{row.past ?? row.standing ?? '—'}</td>
                <td className="wr-number">{row.own ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function SigningPanel({ open, work }: SideProps) {
  const query = useQuery(signingQuery(open.report.id));
  if (query.isPending) return <TableSkeleton rows={3} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { digest, known, problems, figures, openComments } = query.data;
  return (
    <section aria-label="签发">
      <p>
        将按 {formatDayText(known)} 已知的台账固定全文和 {figures}{' '}
        个数据。签发后不能再改；台账以后的更正不影响本报告，但会在下年对照中指出。
      </p>
      {openComments > 0 && <Notice tone="warn" title={`还有 ${openComments} 条批注没有处理`} />}
      {problems.length > 0 && (
        <Notice tone="bad" title={`还有 ${problems.length} 处须改，改好才能签发`}>
          <ul>
            {problems.map((problem) => (
              <li key={problem.item + problem.text}>
                “{sectionOf(open, problem.item)}”{problem.text}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <button
        type="button"
        className="kc-button kc-button-main"
        disabled={problems.length > 0 || work.isBusy}
        onClick={() => void work.sign(digest)}
      >
        签发
      </button>
    </section>
  );
}

/** Composes the signed report once more from the ledger. */
export function ProofPanel({ open }: { open: OpenWork }) {
  const [isAsked, setAsked] = useState(false);
  const query = useQuery({
    queryKey: ['reports', 'work', open.report.id, 'proof'],
    queryFn: ({ signal }) => call<Proof>('GET', `/reports/own/${open.report.id}/proof`, { signal }),
    enabled: isAsked,
  });
  return (
    <section aria-label="定稿">
      <dl className="wr-facts">
        <div>
          <dt>签发</dt>
          <dd>
            {open.report.signedBy}，{formatInstant(open.report.signedAt)}
          </dd>
        </div>
        <div>
          <dt>数据截至</dt>
          <dd>{formatDayText(open.report.known)}已知的台账</dd>
        </div>
        <div>
          <dt>指纹</dt>
          <dd className="wr-digest">{open.report.digest}</dd>
        </div>
      </dl>
      <button type="button" className="kc-button" onClick={() => setAsked(true)}>
        用台账重新生成，核对是否一致
      </button>
      {query.isError && <ErrorState error={query.error} />}
      {query.data !== undefined && (
        <Notice tone={query.data.isSame ? 'good' : 'warn'} title={query.data.says}>
          {query.data.differences.length > 0 && (
            <ul>
              {query.data.differences.map((difference) => (
                <li key={difference}>{difference}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <ReleasePanel report={open.report.id} />
    </section>
  );
}
