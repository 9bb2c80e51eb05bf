// The words of a publication, edited beside the list as the public will read it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { call, messageOf } from '#ui/api.ts';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { ComingPublication, PublicationPlace } from '../model/publication-views.ts';

type Words = Pick<ComingPublication, 'title' | 'lead' | 'closing' | 'keeps' | 'version' | 'columns' | 'rows'>;

interface EditorProps {
  readonly title: string;
  readonly address: string;
  readonly text: Words;
  readonly done: string;
  readonly onClose: () => void;
}

export function PublicationEditor({ title, address, text, done, onClose }: EditorProps) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [words, setWords] = useState({ title: text.title, lead: text.lead, closing: text.closing, keeps: text.keeps });
  const [isBusy, setBusy] = useState(false);
  const change = (part: Partial<typeof words>) => setWords((before) => ({ ...before, ...part }));
  const save = async () => {
    setBusy(true);
    try {
      await call('PUT', address, { body: { ...words, version: text.version } });
      message.success(done);
      await client.invalidateQueries({ queryKey: ['casework', 'publications'] });
      onClose();
    } catch (error) {
      message.error(messageOf(error));
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      width={760}
      title={title}
      okText="保存"
      cancelText="不改了"
      confirmLoading={isBusy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <label htmlFor="publication-title">标题</label>
      <Input id="publication-title" value={words.title} maxLength={120} onChange={(event) => change({ title: event.target.value })} />
      <label htmlFor="publication-lead">正文（名单之前）</label>
      <Input.TextArea
        id="publication-lead"
        value={words.lead}
        maxLength={4000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        onChange={(event) => change({ lead: event.target.value })}
      />
      <div className="cw-preview">
        <table>
          <caption>
            {text.rows.length === 0 ? '目前没有等待公示的办件，名单将列出以下各项' : `名单（${text.rows.length} 项，随办理产生，不能改写）`}
          </caption>
          <thead>
            <tr>
              {text.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {text.rows.map((cells) => (
              <tr key={cells.join('/')}>
                {cells.map((cell, i) => (
                  <td key={text.columns[i]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <label htmlFor="publication-closing">结尾（名单之后）</label>
      <Input.TextArea
        id="publication-closing"
        value={words.closing}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={(event) => change({ closing: event.target.value })}
      />
      <Checkbox checked={words.keeps} onChange={(event) => change({ keeps: event.target.checked })}>
        公示期满后保留在往期公示中
      </Checkbox>
    </Modal>
  );
}

type Place = PublicationPlace & { readonly callName: string; readonly stageName: string; readonly waiting: number };

function Editing({ place, onClose }: { place: Place; onClose: () => void }) {
  const address = `/casework/publication-texts/${place.call}/${place.dossier}/${place.stage}`;
  const coming = useQuery({
    queryKey: ['casework', 'publications', 'coming', address],
    queryFn: ({ signal }) => call<ComingPublication>('GET', address, { signal }),
    gcTime: 0,
  });
  if (coming.data === undefined)
    return (
      <Modal open footer={null} title={place.callName} onCancel={onClose}>
        {coming.error ? <ErrorState error={coming.error} onRetry={() => void coming.refetch()} /> : <TableSkeleton rows={4} />}
      </Modal>
    );
  return (
    <PublicationEditor
      title={`${place.callName}：拟公示的文字`}
      address={address}
      text={coming.data}
      done="已保存，审定同意时照此公示。"
      onClose={onClose}
    />
  );
}

/** Calls with a public notice ahead: those in which cases wait stand first. */
export function ComingList() {
  const [editing, setEditing] = useState<Place | null>(null);
  const places = useQuery({
    queryKey: ['casework', 'publications', 'places'],
    queryFn: async ({ signal }) => (await call<{ rows: Place[] }>('GET', '/casework/publication-texts', { signal })).rows,
  });
  const rows = [...(places.data ?? [])].sort((one, other) => other.waiting - one.waiting);
  const idle = rows.filter(({ waiting }) => waiting === 0);
  const listOf = (some: readonly Place[]) => (
    <ul className="cw-calls">
      {some.map((place) => (
        <li key={`${place.call}/${place.dossier}/${place.stage}`}>
          <div>
            <strong>{place.callName}</strong>
            <span className="cw-call-facts">
              <span>{place.stageName}</span>
              <span>{place.waiting === 0 ? '目前没有等待审定的办件' : `${place.waiting} 件等待审定`}</span>
            </span>
          </div>
          <Button onClick={() => setEditing(place)}>预览和拟订文字</Button>
        </li>
      ))}
    </ul>
  );
  return (
    <Section title="拟公示" note="先拟好标题和文字，审定同意的同时发布">
      {places.error && <ErrorState error={places.error} onRetry={() => void places.refetch()} />}
      {places.isPending && <TableSkeleton rows={3} />}
      {places.data?.length === 0 && <EmptyState title="没有要公示的批次" how="有公示环节的批次发布后会列在这里。" />}
      {listOf(rows.filter(({ waiting }) => waiting > 0))}
      {idle.length > 0 && (
        <details open={idle.length === rows.length}>
          <summary>目前没有等待审定的批次（{idle.length} 个）</summary>
          {listOf(idle)}
        </details>
      )}
      {editing !== null && <Editing place={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}
