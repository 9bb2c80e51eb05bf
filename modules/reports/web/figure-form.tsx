// The form in which a person says what a figure means: to correct what was read, or to add what was missed.
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { boundWords, kindWords, measureWords, periodTyped, periodWords, statusWords } from '../model/words.ts';
import { typedValue, writtenValue } from '../model/written-value.ts';
import type { FactsBody, FigureView, IndicatorChoice } from '../wire.ts';

type Facts = FigureView['read'];

interface Draft {
  readonly number: string;
  readonly unit: string;
  readonly indicator: string;
  readonly kind: Facts['kind'];
  readonly measure: Facts['measure'];
  readonly bound: Facts['bound'];
  readonly period: string;
  readonly region: string;
  readonly of: string;
  readonly status: Facts['status'];
  readonly tie: string;
}

export interface FigureFormProps {
  readonly title: string;
  /** What stands in the form at first; `raw` tells in which unit the text writes it. */
  readonly facts: Facts;
  readonly raw: string;
  readonly tie: string | null;
  readonly place: string;
  readonly indicators: readonly IndicatorChoice[];
  readonly submitLabel: string;
  readonly onSubmit: (facts: FactsBody, indicator: string | null) => Promise<boolean>;
  readonly onCancel: () => void;
  /** Back to what was read; absent where nothing was corrected. */
  readonly onReset?: (() => void) | undefined;
}

const UNITS = ['家', '项', '个', '件', '人', '元', '万元', '亿元', '%', '个百分点', '位', '倍'];

