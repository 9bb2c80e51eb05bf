// What stands beside the filters and under the table: columns, export, total, and the way to the next page.
import { App, Button, Checkbox, Popover, Select } from 'antd';
import { useState } from 'react';
import { messageOf } from '../api-error.ts';
import { rangeWords } from './list-state.ts';
import type { ListColumn } from './list-types.ts';
import './filters.css';

interface ChooserProps<Row> {
  readonly all: readonly ListColumn<Row>[];
  readonly shown: readonly ListColumn<Row>[];
  readonly onChange: (keys: readonly string[] | undefined) => void;
}

export function ColumnChooser<Row>({ all, shown, onChange }: ChooserProps<Row>) {
  const keys = shown.map((column) => column.key);
  const toggle = (key: string) => onChange(keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key]);
  return (
    <Popover
      trigger="click"
      arrow={false}
      placement="bottomRight"
      content={
        <div className="kc-filter-form">
          <div className="kc-filter-options">
            {all.map((column, index) => (
              <div key={column.key}>
                <Checkbox
                  checked={keys.includes(column.key)}
                  disabled={index === 0 || column.always === true}
                  onChange={() => toggle(column.key)}
                >
                  {column.title}
                </Checkbox>
              </div>
            ))}
          </div>
          <div className="kc-filter-buttons">
            <Button size="small" type="text" onClick={() => onChange(undefined)}>
              恢复默认
            </Button>
          </div>
        </div>
      }
    >
      <Button type="text">列设置</Button>
    </Popover>
  );
}

export function ExportButton({ onExport }: { onExport: () => Promise<void> }) {
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await onExport();
    } catch (error) {
      message.error(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button type="text" loading={isBusy} onClick={() => void run()} title="按当前筛选、排序和列导出">
      导出 Excel
    </Button>
  );
}

interface FooterProps {
  readonly page: number;
  readonly limit: number;
  readonly shown: number;
  readonly total: number;
  readonly counter: string;
  readonly hasNext: boolean;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
  readonly onLimit: (limit: number) => void;
}

const LIMITS = [20, 50, 100, 200].map((value) => ({ value, label: `每页 ${value} 条` }));

export function ListFooter({ page, limit, shown, total, counter, hasNext, onNext, onPrevious, onLimit }: FooterProps) {
  return (
    <footer className="kc-list-foot">
      <span>
        共 <b>{total.toLocaleString('en')}</b> {counter}
        {total > shown && shown > 0 && <span className="kc-list-range">，{rangeWords(page, limit, shown)}</span>}
      </span>
      <span className="kc-list-pager kc-no-print">
        <Select size="small" variant="borderless" aria-label="每页条数" value={limit} options={LIMITS} onChange={onLimit} />
        <Button size="small" disabled={page <= 1} onClick={onPrevious}>
          上一页
        </Button>
        <Button size="small" disabled={!hasNext} onClick={onNext}>
          下一页
        </Button>
      </span>
    </footer>
  );
}
