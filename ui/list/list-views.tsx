// Saved views as tabs with their counts, and a way to keep the present filters as one's own view.
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { CUSTOM } from './list-state.ts';
import type { ListView } from './list-types.ts';
import './filters.css';

interface ViewsProps {
  readonly views: readonly ListView[];
  readonly current: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly onView: (view: ListView) => void;
  readonly onSave: (label: string) => void;
  readonly onForget: (key: string) => void;
}

function SaveView({ onSave }: { onSave: (label: string) => void }) {
  const [label, setLabel] = useState('');
  const [isOpen, setOpen] = useState(false);
  const save = () => {
    if (label.trim() === '') return;
    onSave(label.trim());
    setOpen(false);
    setLabel('');
  };
  return (
    <Popover
      trigger="click"
      arrow={false}
      open={isOpen}
      onOpenChange={setOpen}
      placement="bottomLeft"
      content={
        <form
          className="kc-filter-form"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <label htmlFor="kc-view-name">视图名称</label>
          <Input
            id="kc-view-name"
            autoFocus
            maxLength={12}
            placeholder="如：澜东区逾期"
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
          <div className="kc-filter-buttons">
            <Button size="small" type="primary" htmlType="submit" disabled={label.trim() === ''}>
              保存
            </Button>
          </div>
        </form>
      }
    >
      <button type="button" className="kc-view kc-view-save">
        存为视图
      </button>
    </Popover>
  );
}

export function ListViews({ views, current, counts, onView, onSave, onForget }: ViewsProps) {
  if (views.length === 0) return null;
  return (
    <nav className="kc-views kc-no-print" aria-label="视图">
      {views.map((view) => (
        <span key={view.key} className={view.key === current ? 'kc-view kc-view-on' : 'kc-view'}>
          <button type="button" aria-current={view.key === current ? 'page' : undefined} onClick={() => onView(view)}>
            {view.label}
            {counts[view.key] !== undefined && <span className="kc-view-count">{counts[view.key]?.toLocaleString('en')}</span>}
          </button>
          {view.key === current && view.key.startsWith('own-') && (
            <button type="button" className="kc-view-forget" aria-label={`删除视图：${view.label}`} onClick={() => onForget(view.key)}>
              ×
            </button>
          )}
        </span>
      ))}
      {current === CUSTOM && <SaveView onSave={onSave} />}
    </nav>
  );
}
