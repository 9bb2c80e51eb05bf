// The self-check of an applicant, begun with what the register knows of it; nothing is sent until one applies with it.
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { messageOf } from '#ui/api.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { usePathParam, useSearchState } from '#ui/use-search.ts';
import type { CallView } from '../wire.ts';
import type { Answers } from './assess.ts';
import { CaseSources } from './case-sources.tsx';
import { Checking, storeKey } from './checking.tsx';
import { type Declared, declaredIn, useCatalogue } from './knowledge.tsx';
import { callsQuery, knownQuery } from './queries.ts';
import { useStartApplication } from './start-application.ts';
import './casework.css';

const parent = { label: '自测', href: '/desk/self-check' };

function Apply({ declared, answers, calls }: { declared: Declared; answers: Answers; calls: readonly CallView[] }) {
  const { message } = App.useApp();
  const [search] = useSearchState();
  const start = useStartApplication();
  const open = calls.filter(
    (each) =>
      each.programme === declared.programme.id &&
      each.dossier === declared.dossier.id &&
      (each.phase === '受理中' || each.phase === '未开始'),
  );
  const chosen = open.find((each) => each.id === search.call) ?? open.find((each) => each.phase === '受理中') ?? open[0];
  if (chosen === undefined) return <small>目前没有受理中的批次，批次发布后可用这些数据申报。</small>;
  const begin = () =>
    start.mutate({ call: chosen, dossier: declared.dossier, answers }, { onError: (error) => void message.error(messageOf(error)) });
  return (
    <>
      <Button type="primary" loading={start.isPending} onClick={begin}>
        用这些数据开始申报
      </Button>
      <small>{chosen.name}</small>
    </>
  );
}

export default function SelfCheck() {
  const [search] = useSearchState();
  const declared = declaredIn(useCatalogue(), usePathParam('programme'), usePathParam('dossier'));
  const known = useQuery(knownQuery);
  const calls = useQuery(callsQuery);
  if (declared === undefined)
    return (
      <div className="kc-page">
        <PageHead title="没有这个事项" parent={parent} />
        <EmptyState title="没有找到要自测的事项" how="请从“自测”中重新选择。" />
      </div>
    );
  const error = known.error ?? calls.error;
  if (error)
    return (
      <div className="kc-page">
        <PageHead title={`自测：${declared.dossier.name}`} parent={parent} />
        <ErrorState error={error} onRetry={() => void Promise.all([known.refetch(), calls.refetch()])} />
      </div>
    );
  if (!known.data || !calls.data) return <PageSkeleton />;
  return (
    <CaseSources>
      <Checking
        key={storeKey(declared)}
        declared={declared}
        known={known.data}
        call={calls.data.find((each) => each.id === search.call)}
        parent={parent}
        lead="只填条件用到的数据；在档数据已带入并注明来源，可以改动试算，不会改变档案。"
        next={(answers) => <Apply declared={declared} answers={answers} calls={calls.data} />}
      />
    </CaseSources>
  );
}
