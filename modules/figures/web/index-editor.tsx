// Edits the definition of an index: method, weighting, years, and its indicators with pillars, sources, weights and directions.
import { type FormEvent, useState } from 'react';
import { ErrorState } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { type IndexItem, type IndexSpec, indexMethods, weightings } from '../model/index-shapes.ts';
import { IndicatorChoice } from './indicator-choice.tsx';
import { typed } from './target-draft.ts';
import { Labelled } from './target-words.tsx';

export const newSpec = (year: number): IndexSpec => ({
  method: 'BASE_YEAR',
  weighting: 'GIVEN',
  fromYear: year - 5,
  toYear: year - 1,
  baseYear: year - 5,
  scaleFloor: '0',
  matrix: null,
  items: [{ id: 'item-1', name: '', pillar: '创新投入', source: '', divisor: null, weight: '1', direction: 'POSITIVE', target: null }],
});

function Item({
  item,
  isTarget,
  onChange,
  onRemove,
}: {
  item: IndexItem;
  isTarget: boolean;
  onChange: (patch: Partial<IndexItem>) => void;
  onRemove: () => void;
}) {
  return (
    <div className="tg-form">
      <Labelled label="领域">
        <input
          className="kc-input"
          required
          minLength={2}
          value={item.pillar}
          onChange={(event) => onChange({ pillar: event.target.value })}
        />
      </Labelled>
      <Labelled label="指标">
        <input className="kc-input" required minLength={2} value={item.name} onChange={(event) => onChange({ name: event.target.value })} />
      </Labelled>
      <Labelled label="数据来源">
        <IndicatorChoice
          withOutside
          label="数据来源"
          none="请选择"
          value={item.source || null}
          onChange={(source) => onChange({ source: source ?? '' })}
        />
      </Labelled>
      <Labelled label="除以">
        <IndicatorChoice withOutside label="除以" none="不除" value={item.divisor} onChange={(divisor) => onChange({ divisor })} />
      </Labelled>
      <Labelled label="权重（小数）">
        <input
          className="kc-input kc-num"
          inputMode="decimal"
          value={item.weight}
          onChange={(event) => onChange({ weight: typed(event.target.value) ?? '0' })}
        />
      </Labelled>
      <Labelled label="方向">
        <select
          className="kc-input"
          value={item.direction}
          onChange={(event) => onChange({ direction: event.target.value as IndexItem['direction'] })}
        >
          <option value="POSITIVE">正向</option>
          <option value="NEGATIVE">逆向</option>
        </select>
      </Labelled>
      {isTarget && (
        <Labelled label="目标值">
          <input
            className="kc-input kc-num"
            inputMode="decimal"
            value={item.target ?? ''}
            onChange={(event) => onChange({ target: typed(event.target.value) })}
          />
        </Labelled>
      )}
      <button type="button" className="kc-button kc-button-bare" onClick={onRemove}>
        去掉
      </button>
    </div>
  );
}

function Matrix({ spec, onChange }: { spec: IndexSpec; onChange: (matrix: string[][]) => void }) {
  const n = spec.items.length;
  const at = (i: number, j: number): string => spec.matrix?.[i]?.[j] ?? '1';
  const set = (i: number, j: number, value: string) => {
    const turned = value.includes('/') ? value.split('/').reverse().join('/').replace(/\/1$/, '') : `1/${value}`;
    onChange(
      Array.from({ length: n }, (_, row) =>
        Array.from({ length: n }, (_, column) =>
          row === i && column === j ? value : row === j && column === i ? turned : row === column ? '1' : at(row, column),
        ),
      ),
    );
  };
  const scale = ['9', '7', '5', '3', '2', '1', '1/2', '1/3', '1/5', '1/7', '1/9'];
  return (
    <Section title="两两比较" note="1 同等重要，9 极其重要；一致性比率 CR 应小于 0.1">
      <div className="tg-form">
        {spec.items.flatMap((a, i) =>
          spec.items.slice(i + 1).map((b, k) => (
            <Labelled key={`${a.id}${b.id}`} label={`${a.name} 比 ${b.name}`}>
              <select className="kc-input" value={at(i, i + 1 + k)} onChange={(event) => set(i, i + 1 + k, event.target.value)}>
                {scale.map((value) => (
                  <option key={value}>{value}</option>
                ))}
              </select>
            </Labelled>
          )),
        )}
      </div>
    </Section>
  );
}

