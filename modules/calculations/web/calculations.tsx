// The list of calculations by the work they belong to, with a search that needs no server.
import { useState } from 'react';
import { calculationGroups } from '#kernel/calculations/shown/groups.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { currentFace } from './face.ts';
import './calculations.css';

function matching(search: string) {
  const words = search.trim().toLowerCase().split(/\s+/);
  return calculationGroups
    .map(({ title, calculations }) => ({
      title,
      calculations: calculations.filter(({ id, name, answers }) => {
        const text = `${title} ${name} ${answers} ${id}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ calculations }) => calculations.length > 0);
}

export default function Calculations() {
  const face = currentFace();
  const [search, setSearch] = useState('');
  const groups = matching(search);
  return (
    <div className="kc-page">
      <PageHead title="政策计算" lead="按法规和文件逐步计算，填数即得结果，写明依据。所填内容只在本机计算，不上传、不保存。" />
      <input
        type="search"
        className="kc-input calc-search kc-no-print"
        aria-label="查找计算"
        placeholder="查找：加计扣除、时限、发文字号…"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {groups.length === 0 && <EmptyState title="没有找到相符的计算" how="请换个说法，或清空查找内容查看全部。" />}
      {groups.map(({ title, calculations }) => (
        <Section key={title} title={title}>
          <ul className="calc-list">
            {calculations.map(({ id, name, answers }) => (
              <li key={id}>
                <AppLink href={`${face}/calculations/${id}`}>{name}</AppLink>
                <span>{answers}</span>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}
