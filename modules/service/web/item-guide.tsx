// The guide of one service item: limits, basis, conditions, materials and steps; on the desk also the way in.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '#ui/api.ts';
import { formatPercent } from '#ui/format.ts';
import { AppLink, useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import { usePathParam } from '#ui/use-search.ts';
import type { ItemGuide } from '../wire.ts';
import { itemQuery } from './queries.ts';
import './service.css';

function Materials({ materials }: { materials: ItemGuide['materials'] }) {
  if (materials.length === 0) return <p className="kc-none">不需要材料。</p>;
  return (
    <div className="sv-wide">
      <table className="sv-table sv-materials">
        <thead>
          <tr>
            <th scope="col">材料</th>
            <th scope="col">来源</th>
            <th scope="col">怎样提供</th>
          </tr>
        </thead>
        <tbody>
          {materials.map((material) => (
            <tr key={material.name}>
              <th scope="row">{material.name}</th>
              <td>{material.sourceName}</td>
              <td>
                {material.isShared
                  ? '电子证照，免提交'
                  : `网上提交${material.copies > 0 ? `，纸质 ${material.copies} 份备查` : ''}${material.isOptional ? '（可不提供）' : ''}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Steps({ steps }: { steps: ItemGuide['steps'] }) {
  return (
    <ol className="sv-steps">
      {steps.map((step) => (
        <li key={step.name}>
          <b>{step.name}</b>
          <span>{step.by}</span>
          <span>{step.days === null ? '含在承诺时限内' : `${step.days} 个工作日`}</span>
        </li>
      ))}
    </ol>
  );
}

const compression = ({ legalLimit, promise }: ItemGuide): string => formatPercent(String((legalLimit - promise) / legalLimit), 0);

/** `at` is the address of the list; `start` the button that begins an application. */
export function Guide({ at, start }: { at: string; start?: (item: ItemGuide) => ReactNode }) {
  const query = useQuery(itemQuery(usePathParam('programme'), usePathParam('id')));
  const parent = { label: '办事指南', href: at };
  if (query.error)
    return (
      <div className="kc-page">
        <PageHead title="事项没有打开" parent={parent} />
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  if (!query.data) return <PageSkeleton />;
  const item = query.data;
  return (
    <div className="kc-page">
      <PageHead
        title={item.name}
        parent={parent}
        mark={<Status tone={item.visits === 0 ? 'good' : 'plain'}>{item.visits === 0 ? '一趟不用跑' : '最多跑一趟'}</Status>}
        lead={`${item.typeName}，${item.division}办理`}
        actions={start?.(item)}
      />
      {item.code.startsWith('SYNTHETIC') && (
        <Notice
          tone="plain"
          title="本事项为演示数据，编码、承诺时限和材料均为虚构；注明“由本级确定”的依据和时限，由各市按自己的规定填写。"
        />
      )}
      <FactList
        title="时限和费用"
        facts={[
          { label: '承诺时限', value: `${item.promise} 个工作日` },
          { label: `${item.limitName}时限`, value: `${item.legalLimit} 个工作日`, note: `${item.limitBasis}；压缩 ${compression(item)}` },
          { label: '收费', value: item.fee === '0' ? '不收费' : `${item.fee} 元` },
          { label: '到场次数', value: item.visits === 0 ? '0 次，全程网办' : '至多 1 次' },
          { label: '申请人', value: item.object.join('、') },
          { label: '办理结果', value: item.result },
          { label: '依据', value: item.basis.join('、'), wide: true },
          { label: '实施编码', value: item.code, wide: true },
        ]}
      />
      <Section title="办理条件">
        <ul className="sv-plain">
          {item.conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ul>
      </Section>
      <Section title="申请材料" note={`${item.materials.length} 项`}>
        <Materials materials={item.materials} />
      </Section>
      <Section title="办理环节">
        <Steps steps={item.steps} />
        <p className="kc-none">
          收到申请后五个工作日内受理或一次性告知补正，逾期不告知的，自收到之日起即为受理；专家评审、检验检测等时间不计入。
        </p>
      </Section>
    </div>
  );
}

function Start({ item }: { item: ItemGuide }) {
  const go = useGo();
  const client = useQueryClient();
  const begin = useMutation({
    mutationFn: () => call<{ id: string }>('POST', `/casework/standing/${item.programme}/${item.id}/drafts`),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['casework'] });
      go(`/desk/cases/${id}/form`);
    },
  });
  if (!item.object.includes('法人')) return <span className="kc-unknown">本事项由个人申请，请到窗口或政务服务网办理</span>;
  return (
    <>
      <button type="button" className="kc-button kc-button-main" disabled={begin.isPending} onClick={() => begin.mutate()}>
        在线办理
      </button>
      {begin.error && <ErrorState error={begin.error} onRetry={() => begin.mutate()} />}
    </>
  );
}

export const DeskGuide = () => <Guide at="/desk/services" start={(item) => <Start item={item} />} />;

export const OfficeGuide = () => (
  <Guide
    at="/service/items"
    start={(item) =>
      item.call !== null && (
        <AppLink className="kc-button" href={`/casework/calls/${item.call}`}>
          评价和时限设置
        </AppLink>
      )
    }
  />
);
