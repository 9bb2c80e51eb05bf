// The fields of a target plan: the city's target and its document, the method with its coefficients, the plan by months, the way of scoring.
import { boundWords, methods, type PlanDraft, scoringModes } from '../model/target-shapes.ts';
import { IndicatorChoice } from './indicator-choice.tsx';
import { evenMonths, typed } from './target-draft.ts';
import { Labelled } from './target-words.tsx';

export interface FieldsProps {
  readonly draft: PlanDraft;
  readonly units: readonly string[];
  readonly onChange: (draft: PlanDraft) => void;
}

type Key = 'cityValue' | 'growth' | 'gapFactor' | 'alpha' | 'beta' | 'gamma' | 'quantum';

function Amount({ draft, name, label, hint, onChange }: Omit<FieldsProps, 'units'> & { name: Key; label: string; hint?: string }) {
  return (
    <Labelled label={label} {...(hint === undefined ? {} : { hint })}>
      <input
        className="kc-input kc-num"
        inputMode="decimal"
        pattern="-?[0-9,，]{1,20}(\.[0-9]{1,12})?"
        value={draft[name] ?? ''}
        onChange={(event) => onChange({ ...draft, [name]: typed(event.target.value) })}
      />
    </Labelled>
  );
}

export function GoalFields({ draft, units, onChange }: FieldsProps) {
  const document = (patch: Partial<PlanDraft['document']>) => onChange({ ...draft, document: { ...draft.document, ...patch } });
  return (
    <div className="tg-form">
      <Amount draft={draft} name="cityValue" label={`全市目标（${draft.unit}）`} onChange={onChange} />
      {units.length > 1 && (
        <Labelled label="单位">
          <select className="kc-input" value={draft.unit} onChange={(event) => onChange({ ...draft, unit: event.target.value })}>
            {units.map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </select>
        </Labelled>
      )}
      <Labelled label="目标用语">
        <select
          className="kc-input"
          value={draft.bound}
          onChange={(event) => onChange({ ...draft, bound: event.target.value as PlanDraft['bound'] })}
        >
          {boundWords.map((word) => (
            <option key={word}>{word}</option>
          ))}
        </select>
      </Labelled>
      <Labelled label="方向">
        <select
          className="kc-input"
          value={draft.scoring.direction ?? ''}
          onChange={(event) => {
            const direction = event.target.value === '' ? null : (event.target.value as 'HIGHER' | 'LOWER');
            onChange({ ...draft, scoring: { ...draft.scoring, direction } });
          }}
        >
          <option value="">按指标目录</option>
          <option value="HIGHER">越高越好</option>
          <option value="LOWER">越低越好</option>
        </select>
      </Labelled>
      <div className="tg-wider">
        <Labelled label="下达文件">
          <input
            className="kc-input"
            maxLength={200}
            value={draft.document.name}
            onChange={(event) => document({ name: event.target.value })}
          />
        </Labelled>
      </div>
      <Labelled label="文号">
        <input
          className="kc-input"
          maxLength={60}
          value={draft.document.number}
          onChange={(event) => document({ number: event.target.value })}
        />
      </Labelled>
      <Labelled label="文件日期">
        <input
          className="kc-input"
          type="date"
          value={draft.document.day}
          onChange={(event) => event.target.value && document({ day: event.target.value })}
        />
      </Labelled>
    </div>
  );
}

function Source({ label, value, onChange }: { label: string; value: string | null; onChange: (source: string | null) => void }) {
  return (
    <Labelled label={label} hint="取目标年度上一年的数">
      <IndicatorChoice withOutside label={label} none="不用" value={value} onChange={onChange} />
    </Labelled>
  );
}

export function MethodFields({ draft, onChange }: Omit<FieldsProps, 'units'>) {
  const shared = { draft, onChange };
  return (
    <div className="tg-form">
      <Labelled label="分解方法">
        <select className="kc-input" value={draft.method} onChange={(event) => onChange({ ...draft, method: event.target.value })}>
          {Object.entries(methods).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      {draft.method === 'BASELINE_GROWTH' && (
        <>
          <Amount {...shared} name="growth" label="平均增速" hint="小数，0.1 即增长10%" />
          <Amount {...shared} name="gapFactor" label="差距系数" hint="0 为各县区同一增速；大于 0 时增速低的多增" />
        </>
      )}
      {draft.method === 'CAPACITY_SHARE' && (
        <>
          <Amount {...shared} name="alpha" label="上年份额系数 α" hint="三个系数合计为 1" />
          <Amount {...shared} name="beta" label="生产总值系数 β" />
          <Amount {...shared} name="gamma" label="潜力系数 γ" />
          <Source label="生产总值来源" value={draft.gdpSource} onChange={(gdpSource) => onChange({ ...draft, gdpSource })} />
          <Source label="潜力来源" value={draft.potentialSource} onChange={(potentialSource) => onChange({ ...draft, potentialSource })} />
        </>
      )}
      {draft.method !== 'INDIVIDUAL' && <Amount {...shared} name="quantum" label={`最小单位（${draft.unit}）`} hint="不填按常用单位" />}
      {draft.method !== 'INDIVIDUAL' && (
        <label className="tg-check">
          <input
            type="checkbox"
            checked={draft.isBalanced === true}
            onChange={(event) => onChange({ ...draft, isBalanced: event.target.checked })}
          />{' '}
          各县区合计与全市目标调平（差额按比例分摊，逐县改过的不动）
        </label>
      )}
    </div>
  );
}

const asPercent = (share: string): string => String(Math.round(Number(share) * 10_000) / 100);
const asShare = (percent: string): string => String(Math.round(Number(percent) * 100) / 10_000);

export function MonthFields({ draft, onChange }: Omit<FieldsProps, 'units'>) {
  const { months } = draft;
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={months !== null}
          onChange={(event) => onChange({ ...draft, months: event.target.checked ? [...evenMonths] : null })}
        />{' '}
        按月计划（月末累计应完成的百分比）；不设时按时间进度亮灯
      </label>
      {months !== null && (
        <div className="tg-months">
          {months.map((share, index) => (
            <Labelled key={evenMonths[index]} label={`${index + 1}月`}>
              <input
                className="kc-input kc-num"
                type="number"
                min={0}
                max={100}
                step="0.01"
                value={asPercent(share)}
                onChange={(event) =>
                  onChange({ ...draft, months: months.map((one, i) => (i === index ? asShare(event.target.value || '0') : one)) })
                }
              />
            </Labelled>
          ))}
        </div>
      )}
    </>
  );
}

export function ScoringFields({ draft, onChange }: Omit<FieldsProps, 'units'>) {
  const { scoring } = draft;
  const set = (patch: Partial<PlanDraft['scoring']>) => onChange({ ...draft, scoring: { ...scoring, ...patch } });
  const parameter = (name: string, label: string, usual: string) => (
    <Labelled key={name} label={label} hint={`不填为 ${usual}`}>
      <input
        className="kc-input kc-num"
        inputMode="decimal"
        value={scoring.parameters[name] ?? ''}
        onChange={(event) => {
          const { [name]: _gone, ...others } = scoring.parameters;
          const value = typed(event.target.value);
          set({ parameters: value === null ? others : { ...others, [name]: value } });
        }}
      />
    </Labelled>
  );
  return (
    <div className="tg-form">
      <Labelled label="计分方式">
        <select className="kc-input" value={scoring.mode} onChange={(event) => set({ mode: event.target.value, parameters: {} })}>
          {Object.entries(scoringModes).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label="分值" hint="全部指标合计应为 100">
        <input
          className="kc-input kc-num"
          inputMode="decimal"
          value={scoring.weight}
          onChange={(event) => set({ weight: typed(event.target.value) ?? '0' })}
        />
      </Labelled>
      {['COMPLETION', 'MIXED'].includes(scoring.mode) && parameter('completionCap', '完成率封顶', '1')}
      {scoring.mode === 'MEAN_BASE' && (
        <>
          {parameter('meanBase', '平均数得分', '无，须填写')}
          {parameter('meanStep', '每档偏离（小数）', '0.05，即5%')}
          {parameter('meanPoints', '每档加减分', '0.5')}
        </>
      )}
      {scoring.mode === 'THRESHOLD' && parameter('shortfallFactor', '未达标扣分系数', '1')}
      {scoring.mode === 'PROGRESSIVE' && parameter('progressiveMaximum', '累进封顶完成率', '2')}
      {['GROWTH', 'RANK', 'MIXED'].includes(scoring.mode) && parameter('floorShare', '保底得分比例', '0.6')}
      {scoring.mode === 'MIXED' && (
        <>
          {parameter('mixCompletion', '完成率占比', '0.5；三项占比合计为 1')}
          {parameter('mixGrowth', '增速占比', '0.3')}
          {parameter('mixRank', '名次占比', '0.2')}
        </>
      )}
      {parameter('yellowPoints', '黄灯界限（小数）', '0.05，即落后不超过5个百分点')}
    </div>
  );
}
