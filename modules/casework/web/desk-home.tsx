// The enterprise's first page: what is due, what it may apply for, where its cases stand, which titles it holds.
import { useQuery } from '@tanstack/react-query';
import { formatDay, formatDayText, formatInstant } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { RelatedList } from '#ui/record/related-list.tsx';
import type { CallView, CaseSummary } from '../wire.ts';
import { type Duty, dutiesOf, type HeldTitle, titlesIn, titleTone } from './duties.ts';
import { today } from './knowledge.tsx';
import { callsQuery, casesQuery, knownQuery, messagesQuery } from './queries.ts';
import { daysBetween, deadlineOf, isEditable, toneOf } from './words.ts';
import './casework.css';

const mine = casesQuery({ limit: '50', sort: '-createdAt' });

function Duties({ duties }: { duties: readonly Duty[] }) {
  if (duties.length === 0) return <p className="kc-none">目前没有要办的事。补正通知、临近截止的申报和快到期的资质会列在这里。</p>;
  return (
    <ul className="cw-duties">
      {duties.map((duty) => (
        <li key={duty.key}>
          <Status tone={duty.tone}>{duty.when}</Status>
          <span className="cw-duty-what">
            {duty.what}
            {duty.why && <small>{duty.why}</small>}
          </span>
          <AppLink href={duty.href} className="kc-button">
            {duty.verb}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

function OpenCalls({ calls }: { calls: readonly CallView[] }) {
  return (
    <RelatedList
      title="可以申报"
      empty="目前没有正在受理的事项；批次发布后会列在这里。"
      allHref="/desk/calls"
      items={calls.map((each) => {
        const deadline = deadlineOf(each, new Date());
        return {
          id: each.id,
          title: each.name,
          href: `/desk/calls/${each.id}`,
          hint: `${formatInstant(each.closesAt)} 截止`,
          mark: <Status tone={deadline.tone}>{deadline.words}</Status>,
        };
      })}
    />
  );
}

function MyCases({ cases }: { cases: readonly CaseSummary[] }) {
  return (
    <RelatedList
      title="我的办件"
      empty="还没有办件。从“申报”中选择事项，填写并提交后即可在这里看到进展。"
      total={cases.length}
      allHref="/desk/cases"
      items={cases.map((each) => ({
        id: each.id,
        title: `${each.dossierName}${each.number === null ? '' : `（${each.number}）`}`,
        href: each.status === 'draft' ? `/desk/cases/${each.id}/form` : `/desk/cases/${each.id}`,
        hint: each.status === 'draft' ? `${each.callName}，草稿` : each.waitsFor,
        mark: <Status tone={toneOf(each.status)}>{each.statusName}</Status>,
      }))}
    />
  );
}

function Titles({ titles, day }: { titles: readonly HeldTitle[]; day: string }) {
  return (
    <RelatedList
      title="我的资质"
      empty="在档资质中没有有效的称号。"
      items={titles.map((title) => ({
        id: `${title.kind}${title.from}`,
        title: title.name,
        hint: title.until === null ? '长期有效' : `有效期至 ${formatDay(title.until)}`,
        mark: (
          <Status tone={titleTone(title, day)}>
            {title.until === null ? '有效' : `剩 ${Math.max(0, daysBetween(day, title.until))} 天`}
          </Status>
        ),
      }))}
    />
  );
}

function Messages() {
  const messages = useQuery(messagesQuery);
  if (messages.error) return <ErrorState error={messages.error} onRetry={() => void messages.refetch()} />;
  const rows = messages.data?.rows ?? [];
  return (
    <Section
      title="消息"
      note={messages.data && messages.data.unread > 0 ? `${messages.data.unread} 条未读` : undefined}
      action={<AppLink href="/desk/messages">全部</AppLink>}
    >
      {messages.isPending ? (
        <TableSkeleton rows={2} />
      ) : rows.length === 0 ? (
        <p className="kc-none">还没有消息。退回补正、推荐和认定结果会告诉到这里。</p>
      ) : (
        <ul className="cw-notices">
          {rows.map((row) => (
            <li key={row.id} className={row.readAt === null ? 'cw-unread' : ''}>
              <AppLink href={`/desk/messages?open=${row.id}`}>{row.title}</AppLink>
              <small>{formatInstant(row.at)}</small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export default function DeskHome() {
  const cases = useQuery(mine);
  const calls = useQuery(callsQuery);
  const known = useQuery(knownQuery);
  const day = today();
  const failed = [cases, calls, known].find((query) => query.error !== null);
  const name = known.data?.facts['enterprise.name'];
  const head = <PageHead title={typeof name === 'string' ? name : '首页'} lead={`今天是 ${formatDayText(day)}`} />;
  if (failed)
    return (
      <div className="kc-page">
        {head}
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      </div>
    );
  if (!cases.data || !calls.data || !known.data)
    return (
      <div className="kc-page">
        {head}
        <TableSkeleton rows={6} />
      </div>
    );
  const rows = cases.data.rows;
  const open = calls.data.filter((each) => each.phase === '受理中');
  const titles = titlesIn(known.data.facts);
  const duties = dutiesOf({ cases: rows.filter((each) => isEditable(each.status)), calls: calls.data, titles, day, now: new Date() });
  return (
    <div className="kc-page">
      {head}
      <Section title="要办的事" note={duties.length > 0 ? `${duties.length} 件` : undefined}>
        <Duties duties={duties} />
      </Section>
      <div className="cw-halves">
        <div>
          <OpenCalls calls={open} />
          <MyCases cases={rows} />
        </div>
        <div>
          <Titles titles={titles} day={day} />
          <Messages />
        </div>
      </div>
      {rows.length === 0 && open.length > 0 && (
        <EmptyState
          title="第一次申报？"
          how={
            <>
              先用<AppLink href="/desk/self-check">自测</AppLink>看看条件是否符合，数据会自动带入申请表。
            </>
          }
        />
      )}
    </div>
  );
}
