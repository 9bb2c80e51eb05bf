// The small form behind a filter's chip, one shape for each kind of filter.
import { Button, Checkbox, DatePicker, Input, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { readDecimal, writeDecimal } from '../decimal.ts';
import { type FilterValue, isEmptyFilter, isRange, type Range } from '../url-state.ts';
import type { ListFilter } from './list-types.ts';

interface EditorProps {
  readonly filter: ListFilter;
  readonly value: FilterValue | undefined;
  readonly onChange: (value: FilterValue | undefined) => void;
}

const NONE: Range = { from: null, to: null };
const listOf = (value: FilterValue | undefined): readonly string[] => (Array.isArray(value) ? value : []);
const rangeOf = (value: FilterValue | undefined): Range => (value !== undefined && isRange(value) ? value : NONE);

function ChoiceEditor({ filter, value, onChange }: EditorProps) {
  const [find, setFind] = useState('');
  const options = filter.options ?? [];
  const shown = options.filter((option) => find === '' || option.label.includes(find) || option.value.startsWith(find));
  const chosen = listOf(value);
  const toggle = (item: string) => onChange(chosen.includes(item) ? chosen.filter((each) => each !== item) : [...chosen, item]);
  return (
    <>
      {options.length > 8 && (
        <Input
          allowClear
          autoFocus
          placeholder="输入名称查找"
          aria-label="查找选项"
          value={find}
          onChange={(e) => setFind(e.target.value)}
        />
      )}
      <div className="kc-filter-options">
        {shown.map((option, index) => (
          <div key={option.value}>
            {option.group && option.group !== shown[index - 1]?.group && <div className="kc-filter-group">{option.group}</div>}
            <Checkbox checked={chosen.includes(option.value)} onChange={() => toggle(option.value)}>
              {option.label}
            </Checkbox>
          </div>
        ))}
        {shown.length === 0 && <p className="kc-filter-none">没有名称含“{find}”的选项</p>}
      </div>
    </>
  );
}

function DateEditor({ value, onChange }: EditorProps) {
  const range = rangeOf(value);
  const day = (text: string | null) => (text === null ? null : dayjs(text));
  return (
    <DatePicker.RangePicker
      allowEmpty={[true, true]}
      value={[day(range.from), day(range.to)]}
      placeholder={['起始日', '截止日']}
      onChange={(days) => onChange({ from: days?.[0]?.format('YYYY-MM-DD') ?? null, to: days?.[1]?.format('YYYY-MM-DD') ?? null })}
    />
  );
}

function NumberEditor({ filter, value, onChange }: EditorProps) {
  const range = rangeOf(value);
  const [texts, setTexts] = useState({ from: range.from ?? '', to: range.to ?? '' });
  const change = (end: 'from' | 'to', text: string) => {
    const next = { ...texts, [end]: text };
    setTexts(next);
    const read = (each: string) => {
      const decimal = readDecimal(each.split(',').join(''));
      return decimal ? writeDecimal(decimal) : null;
    };
    onChange({ from: read(next.from), to: read(next.to) });
  };
  return (
    <div className="kc-filter-range">
      <Input
        inputMode="decimal"
        aria-label={`${filter.label}下限`}
        placeholder="不低于"
        value={texts.from}
        suffix={filter.unit}
        onChange={(e) => change('from', e.target.value)}
      />
      <span>至</span>
      <Input
        inputMode="decimal"
        aria-label={`${filter.label}上限`}
        placeholder="不高于"
        value={texts.to}
        suffix={filter.unit}
        onChange={(e) => change('to', e.target.value)}
      />
    </div>
  );
}

function Editor(props: EditorProps) {
  const { filter, value, onChange } = props;
  switch (filter.kind) {
    case 'choice':
    case 'region':
      return <ChoiceEditor {...props} />;
    case 'date-range':
      return <DateEditor {...props} />;
    case 'number-range':
      return <NumberEditor {...props} />;
    case 'yes-no':
      return (
        <Radio.Group value={value} onChange={(e) => onChange(e.target.value as string)}>
          <Radio value="yes">是</Radio>
          <Radio value="no">否</Radio>
        </Radio.Group>
      );
    case 'text':
      return (
        <Input
          autoFocus
          allowClear
          placeholder={filter.placeholder ?? `${filter.label}中含有…`}
          value={typeof value === 'string' ? value : ''}
          onChange={(e) => onChange(e.target.value)}
        />
      );
  }
}

/** Collects a value and hands it over at once, so that a list is asked once and not at each tick. */
export function FilterForm({
  filter,
  value,
  onDone,
}: {
  filter: ListFilter;
  value: FilterValue | undefined;
  onDone: (value: FilterValue | undefined) => void;
}) {
  const [draft, setDraft] = useState(value);
  return (
    <form
      className="kc-filter-form"
      aria-label={filter.label}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(isEmptyFilter(draft) ? undefined : draft);
      }}
    >
      <Editor filter={filter} value={draft} onChange={setDraft} />
      <div className="kc-filter-buttons">
        <Button size="small" type="text" onClick={() => onDone(undefined)}>
          清除
        </Button>
        <Button size="small" type="primary" htmlType="submit">
          应用
        </Button>
      </div>
    </form>
  );
}
