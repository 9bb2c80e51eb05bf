// One published need: what is asked, until when, and the way to answer it, or why one's own unit may not.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { ApiError, call } from '#ui/api.ts';
import { messageOf } from '#ui/api-error.ts';
import { formatDay } from '#ui/format.ts';
import { AppLink, useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { FactList } from '#ui/record/fact-list.tsx';
import { usePathParam } from '#ui/use-search.ts';
import type { BoardView } from '../wire.ts';
import { AnswersDocument } from './case-parts.tsx';
import { BarredNotice, windowTone } from './case-relations.tsx';
import { CaseSources } from './case-sources.tsx';
import { type Declared, useDeclared } from './knowledge.tsx';
import { boardItemQuery, type CasePageView } from './queries.ts';
import './casework.css';

/** The draft of an answer, or the one that the unit has already. */
function useAnswer(item: BoardView) {
  const go = useGo();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<string> => {
      try {
        const { id } = await call<{ id: string }>('POST', `/casework/board/${item.id}/drafts`);
        return `/desk/cases/${id}/form`;
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'ALREADY_APPLYING') throw error;
        const query = { status: 'draft,open,correction', programme: item.programme, sort: '-createdAt' };
        const { rows } = await call<CasePageView>('GET', '/casework/cases', { query });
        const own = rows.find((row) => item.answeredBy.some(({ id }) => id === row.dossier) && row.aboutCase === item.id);
        if (own === undefined) throw error;
        return `/desk/cases/${own.id}${own.status === 'open' ? '' : '/form'}`;
      }
    },
    onSuccess: async (href) => {
      await client.invalidateQueries({ queryKey: ['casework'] });
      go(href);
    },
  });
}

function AnswerButton({ item }: { item: BoardView }) {
  const answer = useAnswer(item);
  return (
    <>
      <Button type="primary" loading={answer.isPending} onClick={() => answer.mutate()}>
        我要揭榜
      </Button>
      {answer.error && (
        <p className="kc-failure" role="alert">
          {messageOf(answer.error)}
        </p>
      )}
    </>
  );
}

const isSealedUntilClose = ({ programme }: Declared, { dossier }: BoardView): boolean =>
  programme.dossiers.some(({ about, stages }) => about === dossier && stages.some(({ kind }) => kind === 'sealed'));

export function BoardItem({ base, mayAnswer }: { base: '/desk/board' | '/public/board'; mayAnswer: boolean }) {
  const item = useQuery(boardItemQuery(usePathParam('id')));
  const declared = useDeclared(item.data);
  const parent = { label: '揭榜', href: base };
  if (item.error)
    return (
      <div className="kc-page">
        <PageHead title="榜单没有打开" parent={parent} />
        <ErrorState error={item.error} onRetry={() => void item.refetch()} />
      </div>
    );
  if (!item.data || !declared) return <PageSkeleton />;
  const { headline, isOpen, phase, partyName, barred, opensOn, closesOn, shown } = item.data;
  const shownFields = Object.fromEntries(Object.entries(declared.dossier.form.fields).filter(([key]) => key in shown));
  const form = { pages: [{ title: '榜单内容', fields: shownFields }], fields: shownFields };
  return (
    <CaseSources>
      <div className="kc-page">
        <PageHead
          title={headline}
          parent={parent}
          actions={mayAnswer && isOpen && barred.length === 0 && <AnswerButton item={item.data} />}
        />
        <BarredNotice reasons={barred} />
        {!mayAnswer && isOpen && (
          <Notice title="揭榜须先登录">
            <AppLink href="/sign-in">登录后揭榜</AppLink>
          </Notice>
        )}
        <FactList
          columns={3}
          facts={[
            { label: '状态', value: <Status tone={windowTone(phase)}>{phase}</Status> },
            { label: '发榜方', value: partyName },
            { label: '揭榜期', value: `${formatDay(opensOn)} 至 ${formatDay(closesOn)} 24:00` },
          ]}
        />
        {isOpen && isSealedUntilClose(declared, item.data) && (
          <Notice title="揭榜申请密封保存">
            <p>截止后统一拆封，此前科技部门、发榜方和其他揭榜方都看不到方案、报价和材料，各揭榜方同等对待。</p>
          </Notice>
        )}
        <AnswersDocument dossier={{ ...declared.dossier, form }} answers={shown} />
      </div>
    </CaseSources>
  );
}

export default function DeskBoardItem() {
  return <BoardItem base="/desk/board" mayAnswer />;
}
