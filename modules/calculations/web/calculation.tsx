// One calculation: at the left what goes in, at the right what follows as one types, by the same function that the server and the law use.
import { App, Button, Dropdown, Segmented } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { idOf } from '#ui/fields/field-view.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { usePathParam } from '#ui/use-search.ts';
import type { MoneyUnit, Shape } from '../model/field-views.ts';
import { cargoKey, packedCargo } from '../model/link.ts';
import { pathLabel } from '../model/path-label.ts';
import { currentFace } from './face.ts';
import { Parts } from './inputs.tsx';
import { leadWords, ResultView } from './result.tsx';
import {
  evaluated,
  type Filled,
  filledDocument,
  filledOf,
  type Loaded,
  nothingFilled,
  type Outcome,
  useFilled,
  useLoaded,
} from './use-calculation.ts';
import './calculations.css';

const answerId = 'calculation-answer';
const parentOf = () => ({ label: '政策计算', href: `${currentFace()}/calculations` });

function Answer({ loaded, outcome, unread }: { loaded: Loaded; outcome: Outcome; unread: readonly string[] }) {
  const { calculation } = loaded;
  if (unread.length > 0)
    return (
      <Notice tone="bad" title="有内容无法识别">
        {unread.join('；')}
      </Notice>
    );
  if ('result' in outcome) return <ResultView calculation={calculation} result={outcome.result} />;
  const { code, path, message } = outcome.problem;
  const isMissing = code === 'MISSING';
  const label = pathLabel(calculation, path);
  const jump = () => document.getElementById(idOf(path))?.focus();
  return (
    <Notice tone={isMissing ? 'plain' : 'bad'} title={isMissing ? '填完必填项即可计算' : '所填内容还不能计算'}>
      {label !== '' && (
        <button type="button" className="calc-text-button" onClick={jump}>
          {label}
        </button>
      )}
      {label === '' ? '' : '：'}
      {message}
    </Notice>
  );
}

/** On a narrow screen the result stands far below: its words stay in sight, and lead there. */
function Peek({ loaded, outcome, isUnread }: { loaded: Loaded; outcome: Outcome; isUnread: boolean }) {
  const isDone = 'result' in outcome && !isUnread;
  const words = isDone ? leadWords(loaded.calculation, outcome.result) : '还不能计算';
  return (
    <button type="button" className="calc-peek kc-no-print" onClick={() => document.getElementById(answerId)?.scrollIntoView()}>
      <b>{words}</b>
      <span>看结果</span>
    </button>
  );
}

interface ToolsProps {
  readonly loaded: Loaded;
  readonly filled: Filled;
  readonly replace: (next: Filled) => void;
}

function Tools({ loaded: { calculation, examples }, filled, replace }: ToolsProps) {
  const { message } = App.useApp();
  const fill = (index: number) => replace(filledOf(calculation, examples[index]?.in ?? {}));
  const copy = async () => {
    const cargo = await packedCargo(filledDocument(calculation, filled));
    if (cargo === undefined) return void message.warning('填写的内容太多，一个链接放不下；请打印或分开计算。');
    const href = `${window.location.origin}${window.location.pathname}${cargoKey}${cargo}`;
    // The address of this page carries the inputs from now on, so that it can also be copied or kept by hand.
    window.history.replaceState(window.history.state, '', href);
    try {
      await navigator.clipboard.writeText(href);
      message.success('链接已复制，内含所填内容；打开链接即见同样的结果。');
    } catch {
      message.info('浏览器不允许复制；所填内容已在地址栏的链接中，可手动复制。');
    }
  };
  const items = examples.map((_, index) => ({ key: String(index), label: `示例 ${index + 1}` }));
  return (
    <>
      {examples.length === 1 && <Button onClick={() => fill(0)}>填入示例</Button>}
      {examples.length > 1 && (
        <Dropdown menu={{ items, onClick: ({ key }) => fill(Number(key)) }}>
          <Button>填入示例</Button>
        </Dropdown>
      )}
      <Button onClick={() => replace(nothingFilled)}>清空</Button>
      <Button onClick={() => void copy()}>复制链接</Button>
      <Button onClick={() => window.print()}>打印</Button>
    </>
  );
}

