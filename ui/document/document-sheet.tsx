// A document as the paper that will be signed: GB/T 9704 proportions, red head and rule, the same in dark theme and on the printer.
import type { ReactNode } from 'react';
import './document.css';

export interface DocumentSheetProps {
  /** 澜江市科学技术局文件; absent for tables, letters and annexes without a red head. */
  readonly redHead?: string;
  /** 澜科发〔2026〕18号. */
  readonly number?: string;
  readonly signer?: string;
  readonly title: string;
  /** Whom it is addressed to, with its colon. */
  readonly addressee?: string;
  /** Paragraphs, with h3 for 一、 (黑体) and h4 for （一） (楷体): h1 is the page's, h2 the document's title. */
  readonly children: ReactNode;
  readonly annexes?: readonly string[];
  readonly signature?: { readonly office: string; readonly day: string };
  /** Printed small at the foot: 抄送, 印发. */
  readonly imprint?: ReactNode;
  /** Says that this is not signed yet. */
  readonly isDraft?: boolean;
}

export function DocumentSheet(props: DocumentSheetProps) {
  const { redHead, number, signer, title, addressee, children, annexes = [], signature, imprint, isDraft } = props;
  return (
    <article className={redHead ? 'kc-paper kc-paper-red' : 'kc-paper'}>
      {isDraft && <div className="kc-paper-draft">稿</div>}
      {redHead && <p className="kc-paper-head">{redHead}</p>}
      {(number || signer) && (
        <p className="kc-paper-number">
          <span>{number}</span>
          {signer && <span>签发人：{signer}</span>}
        </p>
      )}
      {redHead && <hr className="kc-paper-rule" />}
      <h2 className="kc-paper-title">{title}</h2>
      {addressee && <p className="kc-paper-to">{addressee}</p>}
      <div className="kc-paper-body">{children}</div>
      {annexes.length > 0 && (
        <div className="kc-paper-annexes">
          <span>附件：</span>
          <ol>
            {annexes.map((annex) => (
              <li key={annex}>{annex}</li>
            ))}
          </ol>
        </div>
      )}
      {signature && (
        <div className="kc-paper-signature">
          <p>{signature.office}</p>
          <p>{signature.day}</p>
        </div>
      )}
      {imprint && <footer className="kc-paper-imprint">{imprint}</footer>}
    </article>
  );
}
