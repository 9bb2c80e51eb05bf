// What a case has to do with others: the published case that it answers, those that answer it, its scores, its agreement and milestones.
import { formatDay, formatMoney } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { Notice } from '#ui/page/states.tsx';
import { Status, type Tone } from '#ui/page/status.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import type { CaseDetail } from '../wire.ts';
import { toneOf } from './words.ts';

export const windowTone = (phase: string): Tone => (phase === '揭榜中' ? 'good' : phase === '已揭榜' ? 'plain' : 'off');

/** Why the applicant may not answer, before and after it has tried. */
export function BarredNotice({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return (
    <Notice tone="bad" title="发榜方的关联单位不能揭榜">
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <p>登记信息有误的，请联系所在县区科技局核对更正。</p>
    </Notice>
  );
}

interface RelationProps {
  readonly detail: CaseDetail;
  /** Where a case opens: the office's pages or the enterprise's. */
  readonly base: '/casework/cases' | '/desk/cases';
}

function About({ detail, base }: RelationProps) {
  const about = detail.about ?? detail.board;
  if (about === null) return null;
  const href = base === '/desk/cases' ? `/desk/board/${about.id}` : `/casework/cases/${about.id}`;
  return (
    <FactList
      title={detail.about === null ? '榜单' : '所揭榜单'}
      columns={2}
      facts={[
        { label: '需求', value: detail.about === null ? about.headline : <AppLink href={href}>{about.headline}</AppLink>, wide: true },
        { label: '发榜方', value: about.partyName },
        { label: '状态', value: <Status tone={windowTone(about.phase)}>{about.phase}</Status> },
        { label: '揭榜期', value: `${formatDay(about.opensOn)} 至 ${formatDay(about.closesOn)} 24:00` },
      ]}
    />
  );
}

function Scores({ detail }: { detail: CaseDetail }) {
  const { weighed } = detail;
  if (weighed === null) return null;
  return (
    <FactList
      title="评分"
      columns={3}
      facts={[
        { label: weighed.firstName, value: weighed.first },
        { label: weighed.secondName, value: weighed.second },
        { label: '综合得分', value: weighed.total },
      ]}
    />
  );
}

/** Best first once there are totals. */
const byTotal = (rows: CaseDetail['answering']): CaseDetail['answering'] =>
  [...rows].sort((a, b) => Number(b.weighed?.total ?? -1) - Number(a.weighed?.total ?? -1));

function Answering({ detail, base }: RelationProps) {
  if (detail.board === null) return null;
  const { answering } = detail;
  const hasScores = answering.some(({ weighed }) => weighed !== null);
  return (
    <Section title="揭榜申请" note={answering.length > 0 ? `${answering.length} 件` : undefined}>
      {answering.length === 0 ? (
        <p className="kc-none">还没有提交的揭榜申请。</p>
      ) : (
        <div className="cw-scroll">
          <table className="cw-queue">
            <thead>
              <tr>
                <th scope="col">揭榜方</th>
                <th scope="col">提交日期</th>
                {hasScores && <th scope="col">专家 / 发榜方 / 综合</th>}
                <th scope="col">状态</th>
                <th scope="col">当前</th>
              </tr>
            </thead>
            <tbody>
              {byTotal(answering).map((row) => (
                <tr key={row.id}>
                  <td>
                    <AppLink href={`${base}/${row.id}`}>{row.partyName}</AppLink>
                  </td>
                  <td className="kc-nowrap">{formatDay(row.submittedOn)}</td>
                  {hasScores && (
                    <td className="kc-nowrap">
                      {[row.weighed?.first, row.weighed?.second, row.weighed?.total].map((score) => score ?? '—').join(' / ')}
                    </td>
                  )}
                  <td>
                    <Status tone={toneOf(row.status)}>{row.statusName}</Status>
                  </td>
                  <td>{row.waitsFor}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

const sealTitles = { own: '本件已密封保存', kept: '本件密封保存，暂不能查看', answers: '揭榜申请密封保存' } as const;

/** All bids are opened at once: said to those who wait for it and to those who would like to look. */
function Sealed({ detail: { sealed, status, about, board } }: { detail: CaseDetail }) {
  const until = (about ?? board)?.closesOn;
  if (sealed === null || until === undefined) return null;
  if (sealed === 'kept' && status !== 'open') return <Notice title="本件拆封前已办结，内容不予查看" />;
  return (
    <Notice title={sealTitles[sealed]}>
      <p>{formatDay(until)} 24:00 截止后统一拆封。此前科技部门、发榜方和其他揭榜方都看不到方案、报价和材料，各揭榜方同等对待。</p>
    </Notice>
  );
}

const milestoneTones: Readonly<Record<string, Tone>> = { waiting: 'plain', reported: 'wait', accepted: 'good', rejected: 'warn' };

function AgreementPart({ detail }: { detail: CaseDetail }) {
  const { agreement } = detail;
  if (agreement === null) return null;
  return (
    <>
      <FactList
        title="合同"
        columns={2}
        facts={[
          { label: '合同编号', value: agreement.number },
          { label: '签订日期', value: formatDay(agreement.signedOn) },
          { label: '合同总额', value: formatMoney(agreement.contractAmount) },
          { label: '财政资金', value: formatMoney(agreement.fiscalAmount) },
          { label: '自有资金', value: formatMoney(agreement.ownAmount) },
          { label: '完成日期', value: formatDay(agreement.endsOn) },
        ]}
      />
      <Section
        title="里程碑"
        note={`${agreement.milestones.filter(({ status }) => status === 'accepted').length} / ${agreement.milestones.length} 已验收`}
      >
        <div className="cw-scroll">
          <table className="cw-queue">
            <thead>
              <tr>
                <th scope="col">内容</th>
                <th scope="col">期限</th>
                <th scope="col">财政拨付</th>
                <th scope="col">状态</th>
              </tr>
            </thead>
            <tbody>
              {agreement.milestones.map((row) => (
                <tr key={row.no}>
                  <td>
                    {row.no}. {row.name}
                  </td>
                  <td className="kc-nowrap">{formatDay(row.dueOn)}</td>
                  <td className="kc-nowrap">{formatMoney(row.amount)}</td>
                  <td>
                    <Status tone={milestoneTones[row.status] ?? 'plain'}>{row.statusName}</Status>
                    {row.acceptedOn !== null && <small> {formatDay(row.acceptedOn)}</small>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </>
  );
}

/** Nothing at all for a case that stands alone. */
export function CaseRelations(props: RelationProps) {
  return (
    <>
      <Sealed detail={props.detail} />
      <About {...props} />
      <Scores detail={props.detail} />
      <AgreementPart detail={props.detail} />
      <Answering {...props} />
    </>
  );
}

export const hasRelations = ({ about, board, agreement }: CaseDetail): boolean => about !== null || board !== null || agreement !== null;