function draftOf({ facts, raw, tie }: Pick<FigureFormProps, 'facts' | 'raw' | 'tie'>): Draft {
  const { number, unit } = writtenValue(facts, raw);
  return {
    number,
    unit,
    indicator: facts.indicator,
    kind: facts.kind,
    measure: facts.measure,
    bound: facts.bound,
    period: facts.period === null ? '' : periodWords(facts.period),
    region: facts.region ?? '',
    of: facts.of ?? '',
    status: facts.status,
    tie: tie ?? '',
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

type Problems = Readonly<Partial<Record<'number' | 'indicator' | 'period', string>>>;

function factsFrom(draft: Draft): { facts: FactsBody } | { problems: Problems } {
  const typed = typedValue(draft.number, draft.unit);
  const problems: Problems = {
    ...('problem' in typed ? { number: typed.problem } : {}),
    ...(draft.indicator.trim() === '' ? { indicator: '请写明这个数说的是什么' } : {}),
    ...(draft.period.trim().length > 40 ? { period: '时期过长：如“2022年”“2020年上半年”' } : {}),
  };
  if ('problem' in typed || Object.keys(problems).length > 0) return { problems };
  const { kind, measure, bound, status } = draft;
  return {
    facts: {
      ...typed,
      kind,
      measure,
      bound,
      status,
      indicator: draft.indicator.trim().slice(0, 100),
      period: periodTyped(draft.period),
      region: orNull(draft.region.slice(0, 60)),
      of: orNull(draft.of.slice(0, 60)),
    },
  };
}

function Row({
  label,
  problem,
  wide,
  children,
}: {
  label: string;
  problem?: string | undefined;
  wide?: boolean;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={wide === true ? 'kc-ff-row kc-ff-wide' : 'kc-ff-row'}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {problem !== undefined && (
        <p className="kc-ff-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function Choice<T extends string>({
  label,
  value,
  words,
  onChange,
}: {
  label: string;
  value: T;
  words: Readonly<Record<T, string>>;
  onChange: (value: T) => void;
}) {
  return (
    <Row label={label}>
      {(id) => (
        <select id={id} className="kc-input" value={value} onChange={(event) => onChange(event.target.value as T)}>
          {(Object.entries(words) as [T, string][]).map(([key, word]) => (
            <option key={key} value={key}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Row>
  );
}

function Text({
  label,
  value,
  problem,
  hint,
  wide,
  first,
  onChange,
}: {
  label: string;
  value: string;
  problem?: string | undefined;
  hint?: string;
  wide?: boolean;
  first?: boolean;
  onChange: (value: string) => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first === true) box.current?.select();
  }, [first]);
  return (
    <Row label={label} problem={problem} {...(wide === undefined ? {} : { wide })}>
      {(id) => (
        <input
          ref={box}
          id={id}
          className="kc-input"
          value={value}
          placeholder={hint}
          aria-invalid={problem !== undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Row>
  );
}

/** The indicators of the catalogue; the one that fits comes chosen. */
export function TieSelect({
  id,
  value,
  indicators,
  onChange,
  none = '不挂指标',
}: {
  id: string;
  value: string;
  indicators: readonly IndicatorChoice[];
  onChange: (value: string) => void;
  none?: string;
}) {
  return (
    <select id={id} className="kc-input" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{none}</option>
      {[false, true].map((isPublished) => (
        <optgroup key={String(isPublished)} label={isPublished ? '公布的指标' : '台账的指标'}>
          {indicators
            .filter((indicator) => indicator.isPublished === isPublished)
            .map((indicator) => (
              <option key={indicator.id} value={indicator.id} title={indicator.definition}>
                {indicator.name}（{indicator.unit}）
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}

type Set = <K extends keyof Draft>(key: K) => (value: Draft[K]) => void;

function Unit({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const units = useId();
  return (
    <Row label="单位">
      {(id) => (
        <>
          <input id={id} className="kc-input" list={units} value={value} onChange={(event) => onChange(event.target.value)} />
          <datalist id={units}>
            {UNITS.map((unit) => (
              <option key={unit} value={unit} />
            ))}
          </datalist>
        </>
      )}
    </Row>
  );
}

function Fields({
  draft,
  problems,
  set,
  place,
  indicators,
}: Pick<FigureFormProps, 'place' | 'indicators'> & { draft: Draft; problems: Problems; set: Set }) {
  const hasWhole = draft.kind === 'share' || draft.kind === 'ratio' || draft.of !== '';
  return (
    <>
      <Text label="数值" value={draft.number} problem={problems.number} first onChange={set('number')} />
      <Unit value={draft.unit} onChange={set('unit')} />
      <Text label="指标名称" value={draft.indicator} problem={problems.indicator} wide onChange={set('indicator')} />
      <Row label="所属指标" wide>
        {(id) => <TieSelect id={id} value={draft.tie} indicators={indicators} onChange={set('tie')} />}
      </Row>
      <Choice label="种类" value={draft.kind} words={kindWords} onChange={set('kind')} />
      <Choice label="口径" value={draft.measure} words={measureWords} onChange={set('measure')} />
      <Text label="时期" value={draft.period} problem={problems.period} hint="如 2022年" onChange={set('period')} />
      <Text label="地区" value={draft.region} hint={place} onChange={set('region')} />
      <Choice label="程度" value={draft.bound} words={boundWords} onChange={set('bound')} />
      <Choice label="状态" value={draft.status} words={statusWords} onChange={set('status')} />
      {hasWhole && <Text label="占谁" value={draft.of} hint="如 全省" wide onChange={set('of')} />}
    </>
  );
}

export function FigureForm(props: FigureFormProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(props));
  const [problems, setProblems] = useState<Problems>({});
  const [isBusy, setBusy] = useState(false);
  const set: Set = (key) => (value) => setDraft((before) => ({ ...before, [key]: value }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = factsFrom(draft);
    if ('problems' in read) return setProblems(read.problems);
    setProblems({});
    setBusy(true);
    const isDone = await props.onSubmit(read.facts, orNull(draft.tie));
    if (!isDone) setBusy(false);
  };
  return (
    <form
      className="kc-ff"
      aria-label={props.title}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <Fields draft={draft} problems={problems} set={set} place={props.place} indicators={props.indicators} />
      <div className="kc-ff-buttons">
        <button type="submit" className="kc-button kc-button-main" disabled={isBusy}>
          {props.submitLabel}
        </button>
        <button type="button" className="kc-button" onClick={props.onCancel}>
          取消
        </button>
        {props.onReset !== undefined && (
          <button type="button" className="kc-button kc-button-bare" disabled={isBusy} onClick={props.onReset}>
            恢复原读法
          </button>
        )}
      </div>
    </form>
  );
}
