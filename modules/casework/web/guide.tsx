// Guides on screen, as the declaration gives them: how officers handle a system, and what applicants are told of it.
import { officeGuide } from '#kernel/faces/office-guide.ts';
import { programmeGuide } from '#kernel/faces/programme-guide.ts';
import { registerGuide } from '#kernel/faces/register-guide.ts';
import { AppLink } from '#ui/link.tsx';
import { GuideText } from '#ui/page/guide-text.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState } from '#ui/page/states.tsx';
import { usePathParam } from '#ui/use-search.ts';
import { today, useCatalogue } from './knowledge.tsx';

const none = <EmptyState title="没有这份指南" how="系统可能已改名或不再办理，请从列表中选择。" />;

export function OfficeGuidePage() {
  const catalogue = useCatalogue();
  const system = catalogue.find(usePathParam('system'));
  if (system === undefined) return <div className="kc-page">{none}</div>;
  const isProgramme = system.kind === 'programme';
  const text = isProgramme ? officeGuide(system, today()) : system.kind === 'register' ? registerGuide(system) : null;
  return (
    <div className="kc-page">
      <PageHead
        title={isProgramme ? `${system.name}：办理指南` : system.name}
        parent={
          isProgramme
            ? { label: '办件', href: `/casework/cases?programme=${system.id}` }
            : { label: system.name, href: `/registers/${system.id}` }
        }
        lead="由系统的声明自动生成，与实际的环节、时限、填写内容一致。"
        actions={
          isProgramme && (
            <AppLink className="kc-button" href={`/casework/guides/${system.id}/applicants`}>
              申请人看到的指南
            </AppLink>
          )
        }
      />
      {text === null ? none : <GuideText text={text} />}
    </div>
  );
}

function Applicants({ parent }: { parent: { readonly label: string; readonly href: string } }) {
  const catalogue = useCatalogue();
  const system = usePathParam('system');
  const programme = catalogue.programmes.find(({ id }) => id === system);
  if (programme === undefined) return <div className="kc-page">{none}</div>;
  return (
    <div className="kc-page">
      <PageHead title={`${programme.name}：申报指南`} parent={parent} lead="条件、材料和办理环节；具体批次的时间和要求以申报通知为准。" />
      <GuideText text={programmeGuide(programme, today())} />
    </div>
  );
}

export const DeskGuide = () => <Applicants parent={{ label: '申报', href: '/desk/calls' }} />;
export const ApplicantsGuide = () => <Applicants parent={{ label: '办件', href: '/casework/cases' }} />;
export default OfficeGuidePage;
