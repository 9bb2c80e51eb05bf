// The decomposition before it is issued: each county beside what it reached, values by hand, sums, and what should be known.
import { formatPercent } from '#ui/format.ts';
import { Notice } from '#ui/page/states.tsx';
import type { PlanDraft, Preview } from '../model/target-shapes.ts';
import { withHand } from './target-draft.ts';
import { withUnit } from './target-words.tsx';
import { valueText } from './value-text.ts';

interface Props {
  readonly preview: Preview;
  readonly draft: PlanDraft;
  /** Base unit of the indicator. */
  readonly unit: string;
  readonly onChange: (draft: PlanDraft) => void;
}

function Notices({ preview }: { preview: Preview }) {
  return (
    <>
      {preview.problems.length > 0 && (
        <Notice tone="bad" title={`下达前还有 ${preview.problems.length} 处要处理`}>
          <ul className="tg-list">
            {preview.problems.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      {preview.warnings.length > 0 && (
        <Notice tone="warn" title="请注意（不影响下达）">
          <ul className="tg-list">
            {preview.warnings.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

export function PreviewTable({ preview, draft, unit, onChange }: Props) {
  const typedOf = (region: string): string => draft.byHand.find((one) => one.region === region)?.value ?? '';
  const hasWeight = preview.rows.some((row) => row.weight !== null);
  const show = (value: string | null) => valueText({ unit }, value);
  return (
    <>
      <Notices preview={preview} />
      <div className="kc-scroll">
        <table className="kc-bars" aria-label="分解结果">
          <thead>
            <tr>
              <th scope="col">地区</th>
              <th scope="col" className="kc-num">
                {preview.lastYear - 1}年
              </th>
              <th scope="col" className="kc-num">
                {preview.lastYear}年
              </th>
              <th scope="col" className="kc-num">
                {preview.levelYear === null ? '目前已达到' : `${preview.levelYear}年达到`}
              </th>
              {hasWeight && (
                <th scope="col" className="kc-num">
                  权重
                </th>
              )}
              <th scope="col" className="kc-num">
                按方法
              </th>
              <th scope="col" className="kc-num">
                目标（{draft.unit}）
              </th>
              <th scope="col" className="kc-num">
                逐县改为
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <tr key={row.region}>
                <th scope="row">{row.name}</th>
                <td className="kc-num">{show(row.beforeLast)}</td>
                <td className="kc-num">{show(row.last)}</td>
                <td className="kc-num">{show(row.level)}</td>
                {hasWeight && <td className="kc-num">{formatPercent(row.weight)}</td>}
                <td className="kc-num">{show(row.suggested)}</td>
                <td className="kc-num">
                  <b>{row.typed ?? '—'}</b>
                </td>
                <td className="kc-num">
                  <input
                    className="kc-input tg-typed"
                    inputMode="decimal"
                    aria-label={`${row.name}逐县改为`}
                    placeholder="不改"
                    value={typedOf(row.region)}
                    onChange={(event) => onChange(withHand(draft, row.region, event.target.value))}
                  />
                </td>
              </tr>
            ))}
            <tr className="tg-sum">
              <th scope="row">全市</th>
              <td className="kc-num">{show(preview.city.beforeLast)}</td>
              <td className="kc-num">{show(preview.city.last)}</td>
              <td className="kc-num">{show(preview.city.level)}</td>
              {hasWeight && <td />}
              <td />
              <td className="kc-num">{preview.city.typed ?? '—'}</td>
              <td className="kc-num">
                {preview.isAdditive &&
                  (preview.difference === null ? '' : preview.difference === '0' ? '合计相等' : `合计${withUnit(unit, preview.sum)}`)}
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}
