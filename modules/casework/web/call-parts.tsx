// The way into a call for an applicant: self-check first, then apply.
import { App, Button } from 'antd';
import { messageOf } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import type { CallView, CaseSummary } from '../wire.ts';
import type { Declared } from './knowledge.tsx';
import { useStartApplication } from './start-application.ts';

export const selfCheckHref = (of: { readonly programme: string; readonly dossier: string }, callId?: string): string =>
  `/desk/self-check/${of.programme}/${of.dossier}${callId === undefined ? '' : `?call=${callId}`}`;

interface CallButtonsProps {
  readonly call: CallView;
  readonly declared: Declared;
  /** The firm's own application in this call. */
  readonly own: CaseSummary | undefined;
}

/** Self-check first, then apply; what has been begun is gone on with. */
export function CallButtons({ call, declared, own }: CallButtonsProps) {
  const { message } = App.useApp();
  const start = useStartApplication();
  const begin = () => start.mutate({ call, dossier: declared.dossier }, { onError: (error) => void message.error(messageOf(error)) });
  const isOpen = call.phase === '受理中' || call.phase === '未开始';
  return (
    <div className="cw-buttons">
      <AppLink className="kc-button" href={selfCheckHref(call, call.id)}>
        先自测
      </AppLink>
      {own !== undefined && (
        <AppLink className="kc-button kc-button-main" href={`/desk/cases/${own.id}${own.status === 'open' ? '' : '/form'}`}>
          {own.status === 'draft' ? '继续填写' : own.status === 'correction' ? '去补正' : '查看办件'}
        </AppLink>
      )}
      {own === undefined && isOpen && (
        <Button type="primary" loading={start.isPending} onClick={begin}>
          {call.phase === '受理中' ? '开始申报' : '预先填写'}
        </Button>
      )}
    </div>
  );
}
