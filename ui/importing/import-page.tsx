// The import page: drop a file, see what was understood, what is wrong and what will change, do it, and undo it if it was a mistake.
import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { DropBox } from '../fields/drop-box.tsx';
import { PageHead } from '../page/page-head.tsx';
import { Notice } from '../page/states.tsx';
import { Section } from '../record/fact-list.tsx';
import { canWrite, consequenceOf, type ImportReport, type ImportState, STEPS, stepOf, understoodWords } from './import-state.ts';
import { ChangeTable, ColumnTable, FaultTable } from './import-tables.tsx';
import './import.css';
import '../record/case.css';

export type { ColumnReading, FaultyCell, ImportReport, ImportState, RowChange } from './import-state.ts';

export interface ImportPageProps {
  readonly title: string;
  readonly parent?: { readonly label: string; readonly href: string };
  /** What may be imported and how rows are matched. */
  readonly lead?: ReactNode;
  readonly state: ImportState;
  readonly extensions?: readonly string[];
  readonly onFile: (file: File) => void;
  readonly onTemplate?: () => void;
  /** The same file with each faulty cell marked. */
  readonly onMarkedUp?: () => void;
  readonly onWrite: () => void;
  readonly onUndo?: () => void;
  readonly onRestart: () => void;
  /** What is asked before writing, e.g. the name of the list; stands above the buttons. */
  readonly asks?: ReactNode;
  /** What writing will do, where new and changed rows do not say it. */
  readonly consequence?: (report: ImportReport) => string;
  /** Where to look at what was imported. */
  readonly doneHref?: ReactNode;
}

function Choose({ props, failure }: { props: ImportPageProps; failure: string | undefined }) {
  const extensions = props.extensions ?? ['xlsx'];
  return (
    <>
      {failure && <Notice tone="bad" title={failure} />}
      <DropBox extensions={extensions} className="kc-drop" overClassName="kc-drop-over" onFile={props.onFile}>
        {(choose) => (
          <>
            <p>把 Excel 文件拖到这里</p>
            <Button type="primary" onClick={choose}>
              选择文件
            </Button>
            {props.onTemplate && (
              <Button type="link" onClick={props.onTemplate}>
                下载模板
              </Button>
            )}
            <small>
              支持 {extensions.join('、')}；先核对，确认后才写入{props.onUndo && '，写入后可整批撤销'}。
            </small>
          </>
        )}
      </DropBox>
    </>
  );
}

function Report({ props, report, failure }: { props: ImportPageProps; report: ImportReport; failure: string | undefined }) {
  return (
    <>
      {failure && <Notice tone="bad" title={failure} />}
      <Section title="识别结果" note={understoodWords(report)}>
        <ColumnTable columns={report.columns} />
      </Section>
      {report.faultCount > 0 && (
        <Section
          title={`有误 ${report.faultCount} 处，涉及 ${report.faultyRows} 行`}
          action={
            props.onMarkedUp && (
              <Button size="small" onClick={props.onMarkedUp}>
                下载标注文件
              </Button>
            )
          }
        >
          <FaultTable faults={report.faults} count={report.faultCount} />
        </Section>
      )}
      <Section title="将要改动" note={`新增 ${report.counts.new}，更新 ${report.counts.changed}，一致 ${report.counts.same}`}>
        <ChangeTable changes={report.changes} total={report.counts.new + report.counts.changed} />
      </Section>
      {props.asks}
      <div className="kc-actions kc-no-print">
        <div className="kc-action-row">
          <span className="kc-import-says">
            {canWrite(report) ? (props.consequence ?? consequenceOf)(report) : (report.keptBack ?? '没有可写入的内容。')}
          </span>
          <Button type="primary" disabled={!canWrite(report)} onClick={props.onWrite}>
            {report.faultyRows > 0 && report.keptBack === undefined ? '写入无误的行' : '写入'}
          </Button>
          <Button onClick={props.onRestart}>换一个文件</Button>
        </div>
      </div>
    </>
  );
}

function Done({ props, state }: { props: ImportPageProps; state: Extract<ImportState, { step: 'done' }> }) {
  const isUndone = state.undo === 'undone';
  return (
    <>
      <Notice tone={isUndone ? 'plain' : 'good'} title={isUndone ? '已撤销，内容恢复到导入之前' : state.summary}>
        {state.failure && <p>{state.failure}</p>}
        {props.onUndo && state.undo === 'closed' && <p>其后已有新的改动，不能再整批撤销；个别错误请在原处更正。</p>}
      </Notice>
      <div className="kc-step-buttons">
        {props.doneHref}
        <Button onClick={props.onRestart}>再导入一个文件</Button>
        {props.onUndo && (state.undo === 'offered' || state.undo === 'running') && (
          <Button danger loading={state.undo === 'running'} onClick={props.onUndo}>
            撤销这次导入
          </Button>
        )}
      </div>
    </>
  );
}

/** Said only where the server keeps what came of it. */
const LEAVE = '可以离开此页，结果会显示在页面顶部。';

function Body(props: ImportPageProps) {
  const { state } = props;
  switch (state.step) {
    case 'choose':
      return <Choose props={props} failure={state.failure} />;
    case 'reading':
      return (
        <div className="kc-drop" role="status">
          <p>{state.share < 1 ? `正在上传“${state.fileName}”` : (state.says ?? `正在读取“${state.fileName}”`)}</p>
          {state.share < 1 ? (
            <Progress percent={Math.round(state.share * 100)} style={{ maxWidth: 320 }} />
          ) : (
            <>
              <div className="kc-import-running" aria-hidden="true" />
              {state.says !== undefined && <small>{LEAVE}</small>}
            </>
          )}
        </div>
      );
    case 'report':
      return <Report props={props} report={state.report} failure={state.failure} />;
    case 'writing':
      return (
        <div className="kc-drop" role="status">
          <p>{state.says ?? '正在写入'}</p>
          {state.share === null ? (
            <div className="kc-import-running" aria-hidden="true" />
          ) : (
            <Progress percent={Math.round(state.share * 100)} style={{ maxWidth: 320 }} />
          )}
          {state.says !== undefined && <small>{LEAVE}</small>}
        </div>
      );
    case 'done':
      return <Done props={props} state={state} />;
  }
}

export function ImportPage(props: ImportPageProps) {
  const current = stepOf(props.state);
  return (
    <div className="kc-page kc-import">
      <PageHead title={props.title} lead={props.lead} {...(props.parent ? { parent: props.parent } : {})} />
      <ol className="kc-steps kc-import-steps">
        {STEPS.map((label, index) => {
          const state = index < current ? 'done' : index === current ? 'now' : 'todo';
          return (
            <li key={label} className={`kc-step kc-step-${state}`} aria-current={index === current ? 'step' : undefined}>
              <span>{label}</span>
            </li>
          );
        })}
      </ol>
      <Body {...props} />
    </div>
  );
}
