// What anyone may check a firm for, without an account.
import { SelfChecks } from './self-check-list.tsx';

export default function PublicSelfCheckList() {
  return <SelfChecks at="/public/self-check" />;
}
