// All delegations, for the security administrator.
import { DelegationsList } from './delegations-list.tsx';

export default function Delegations() {
  return (
    <DelegationsList
      name="accounts.delegations"
      title="角色委托"
      lead="业务人员之间的临时委托。发现不当的，可予终止；双方和审计记录均可见。"
      path="/accounts/delegations"
    />
  );
}
