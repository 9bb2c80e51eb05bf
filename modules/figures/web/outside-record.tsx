// Records one year of a series from outside: name, unit, document, and a value for each place; a revision says why.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#ui/api.ts';
import { ErrorState } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { catalogueQuery } from './catalogue-query.ts';
import { thisYear } from './period.tsx';
import { typed } from './target-draft.ts';
import { Labelled } from './target-words.tsx';

const units = ['亿元', '万元', '元', '%', '万人', '家', '件', '人', '项', '个'];

export interface RecordingProps {
  readonly names: readonly string[];
  readonly regions: readonly { readonly region: string; readonly name: string }[];
  /** A value that is to be revised, to begin with. */
  readonly begin: { readonly name?: string | undefined; readonly year?: string | undefined };
  readonly onClose: () => void;
}

export function Recording({ names, regions, begin, onClose }: RecordingProps) {
  const client = useQueryClient();
  const catalogue = useQuery(catalogueQuery).data?.rows ?? [];
  const [facts, setFacts] = useState({
    name: begin.name ?? '',
    unit: '亿元',
    year: begin.year ?? String(thisYear() - 1),
    documentName: '',
    reason: '',
  });
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const given = Object.entries(values).flatMap(([region, text]) => {
    const value = typed(text);
    return value === null ? [] : [{ region, value }];
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    setSaid('');
    try {
      const { recorded } = await call<{ recorded: number }>('POST', '/figures/outside-values', {
        body: { ...facts, year: Number(facts.year), values: given },
      });
      setSaid(`已登记 ${recorded} 个地区${facts.year}年的${facts.name}；同一地区同一年再次登记的，原值保留备查。`);
      setValues({});
      setFacts({ ...facts, reason: '' });
      await client.invalidateQueries({ queryKey: ['figures'] });
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Section title="登记外部数据" note="用于目标分解和创新指数">
      <form aria-label="登记外部数据" onSubmit={(event) => void send(event)}>
        <div className="tg-form">
          <Labelled label="数据名称" hint="如 地区生产总值、全社会研发经费">
            <input
              className="kc-input"
              required
              minLength={2}
              list="tg-names"
              value={facts.name}
              onChange={(event) => {
                const unit = catalogue.find(({ name }) => name === event.target.value)?.unit;
                setFacts({ ...facts, name: event.target.value, unit: unit === undefined ? facts.unit : unit === '元' ? '亿元' : unit });
              }}
            />
          </Labelled>
          <datalist id="tg-names">
            {[...new Set([...names, ...catalogue.map(({ name }) => name)])].map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Labelled label="单位">
            <select className="kc-input" value={facts.unit} onChange={(event) => setFacts({ ...facts, unit: event.target.value })}>
              {[...new Set([...units, facts.unit])].map((unit) => (
                <option key={unit}>{unit}</option>
              ))}
            </select>
          </Labelled>
          <Labelled label="年度">
            <input
              className="kc-input"
              type="number"
              required
              min={1990}
              max={2100}
              value={facts.year}
              onChange={(event) => setFacts({ ...facts, year: event.target.value })}
            />
          </Labelled>
          <Labelled label="来源文件">
            <input
              className="kc-input"
              required
              minLength={2}
              value={facts.documentName}
              onChange={(event) => setFacts({ ...facts, documentName: event.target.value })}
            />
          </Labelled>
          <Labelled label="修订原因" hint="与已登记的数值不同时填写，如 最终核实">
            <input
              className="kc-input"
              maxLength={200}
              value={facts.reason}
              onChange={(event) => setFacts({ ...facts, reason: event.target.value })}
            />
          </Labelled>
        </div>
        <div className="tg-form">
          {regions.map(({ region, name }) => (
            <Labelled key={region} label={`${name}（${facts.unit}）`}>
              <input
                className="kc-input kc-num"
                inputMode="decimal"
                placeholder="不登记"
                value={values[region] ?? ''}
                onChange={(event) => setValues({ ...values, [region]: event.target.value })}
              />
            </Labelled>
          ))}
        </div>
        {failure !== null && <ErrorState error={failure} />}
        {said !== '' && <p role="status">{said}</p>}
        <div className="kc-step-buttons">
          <button type="submit" className="kc-button kc-button-main" disabled={given.length === 0}>
            登记
          </button>
          <button type="button" className="kc-button" onClick={onClose}>
            收起
          </button>
        </div>
      </form>
    </Section>
  );
}
