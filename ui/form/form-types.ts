// What a form page is told, and what its steps share.
import type { ReactNode } from 'react';
import type { FormView, Prefilled } from '../fields/field-view.ts';
import type { Patch } from './autosave.ts';
import type { Answers } from './form-progress.ts';
import type { Step } from './form-steps.ts';
import type { Filling } from './use-filling.ts';

export interface FormSubmit {
  /** 提交申报. */
  readonly label: string;
  /** What follows, in one sentence, above the button. */
  readonly consequence: string;
  /** Has to be ticked: "我单位承诺所填内容真实……". */
  readonly promise?: string;
  /** Resolves to what happened and what comes next. */
  readonly run: () => Promise<string>;
}

export interface FormPageProps {
  /** Names the draft on this computer, e.g. `case-<id>`. */
  readonly name: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly parent?: { readonly label: string; readonly href: string };
  readonly form: FormView;
  readonly answers: Answers;
  readonly prefilled?: Readonly<Record<string, Prefilled>>;
  /** Sends changed answers; null takes one away. A 409 stops the saving and says so. */
  readonly save: (patch: Patch) => Promise<void>;
  readonly submit: FormSubmit;
  /** Above everything: why it was returned, until when. */
  readonly notice?: ReactNode;
  /** Beside the fields: findings so far, notes. Told the answers as they are typed. */
  readonly aside?: (answers: Answers) => ReactNode;
  readonly onSubmitted?: () => void;
}

export interface StepProps {
  readonly props: FormPageProps;
  readonly filling: Filling;
  readonly step: Step;
  readonly jump: (path: string) => void;
}
