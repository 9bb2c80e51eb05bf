// Chooses what to check oneself for, on the desk or on the public pages.
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { useCatalogue } from './knowledge.tsx';
import './casework.css';

/** `at` is the address under which the self-checks stand. */
export function SelfChecks({ at }: { at: string }) {
  const dossiers = useCatalogue().programmes.flatMap((programme) => programme.dossiers.map((dossier) => ({ programme, dossier })));
  return (
    <div className="kc-page">
      <PageHead title="自测" lead="按政策条件逐条核对：符合、不符合，还是缺数据；不符合时告诉您差多少。自测不提交任何内容。" />
      <ul className="cw-calls">
        {dossiers
          .filter(({ dossier }) => dossier.eligibility.rules.length > 0)
          .map(({ programme, dossier }) => (
            <li key={`${programme.id}/${dossier.id}`}>
              <div>
                <span className="cw-call-name">{dossier.name}</span>
                <div className="cw-call-facts">
                  <span>{dossier.eligibility.rules.length} 项条件</span>
                  {dossier.crossCheck !== undefined && <span>含审计、纳税、申报三方一致性比对</span>}
                </div>
              </div>
              <AppLink className="kc-button kc-button-main" href={`${at}/${programme.id}/${dossier.id}`}>
                开始自测
              </AppLink>
            </li>
          ))}
      </ul>
      <p className="cw-more">
        其他政策的测算（研发费用归集、加计扣除、技术合同、后补助等）见
        <AppLink href={`${at.startsWith('/public') ? '/public' : '/desk'}/calculations`}>政策计算</AppLink>。
      </p>
    </div>
  );
}

export default function SelfCheckList() {
  return <SelfChecks at="/desk/self-check" />;
}
