// The result of a calculation as a page: what follows, large; the figures by their names; and each rule with what was found and its article.
import type { ReactNode } from 'react';
import type { Calculation } from '#kernel/calculations/frame/calculation.ts';
import { isJsonObject, type JsonObject } from '#kernel/calculations/frame/value-type.ts';
import { leadingFigures } from '#kernel/calculations/shown/leading-figures.ts';
import { cite } from '#kernel/declare/citation.ts';
import { formatMoney } from '#ui/format.ts';
import { Status } from '#ui/page/status.tsx';
import { type Fact, FactList, Section } from '#ui/record/fact-list.tsx';
import { FindingsList, type FindingView, findingsWords } from '#ui/record/findings-list.tsx';
import { leadOf, type Named, named, printed, printedActual, valueAt, wordIn } from './printed.ts';

const levels: Readonly<Record<string, string>> = {
  block: '须更正后才能提交',
  warn: '预警，须核对',
  info: '提示',
  hard: '硬性审核，须更正',
  soft: '核实性审核，可作说明',
};

/** What only some calculations say of a finding: how grave, whose, which years. */
function remarks(finding: JsonObject): string {
  const { level, subjects, years, explained } = finding;
  const parts = [
    typeof level === 'string' ? (levels[level] ?? level) : '',
    Array.isArray(years) && years.length > 0 ? `涉及年度：${years.join('、')}` : '',
    Array.isArray(subjects) && subjects.length > 0 ? `涉及：${subjects.join('、')}` : '',
    explained === true ? '已说明' : explained === false ? '尚未说明' : '',
  ];
  return parts.filter((part) => part !== '').join('；');
}

function findingViews(calculation: Calculation, findings: unknown): FindingView[] {
  return (Array.isArray(findings) ? findings : []).filter(isJsonObject).map((finding) => {
    const why = remarks(finding);
    return {
      rule: String(finding.ruleId),
      says: `${String(finding.ruleId)} ${String(finding.required)}`,
      status: finding.status as FindingView['status'],
      actual: printedActual(calculation, finding.actual),
      required: `${String(finding.ruleId)} ${String(finding.required)}`,
      cites: cite(String(finding.basis)),
      missing: [],
      ...(why === '' ? {} : { why }),
    };
  });
}

interface Shown {
  readonly calculation: Calculation;
  readonly value: unknown;
}

function Word({ calculation, value, as }: Shown & { as: Named }) {
  const word = wordIn(calculation, value);
  if (word !== undefined && word.tone !== 'plain') return <Status tone={word.tone}>{word.label}</Status>;
  return <>{printed(calculation, value, as.reading)}</>;
}

function isRow(item: unknown): item is JsonObject {
  return isJsonObject(item);
}

const numeric = (value: unknown) => typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));

function Rows({ calculation, rows, title }: { calculation: Calculation; rows: readonly JsonObject[]; title: string }) {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = keys.filter((key) => key !== 'findings').map((key) => named(calculation, key));
  const [first] = columns;
  const judged = rows.filter((row) => Array.isArray(row.findings) && row.findings.length > 0);
  const isNumber = (key: string) => rows.some((row) => numeric(row[key]));
  return (
    <Section title={title}>
      <div className="kc-grid-scroll">
        <table className="calc-rows">
          <thead>
            <tr>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col" className={isNumber(key) ? 'kc-num' : ''}>
                  {label}
                </th>
              ))}
              {judged.length > 0 && <th scope="col">核对</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a result have no other name than their place
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column.key} className={isNumber(column.key) ? 'kc-num' : ''}>
                    {Object.hasOwn(row, column.key) && <Word calculation={calculation} value={row[column.key]} as={column} />}
                  </td>
                ))}
                {judged.length > 0 && (
                  <td>
                    {Array.isArray(row.findings) && row.findings.length > 0
                      ? findingsWords(findingViews(calculation, row.findings)).replace(/^.*：/, '')
                      : '—'}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {judged.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a result have no other name than their place
        <details key={index} className="calc-details">
          <summary>
            {first?.label} {first === undefined ? '' : String(row[first.key])} 逐条核对
          </summary>
          <FindingsList findings={findingViews(calculation, row.findings)} />
        </details>
      ))}
    </Section>
  );
}

