// The settings of an assessment: classes of counties, grades, bonus, deduction and veto with their grounds.
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { ErrorState } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { type AssessmentSettings, type AssessmentView, adjustmentKinds, type ScoreAdjustment } from '../model/assessment-shapes.ts';
import { Labelled } from './target-words.tsx';

interface Props {
  readonly view: AssessmentView;
  readonly onSaved: (view: AssessmentView) => Promise<void>;
}

const numbers = [
  ['bonusMost', '加分上限'],
  ['excellentFrom', '优秀不低于'],
  ['excellentShare', '优秀比例不超过（小数）'],
  ['goodFrom', '良好不低于'],
  ['passFrom', '合格不低于'],
] as const;

const blank = (region: string): ScoreAdjustment => ({ region, kind: 'bonus', points: '1', reason: '', document: '' });

function Adjustments({
  view,
  settings,
  onChange,
}: {
  view: AssessmentView;
  settings: AssessmentSettings;
  onChange: (settings: AssessmentSettings) => void;
}) {
  const set = (index: number, patch: Partial<ScoreAdjustment>) =>
    onChange({ ...settings, adjustments: settings.adjustments.map((one, i) => (i === index ? { ...one, ...patch } : one)) });
  const counties = view.counties;
  return (
    <>
      {settings.adjustments.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own and are only added at the end
        <div className="tg-form" key={index}>
          <Labelled label="县区">
            <select className="kc-input" value={one.region} onChange={(event) => set(index, { region: event.target.value })}>
              {counties.map((county) => (
                <option key={county.region} value={county.region}>
                  {county.name}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled label="类别">
            <select className="kc-input" value={one.kind} onChange={(event) => set(index, { kind: event.target.value })}>
              {Object.entries(adjustmentKinds).map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          </Labelled>
          {one.kind !== 'veto' && (
            <Labelled label="分值">
              <input
                className="kc-input kc-num"
                inputMode="decimal"
                value={one.points}
                onChange={(event) => set(index, { points: event.target.value })}
              />
            </Labelled>
          )}
          <Labelled label="事由">
            <input
              className="kc-input"
              minLength={4}
              required
              value={one.reason}
              onChange={(event) => set(index, { reason: event.target.value })}
            />
          </Labelled>
          <Labelled label="依据文件">
            <input className="kc-input" value={one.document} onChange={(event) => set(index, { document: event.target.value })} />
          </Labelled>
          <button
            type="button"
            className="kc-button kc-button-bare"
            onClick={() => onChange({ ...settings, adjustments: settings.adjustments.filter((_, i) => i !== index) })}
          >
            去掉
          </button>
        </div>
      ))}
      <button
        type="button"
        className="kc-button"
        onClick={() => onChange({ ...settings, adjustments: [...settings.adjustments, blank(counties[0]?.region ?? '')] })}
      >
        增加一条加减分
      </button>
    </>
  );
}

export function Settings({ view, onSaved }: Props) {
  const [settings, setSettings] = useState(view.settings);
  const [asOf, setAsOf] = useState(view.asOf);
  const [failure, setFailure] = useState<unknown>(null);
  const first = new Set(settings.firstClass);
  const save = async () => {
    setFailure(null);
    try {
      await onSaved(
        await call<AssessmentView>('PUT', `/figures/assessments/${view.year}`, { body: { version: view.version, asOf, settings } }),
      );
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Section title="考核方案" note="保存后重新计分；公布前县区看不到">
      <form
        aria-label="考核方案"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="tg-form">
          <Labelled label="数据截至">
            <input className="kc-input" type="date" required value={asOf} onChange={(event) => setAsOf(event.target.value)} />
          </Labelled>
          {numbers.map(([key, label]) => (
            <Labelled key={key} label={label}>
              <input
                className="kc-input kc-num"
                inputMode="decimal"
                value={settings[key]}
                onChange={(event) => setSettings({ ...settings, [key]: event.target.value })}
              />
            </Labelled>
          ))}
        </div>
        <fieldset className="tg-classes">
          <legend>一类县区（其余为二类，分类排名）</legend>
          {view.counties.map((county) => (
            <label key={county.region}>
              <input
                type="checkbox"
                checked={first.has(county.region)}
                onChange={(event) =>
                  setSettings({
                    ...settings,
                    firstClass: event.target.checked
                      ? [...settings.firstClass, county.region]
                      : settings.firstClass.filter((one) => one !== county.region),
                  })
                }
              />{' '}
              {county.name}
            </label>
          ))}
        </fieldset>
        <Adjustments view={view} settings={settings} onChange={setSettings} />
        {failure !== null && <ErrorState error={failure} />}
        <div className="kc-step-buttons">
          <button type="submit" className="kc-button kc-button-main">
            保存并计分
          </button>
        </div>
      </form>
    </Section>
  );
}
