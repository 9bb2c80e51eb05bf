// Small parts that the pages of targets share: lights in words, targets as they are said, labelled fields.
import type { ReactNode } from 'react';
import { formatPercent, UNKNOWN } from '#ui/format.ts';
import { Status } from '#ui/page/status.tsx';
import type { Progress } from '../model/target-shapes.ts';
import { valueText } from './value-text.ts';

const lights = { GREEN: ['good', '达到进度'], YELLOW: ['warn', '略有落后'], RED: ['bad', '落后'] } as const;

export function Light({ light }: { light: Progress['light'] }) {
  if (light === null) return <Status tone="off">{UNKNOWN}</Status>;
  const [tone, words] = lights[light];
  return <Status tone={tone}>{words}</Status>;
}

export const withUnit = (unit: string, value: string | null): string => {
  const text = valueText({ unit }, value);
  return value === null || unit === '元' || unit === '%' || unit === '位' ? text : `${text}${unit}`;
};

/** 突破500家, 500家以上. */
export function saidTarget(unit: string, value: string | null, bound: string | null): string {
  const text = withUnit(unit, value);
  if (value === null || bound === null) return text;
  return bound === '以上' || bound === '左右' ? `${text}${bound}` : `${bound}${text}`;
}

export const completionText = (completion: string | null): string => (completion === null ? UNKNOWN : formatPercent(completion, 1));

export function Labelled({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label className="tg-field">
      <span>{label}</span>
      {children}
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}

/** First columns of every table that holds what was reached against a target. */
export function AgainstTargetHead() {
  return (
    <>
      <th scope="col">指标</th>
      <th scope="col" className="kc-num">
        目标
      </th>
      <th scope="col" className="kc-num">
        实际
      </th>
    </>
  );
}

export const yearsAround = (now: number): readonly number[] => Array.from({ length: 6 }, (_, i) => now + 1 - i);

export function YearChoice({ year, now, onChange }: { year: number; now: number; onChange: (year: string) => void }) {
  return (
    <Labelled label="年度">
      <select className="kc-input" value={year} onChange={(event) => onChange(event.target.value)}>
        {yearsAround(now).map((one) => (
          <option key={one} value={one}>
            {one}年
          </option>
        ))}
      </select>
    </Labelled>
  );
}
