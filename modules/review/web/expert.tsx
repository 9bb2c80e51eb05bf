// One expert: what is known, ties that may forbid a review, panels sat on, credit; and the form to change it.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import { RecordPage } from '#ui/record/record-page.tsx';
import { RelatedList } from '#ui/record/related-list.tsx';
import { useMay } from '#ui/session.ts';
import { usePathParam } from '#ui/use-search.ts';
import type { ExpertDetail } from '../wire.ts';
import { ExpertForm } from './expert-form.tsx';
import { expertQuery } from './queries.ts';
import { disciplineName, levelName, panelStatus, placeName, standingName, tieName } from './words.ts';
import './review.css';

const parent = { label: '评审专家', href: '/experts' };

function Ties({ expert }: { expert: ExpertDetail }) {
  return (
    <Section title="关系" note="抽取时逐件排查">
      {expert.ties.length === 0 ? (
        <p className="kc-none">没有登记的关系；评分前仍由本人声明</p>
      ) : (
        <div className="rv-scroll">
          <table className="rv-table">
            <thead>
              <tr>
                <th scope="col">关系</th>
                <th scope="col">单位或人员</th>
                <th scope="col">日期</th>
              </tr>
            </thead>
            <tbody>
              {expert.ties.map((tie) => (
                <tr key={`${tie.kind}${tie.unit}${tie.uscc}${tie.person}${tie.day}`}>
                  <td>{tieName(tie.kind)}</td>
                  <td>{[tie.unit, tie.person].filter((part) => part !== null).join('，') || tie.uscc}</td>
                  <td>{tie.day ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function Facts({ expert, action }: { expert: ExpertDetail; action: ReactNode }) {
  return (
    <FactList
      title="基本情况"
      action={action}
      facts={[
        { label: '工作单位', value: expert.unit },
        { label: '单位代码', value: expert.uscc },
        { label: '所在地', value: placeName(expert.region) },
        { label: '职称', value: `${levelName(expert.level)}${expert.title === '' ? '' : `，${expert.title}`}` },
        { label: '学科', value: expert.disciplines.map(disciplineName).join('、') },
        { label: '财务专家', value: expert.isFinance ? '是' : '否' },
        { label: '手机号', value: expert.phone },
        { label: '评审账户', value: expert.account === null ? '没有' : `${expert.account.name}（${expert.account.login}）` },
        { label: '本年参加评审组', value: `${expert.panelsThisYear} 次` },
        { label: '信用分', value: expert.credit },
      ]}
    />
  );
}

export default function ExpertPage() {
  const id = usePathParam('id');
  const { data: expert, error, refetch } = useQuery(expertQuery(id));
  const mayEdit = useMay('review/expert:edit');
  const [isEditing, setEditing] = useState(false);
  if (error)
    return (
      <div className="kc-page">
        <PageHead title="专家档案没有打开" parent={parent} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (expert === undefined) return <PageSkeleton />;
  const edit = (
    <button type="button" className="kc-button" onClick={() => setEditing(true)}>
      修改
    </button>
  );
  return (
    <RecordPage
      title={expert.name}
      parent={parent}
      lead={`${expert.unit}，${levelName(expert.level)}`}
      mark={
        expert.isDishonest ? (
          <Status tone="bad">科研失信</Status>
        ) : (
          <Status tone={expert.standing === 'active' ? 'good' : 'off'}>{standingName(expert.standing)}</Status>
        )
      }
    >
      {isEditing ? (
        <ExpertForm expert={expert} onDone={() => setEditing(false)} onCancel={() => setEditing(false)} />
      ) : (
        <>
          <Facts expert={expert} action={mayEdit ? edit : undefined} />
          <Ties expert={expert} />
          <RelatedList
            title="参加的评审组"
            empty="还没有参加过评审"
            items={expert.seats.map((seat) => ({
              id: seat.panel,
              title: seat.name,
              href: `/panels/${seat.panel}`,
              hint: `${seat.number}，${seat.day}，${seat.status === 'left' ? '已退出' : (panelStatus[seat.status]?.[1] ?? '')}`,
            }))}
          />
          {expert.credits.length > 0 && (
            <RelatedList
              title="信用扣分"
              items={expert.credits.map((line, i) => ({ id: `${line.day}${i}`, title: line.why, hint: `${line.day}，${line.points} 分` }))}
            />
          )}
        </>
      )}
    </RecordPage>
  );
}
