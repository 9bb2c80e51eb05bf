// What a case tells a template: facts as they stood in the moment of the move.
import type { DocumentKind } from './kinds.ts';

export interface UnmetCondition {
  readonly says: string;
  readonly required: string;
  readonly actual: string;
  /** Document and article: 国科发火〔2016〕32号第十一条(四). */
  readonly article: string;
}

export interface Listed {
  readonly name: string;
  readonly number: string;
  readonly region: string;
}

export interface Facts {
  readonly kind: DocumentKind;
  readonly programme: string;
  readonly dossier: string;
  readonly basis: readonly string[];
  /** Names of those concerned: one, but for a publicity. */
  readonly parties: readonly Listed[];
  readonly submittedOn: string | null;
  readonly agency: string;
  readonly day: string;
  readonly number: string;
  /** What was recorded with the move. */
  readonly said: Readonly<Record<string, unknown>>;
  /** Last day of the correction or of the publicity. */
  readonly dueOn: string | null;
  readonly unmet: readonly UnmetCondition[];
  /** What the title of a certificate is called. */
  readonly titleName: string | null;
  /** The fixed closing text of the kind, as the bureau words it. */
  readonly closing: string;
}
