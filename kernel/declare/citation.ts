// A citation: the document and article that a rule, limit, deadline or amount stands on.

export interface Citation {
  /** Document number or name: 国科发火〔2016〕32号. */
  readonly document: string;
  /** Article within it: 第十一条(四); absent when the whole document is meant. */
  readonly article?: string;
}

export function cite(document: string, article?: string): Citation {
  return article === undefined ? { document } : { document, article };
}

const ownDocument = '由本级确定';

/** What no higher document fixes: a parameter of the bureau, with the local document or matter that it belongs to. */
export const byBureau = (matter: string): Citation => ({ document: ownDocument, article: `（${matter}）` });

export const isByBureau = ({ document }: Citation): boolean => document === ownDocument;

export const citationText = (citation: Citation): string => citation.document + (citation.article ?? '');
