// Records one expert by hand; many at once come by import.
import { useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ExpertForm } from './expert-form.tsx';

export default function NewExpert() {
  const go = useGo();
  return (
    <div className="kc-page">
      <PageHead title="登记专家" parent={{ label: '评审专家', href: '/experts' }} />
      <ExpertForm onDone={(saved) => go(`/experts/${saved.id}`)} onCancel={() => go('/experts')} />
    </div>
  );
}
