// A paper as content, apart from how it is laid out: what an official document of GB/T 9704-2012 holds, for Word and for PDF alike.

/** A piece of a paragraph. `figure` names what stands behind a number, for the annex of sources and for links. */
export type Run = string | { readonly text: string; readonly bold?: boolean; readonly figure?: string };

export type Block =
  /** Levels 1–4 are numbered by their text: 一、 （一） 1. （1） */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'table';
      readonly caption?: string;
      readonly columns: readonly { readonly title: string; readonly align?: 'left' | 'right' | 'center'; readonly weight?: number }[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'page-break' };

export interface Paper {
  /** `official`: red head and rule; `plain`: title and text; `certificate`: framed, landscape. */
  readonly layout: 'official' | 'plain' | 'certificate';
  /** Lines by `\n`; a long title without them is broken at the words (see title-lines.ts). */
  readonly title: string;
  /** Text of the red head: 澜江市科学技术局文件. */
  readonly agencyMark?: string;
  /** 澜科发〔2025〕12号 */
  readonly number?: string;
  /** Head of the agency, on documents to a superior. */
  readonly signer?: string;
  /** Whom it is addressed to, without the colon. */
  readonly recipient?: string;
  readonly blocks: readonly Block[];
  /** Names of annexes, as 附件说明 lists them. */
  readonly annexes?: readonly string[];
  /** An annex that is bound with the paper: on a page of its own behind the signature. */
  readonly attached?: { readonly mark: string; readonly title: string; readonly blocks: readonly Block[] };
  /** Day as `YYYY-MM-DD`. */
  readonly signature?: { readonly agency: string; readonly date: string };
  /** 抄送 and 印发 lines of the imprint. */
  readonly imprint?: { readonly copies?: string; readonly office: string; readonly date: string };
  /** Small grey line under the text, such as a note that the data is synthetic. */
  readonly note?: string;
}

/** A day as an official paper writes it: year in full, no leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function writtenDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