interface EditorProps {
  readonly spec: IndexSpec;
  readonly name: string | null;
  readonly revision: string;
  readonly onSave: (change: { name: string; spec: IndexSpec; revision: string }) => Promise<void>;
}

export function IndexEditor({ spec: given, name: fixed, revision: before, onSave }: EditorProps) {
  const [spec, setSpec] = useState(given);
  const [name, setName] = useState(fixed ?? '');
  const [revision, setRevision] = useState(before);
  const [failure, setFailure] = useState<unknown>(null);
  const set = (patch: Partial<IndexSpec>) => setSpec({ ...spec, ...patch });
  const year = (key: 'fromYear' | 'toYear' | 'baseYear', label: string) => (
    <Labelled label={label}>
      <input
        className="kc-input"
        type="number"
        min={1990}
        max={2100}
        required
        value={spec[key]}
        onChange={(event) => set({ [key]: Number(event.target.value) })}
      />
    </Labelled>
  );
  const choice = (key: 'method' | 'weighting', label: string, of: Readonly<Record<string, string>>) => (
    <Labelled label={label}>
      <select className="kc-input" value={spec[key]} onChange={(event) => set({ [key]: event.target.value })}>
        {Object.entries(of).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </Labelled>
  );
  const add = () =>
    set({
      items: [
        ...spec.items,
        {
          id: `item-${Date.now()}`,
          name: '',
          pillar: spec.items.at(-1)?.pillar ?? '',
          source: '',
          divisor: null,
          weight: '0',
          direction: 'POSITIVE',
          target: null,
        },
      ],
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    onSave({ name, spec: spec.weighting === 'AHP' ? spec : { ...spec, matrix: null }, revision }).catch(setFailure);
  };
  return (
    <form aria-label="指数定义" onSubmit={submit}>
      <Section title="定义">
        <div className="tg-form">
          {fixed === null && (
            <Labelled label="指数名称">
              <input className="kc-input" required minLength={2} value={name} onChange={(event) => setName(event.target.value)} />
            </Labelled>
          )}
          {choice('method', '方法', indexMethods)}
          {choice('weighting', '赋权', weightings)}
          {year('fromYear', '起始年')}
          {year('toYear', '终止年')}
          {spec.method === 'BASE_YEAR' && year('baseYear', '基年')}
          <div className="tg-wider">
            <Labelled label="修订说明">
              <input className="kc-input" maxLength={500} value={revision} onChange={(event) => setRevision(event.target.value)} />
            </Labelled>
          </div>
        </div>
        {spec.items.map((item, at) => (
          <Item
            key={item.id}
            item={item}
            isTarget={spec.method === 'TARGET'}
            onChange={(patch) => set({ items: spec.items.map((one, i) => (i === at ? { ...one, ...patch } : one)) })}
            onRemove={() => set({ items: spec.items.filter((_, i) => i !== at) })}
          />
        ))}
        <button type="button" className="kc-button" onClick={add}>
          增加指标
        </button>
      </Section>
      {spec.weighting === 'AHP' && spec.items.length <= 9 && <Matrix spec={spec} onChange={(matrix) => set({ matrix })} />}
      {failure !== null && <ErrorState error={failure} />}
      <div className="kc-step-buttons">
        <button type="submit" className="kc-button kc-button-main">
          保存并计算
        </button>
      </div>
    </form>
  );
}
