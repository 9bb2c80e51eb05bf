// The outline of a report: its title, the order of sections, and which indicators each tells of.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Outline, Section } from '../model/writer/shapes.ts';
import { insertableQuery } from './writing-queries.ts';
import type { SideProps } from './writing-side.tsx';

const kindNames: Readonly<Record<Section['items'][number]['kind'], string>> = {
  figures: '逐个指标成句',
  own: '自己写的段落',
  table: '指标表',
  counties: '县区表',
  history: '历年表',
  shortfalls: '未完成的目标',
  aims: '下达的目标',
};

function AddIndicator({ id, onAdd }: { id: string; onAdd: (indicator: string, name: string) => void }) {
  const [q, setQ] = useState('');
  const query = useQuery({ ...insertableQuery(id, q), enabled: q.trim() !== '' });
  return (
    <div className="wr-inserter">
      <input
        className="kc-input"
        type="search"
        aria-label="增加指标：按名称查找"
        placeholder="增加指标"
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      {q.trim() !== '' && (
        <ul>
          {query.data?.rows.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                className="kc-button kc-button-bare"
                onClick={() => {
                  onAdd(row.id, row.name);
                  setQ('');
                }}
              >
                {row.name} <b>{row.value ?? row.why}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const swapped = <T,>(list: readonly T[], at: number, by: number): T[] => {
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at + by, 0, one);
  return next;
};

export function OutlinePanel({ open, work }: SideProps) {
  const [title, setTitle] = useState(open.report.title);
  const [outline, setOutline] = useState<Outline>(open.outline);
  const [names, setNames] = useState<Readonly<Record<string, string>>>(open.names);
  const change = (at: number, section: Partial<Section>) =>
    setOutline(outline.map((one, index) => (index === at ? { ...one, ...section } : one)));
  const changeIndicators = (at: number, item: string, indicators: string[]) =>
    change(at, { items: (outline[at]?.items ?? []).map((one) => (one.id === item ? { ...one, indicators } : one)) });
  const add = () => {
    const id = `own-${Date.now().toString(36)}`;
    const item = { id: `${id}-text`, kind: 'own' as const, indicators: [], without: [], caption: '', prompt: '写这一节的内容。' };
    setOutline([...outline, { id, title: '新的一节', level: 1, items: [item] }]);
  };
  return (
    <section aria-label="章节" className="wr-outline-form">
      <label>
        标题
        <input className="kc-input" value={title} maxLength={100} onChange={(event) => setTitle(event.target.value)} />
      </label>
      {outline.map((section, at) => (
        <fieldset key={section.id}>
          <legend className="kc-visually-hidden">{section.title}</legend>
          <div className="wr-outline-line">
            <input
              className="kc-input"
              aria-label={`第${at + 1}节标题`}
              value={section.title}
              maxLength={60}
              onChange={(event) => change(at, { title: event.target.value })}
            />
            <button
              type="button"
              className="kc-button"
              aria-label={`上移“${section.title}”`}
              disabled={at === 0}
              onClick={() => setOutline(swapped(outline, at, -1))}
            >
              ↑
            </button>
            <button
              type="button"
              className="kc-button"
              aria-label={`下移“${section.title}”`}
              disabled={at === outline.length - 1}
              onClick={() => setOutline(swapped(outline, at, 1))}
            >
              ↓
            </button>
            <button
              type="button"
              className="kc-button"
              aria-label={`移去“${section.title}”`}
              disabled={outline.length === 1}
              onClick={() => setOutline(outline.filter((one) => one !== section))}
            >
              移去
            </button>
          </div>
          {section.items.map((item) => (
            <div key={item.id} className="wr-outline-item">
              <span className="wr-soft">{kindNames[item.kind]}</span>
              {item.indicators.map((indicator) => (
                <button
                  key={indicator}
                  type="button"
                  className="wr-chip"
                  aria-label={`不写“${names[indicator] ?? ''}”`}
                  onClick={() =>
                    changeIndicators(
                      at,
                      item.id,
                      item.indicators.filter((one) => one !== indicator),
                    )
                  }
                >
                  {names[indicator]} ×
                </button>
              ))}
              {['figures', 'table', 'counties', 'history'].includes(item.kind) && (
                <AddIndicator
                  id={open.report.id}
                  onAdd={(indicator, name) => {
                    setNames({ ...names, [indicator]: name });
                    if (!item.indicators.includes(indicator)) changeIndicators(at, item.id, [...item.indicators, indicator]);
                  }}
                />
              )}
            </div>
          ))}
        </fieldset>
      ))}
      <div className="wr-editor-foot">
        <button type="button" className="kc-button" onClick={add}>
          加一节
        </button>
        <button
          type="button"
          className="kc-button kc-button-main"
          disabled={work.isBusy || title.trim() === ''}
          onClick={() => void work.changeOutline(title, outline)}
        >
          保存章节
        </button>
      </div>
    </section>
  );
}