/** Unread texts by path; a whole table that changed forgets those of its cells. */
function useUnread() {
  const [unread, setUnread] = useState<Readonly<Record<string, string>>>({});
  const onUnread = (path: string, problem: string | undefined) =>
    setUnread((before) => {
      const others = Object.entries(before).filter(([each]) => each !== path && !each.startsWith(`${path}[`));
      if (problem === undefined && others.length === Object.keys(before).length) return before;
      return Object.fromEntries(problem === undefined ? others : [...others, [path, problem]]);
    });
  return { unread: Object.values(unread), onUnread, forget: () => setUnread({}) };
}

function hasMoney(type: Shape): boolean {
  const within = [type.element, type.inner, ...Object.values(type.fields ?? {}).map((field) => field.type as Shape)];
  const kinds = Object.values(type.kinds ?? {}).flatMap(({ fields }) => Object.values(fields).map((field) => field.type as Shape));
  return type.kind === 'money' || [...within, ...kinds].some((part) => part !== undefined && hasMoney(part));
}

function Calculating({ loaded }: { loaded: Loaded }) {
  const { calculation } = loaded;
  const { filled, setFilled, replace, edition, isBadLink } = useFilled(calculation);
  const { unread, onUnread, forget } = useUnread();
  const [unit, setUnit] = useState<MoneyUnit>('万元');
  // Typing comes first: the result follows when the machine has time.
  const settled = useDeferredValue(filled);
  const outcome = useMemo(() => evaluated(calculation, settled), [calculation, settled]);
  const problem = 'problem' in outcome && outcome.problem.code !== 'MISSING' ? outcome.problem : undefined;
  const anew = (next: Filled) => {
    forget();
    replace(next);
  };
  const around = { unit, problem, onUnread };
  const isInMoney = Object.values({ ...calculation.input, ...calculation.parameters }).some((field) => hasMoney(field.type as Shape));
  return (
    <div className="kc-page">
      <PageHead
        title={calculation.name}
        parent={parentOf()}
        lead={`依据：${calculation.basis.join('、')}`}
        actions={<Tools loaded={loaded} filled={filled} replace={anew} />}
      />
      {isBadLink && <Notice tone="warn" title="链接中的内容不完整，没有带入；请向发送人要完整的链接。" />}
      <div className="calc-halves">
        <div key={edition} className="calc-inputs">
          <Section
            title="填写"
            note="空着的按未知计算，不当作零"
            action={isInMoney && <Segmented size="small" options={['万元', '元']} value={unit} onChange={setUnit} aria-label="金额单位" />}
          >
            <Parts
              {...around}
              fields={calculation.input}
              path=""
              answers={filled.input}
              onChange={(input) => setFilled({ ...filled, input: input ?? {} })}
            />
          </Section>
          {Object.keys(calculation.parameters).length > 0 && (
            <details className="calc-details" open={Object.keys(filled.parameters).length > 0}>
              <summary>参数（{Object.keys(calculation.parameters).length} 项，默认按现行规定和本地办法，可改）</summary>
              <Parts
                {...around}
                fields={calculation.parameters}
                path="parameters"
                answers={filled.parameters}
                onChange={(parameters) => setFilled({ ...filled, parameters: parameters ?? {} })}
              />
            </details>
          )}
        </div>
        <section id={answerId} className="calc-answer" aria-label="计算结果" aria-live="polite">
          <Answer loaded={loaded} outcome={outcome} unread={unread} />
          <details className="calc-details">
            <summary>怎样算的</summary>
            <ul className="calc-method">
              {calculation.method.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </details>
        </section>
      </div>
      <Peek loaded={loaded} outcome={outcome} isUnread={unread.length > 0} />
    </div>
  );
}

export default function CalculationPage() {
  const id = usePathParam('id');
  const { data, error, refetch } = useLoaded(id);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton />;
  if (data === null)
    return (
      <div className="kc-page">
        <PageHead title="没有这项计算" parent={parentOf()} />
        <EmptyState title="没有找到这项计算" how="请从“政策计算”中重新选择。" />
      </div>
    );
  return <Calculating key={id} loaded={data} />;
}