/** Figures of a record in one list; what has parts of its own follows below under its own title. */
function Figures({ calculation, value, title }: { calculation: Calculation; value: JsonObject; title: string }) {
  const entries = Object.entries(value).filter(([key]) => key !== 'findings');
  // A range and what stands behind it are one row: 16—20 · 比例 28%.
  const facts = entries.flatMap(([key, part]): Fact[] => {
    const as = named(calculation, key);
    const lead = leadOf(part);
    if (printed(calculation, part, as.reading) !== undefined)
      return [{ label: as.label, value: <Word calculation={calculation} value={part} as={as} /> }];
    return lead !== undefined && isJsonObject(part) ? [{ label: as.label, value: lead, note: behind(calculation, part), wide: true }] : [];
  });
  const rest = entries.filter(
    ([key, part]) => printed(calculation, part, named(calculation, key).reading) === undefined && leadOf(part) === undefined,
  );
  return (
    <>
      {facts.length > 0 && <FactList title={title} columns={2} facts={facts} />}
      {Array.isArray(value.findings) && value.findings.length > 0 && (
        <Section title={joined(title, '逐条核对')}>
          <FindingsList findings={findingViews(calculation, value.findings)} />
        </Section>
      )}
      {rest.map(([key, part]) => (
        <Block key={key} calculation={calculation} value={part} title={joined(title, named(calculation, key).label)} />
      ))}
    </>
  );
}

const whole = '计算结果';
const joined = (above: string, title: string): string => (above === whole ? title : `${above}：${title}`);

function behind(calculation: Calculation, part: JsonObject): string {
  return Object.entries(part)
    .filter(([key]) => key !== 'min' && key !== 'max')
    .map(([key, value]) => {
      const as = named(calculation, key);
      return `${as.label} ${printed(calculation, value, as.reading) ?? ''}`;
    })
    .join('，');
}

function Block({ calculation, value, title }: Shown & { title: string }): ReactNode {
  if (isJsonObject(value)) return <Figures calculation={calculation} value={value} title={title} />;
  if (!Array.isArray(value)) return null;
  const rows = value.filter(isRow);
  return <Rows calculation={calculation} rows={rows} title={title} />;
}

const isAmount = (value: unknown, as: Named): value is string => typeof value === 'string' && as.reading === 'money';

function leadsOf(calculation: Calculation, result: JsonObject) {
  return leadingFigures(calculation.id).flatMap((path) => {
    const value = valueAt(result, path);
    if (value === undefined) return [];
    const steps = path.split('.').map((step) => named(calculation, step));
    const [as] = steps.slice(-1);
    if (as === undefined) return [];
    const text = isAmount(value, as) ? formatMoney(value) : (printed(calculation, value, as.reading) ?? leadOf(value) ?? '');
    const exact = isAmount(value, as) ? printed(calculation, value, as.reading) : undefined;
    return [{ path, label: steps.map((step) => step.label).join(' '), text, exact, tone: wordIn(calculation, value)?.tone ?? 'plain' }];
  });
}

/** The same in a line, where the result stands below a long form. */
export function leadWords(calculation: Calculation, result: JsonObject): string {
  return leadsOf(calculation, result)
    .map(({ label, text }) => `${label} ${text}`)
    .join(' · ');
}

function Leading({ calculation, result }: { calculation: Calculation; result: JsonObject }) {
  const shown = leadsOf(calculation, result);
  if (shown.length === 0) return null;
  return (
    <div className="calc-leads">
      {shown.map(({ path, label, text, exact, tone }) => (
        <div key={path} className={`calc-lead calc-lead-${tone}`}>
          <span>{label}</span>
          <b>{text}</b>
          {exact && <small>{exact}</small>}
        </div>
      ))}
    </div>
  );
}

export function ResultView({ calculation, result }: { calculation: Calculation; result: JsonObject }) {
  const leads = new Set(leadingFigures(calculation.id).filter((path) => !path.includes('.')));
  const rest = Object.fromEntries(Object.entries(result).filter(([key]) => !leads.has(key)));
  return (
    <div className="calc-result">
      <Leading calculation={calculation} result={result} />
      <Figures calculation={calculation} value={rest} title={whole} />
    </div>
  );
}
