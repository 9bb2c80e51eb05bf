// Merges a duplicate into the party that stays: both side by side, what moves, what stands in the way, and then it is done.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { EntryForm } from '#ui/form/entry-form.tsx';
import { AppLink, useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useSearchState } from '#ui/use-search.ts';
import type { Done, MergePreview } from '../wire.ts';
import { type Names, useNames } from './known.tsx';
import { reasonFields } from './party-fields.ts';
import { mergerQuery, refreshParties } from './queries.ts';
import { periodWords } from './words.ts';
import './registry.css';

const parent = { label: '疑似重复', href: '/registry/duplicates' };

type Side = MergePreview['survivor'];

function rowsOf(names: Names): readonly { label: string; of: (side: Side) => string | null }[] {
  return [
    { label: '名称', of: (side) => side.name },
    { label: '信用代码', of: (side) => side.uscc },
    { label: '所属地区', of: (side) => names.region(side.region) },
    { label: '法定代表人', of: (side) => side.legalPerson },
    { label: '成立日期', of: (side) => side.foundedOn },
    { label: '注册地址', of: (side) => side.address },
  ];
}

function Holdings({ preview: { absorbed, survivor } }: { preview: MergePreview }) {
  return Object.keys(survivor.holds).map((name) => (
    <tr key={name}>
      <td>{name}</td>
      <td>{survivor.holds[name] === 0 ? '没有' : `${survivor.holds[name]} 项`}</td>
      <td>{absorbed.holds[name] === 0 ? '没有' : `${absorbed.holds[name]} 项，将移到左边`}</td>
    </tr>
  ));
}

function Comparison({ preview, names, onTurn }: { preview: MergePreview; names: Names; onTurn: () => void }) {
  const { absorbed, survivor } = preview;
  return (
    <div className="rg-scroll">
      <table className="rg-table rg-compare">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">
              <div className="rg-actions">
                保留
                <AppLink href={`/registry/parties/${survivor.id}`}>打开</AppLink>
              </div>
            </th>
            <th scope="col">
              <div className="rg-actions">
                并入后不再使用
                <AppLink href={`/registry/parties/${absorbed.id}`}>打开</AppLink>
                <button type="button" className="rg-link" onClick={onTurn}>
                  左右对调
                </button>
              </div>
            </th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(names).map(({ label, of }) => {
            const [kept, gone] = [of(survivor), of(absorbed)];
            return (
              <tr key={label}>
                <td>{label}</td>
                <td>{kept ?? (gone === null ? <span className="kc-unknown">—</span> : <i>沿用右边的</i>)}</td>
                <td className={kept !== null && gone !== null && kept !== gone ? 'rg-differs' : ''}>
                  {gone ?? <span className="kc-unknown">—</span>}
                </td>
              </tr>
            );
          })}
          <Holdings preview={preview} />
        </tbody>
      </table>
    </div>
  );
}

function Overlaps({ preview }: { preview: MergePreview }) {
  if (preview.overlaps.length === 0) return null;
  return (
    <Notice tone="warn" title="两边有同类资质，有效期重叠">
      <ul>
        {preview.overlaps.map((title) => (
          <li key={title.id}>
            {title.name}：右边 {title.number ?? '无编号'}（{periodWords(title.from, title.until)}），左边 {title.survivorNumber ?? '无编号'}
          </li>
        ))}
      </ul>
      <p>合并时以左边的为准，右边重叠的记为“已被替代”，不重复计数。请先核对证书。</p>
    </Notice>
  );
}

function Merging({ preview, names }: { preview: MergePreview; names: Names }) {
  const go = useGo();
  const client = useQueryClient();
  const [, change] = useSearchState();
  const [isDone, setDone] = useState(false);
  const { absorbed, survivor, overlaps, sameFinance } = preview;
  const years = [...new Set(sameFinance.map((line) => line.year))].join('、');
  const run = async ({ reason }: Readonly<Record<string, unknown>>): Promise<string> => {
    const body = {
      absorbed: { id: absorbed.id, version: absorbed.version },
      survivor: { id: survivor.id, version: survivor.version },
      reason,
      overlaps: overlaps.length > 0 ? 'keep-survivor' : 'refuse',
    };
    const done = await call<Done>('POST', '/registry/mergers', { body });
    setDone(true);
    await refreshParties(client);
    go(`/registry/parties/${survivor.id}`);
    return done.says;
  };
  return (
    <>
      <Section title="比较">
        <Comparison
          preview={preview}
          names={names}
          onTurn={() => change({ absorbed: survivor.id, survivor: absorbed.id }, { replace: true })}
        />
      </Section>
      <Overlaps preview={preview} />
      {sameFinance.length > 0 && (
        <Notice title={`${years} 年两边都有同一来源的财务数据`}>
          <p>以左边的为准，右边的保留在更正记录中。</p>
        </Notice>
      )}
      {!isDone && (
        <EntryForm
          label="合并"
          fields={reasonFields('合并理由', '例如“同一企业重复登记，信用代码相同”')}
          consequence={`“${absorbed.name}”的全部内容并入“${survivor.name}”，原来的链接转到保留的主体。合并不能撤销。`}
          send="确认合并"
          isGrave
          run={run}
          onDone={() => {}}
          onCancel={() => go('/registry/duplicates')}
        />
      )}
    </>
  );
}

export default function MergePage() {
  const [search] = useSearchState();
  const { absorbed = '', survivor = '' } = search;
  const preview = useQuery({ ...mergerQuery(absorbed, survivor), enabled: absorbed !== '' && survivor !== '' });
  const { names } = useNames();
  const head = <PageHead title="合并重复主体" parent={parent} lead="右边的主体并入左边，所有资质、财务数据、联系人、办件都归左边。" />;
  if (absorbed === '' || survivor === '') {
    return (
      <div className="kc-page">
        {head}
        <EmptyState title="没有选择要合并的主体" how={<AppLink href={parent.href}>到“疑似重复”中选择</AppLink>} />
      </div>
    );
  }
  if (preview.error) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  if (preview.data === undefined || names === undefined) return <PageSkeleton />;
  return (
    <div className="kc-page">
      {head}
      <Merging key={survivor} preview={preview.data} names={names} />
    </div>
  );
}
