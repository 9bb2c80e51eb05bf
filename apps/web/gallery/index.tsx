// The gallery: every component with sample data in every state, one part an address, in the face it belongs to.
import type { ComponentType, ReactNode } from 'react';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { pageSource } from '#ui/shell/search-sources.ts';
import { DeskShell, PublicShell, ReviewShell } from '#ui/shell/simple-shells.tsx';
import { WorkShell } from '#ui/shell/work-shell.tsx';
import { SignInPage } from '#ui/sign-in/sign-in-page.tsx';
import { UiTheme } from '#ui/theme.tsx';
import { usePathParam } from '#ui/use-search.ts';
import { DocumentPart, FiguresPart, importPart } from './figure-parts.tsx';
import { FieldsPart, FormPart } from './form-parts.tsx';
import { EmptyPart, ErrorPart, ListPart, LoadingPart, NoMatchPart } from './list-parts.tsx';
import { CasePart, RecordPart, StatesPart } from './record-parts.tsx';
import './gallery.css';
import { counts, deskSession, inbox, navigation, searchSources, session } from './sample.ts';

const sources = [...searchSources, pageSource(navigation)];

function Work({ children }: { children: ReactNode }) {
  return (
    <WorkShell
      session={session}
      onSignOut={() => {}}
      accountHref="/gallery"
      entries={navigation}
      counts={counts}
      inbox={inbox}
      searchSources={sources}
    >
      {children}
    </WorkShell>
  );
}

function Desk({ children }: { children: ReactNode }) {
  return (
    <DeskShell session={deskSession} onSignOut={() => {}} inbox={inbox}>
      {children}
    </DeskShell>
  );
}

function Review({ children }: { children: ReactNode }) {
  return (
    <ReviewShell session={{ ...session, account: { id: '3', name: '郑一鸣' } }} onSignOut={() => {}}>
      {children}
    </ReviewShell>
  );
}

function Public({ children }: { children: ReactNode }) {
  return (
    <PublicShell bureau={session.bureau} isDemo>
      {children}
    </PublicShell>
  );
}

function SignIn() {
  return (
    <SignInPage
      bureau={session.bureau}
      isDemo
      onSignIn={() => new Promise((_, reject) => window.setTimeout(() => reject(new Error('x')), 300))}
      note="没有账号？企业请联系所在县（市、区）科技部门开通。"
      demoAccounts={[
        { role: '市科技局 高新技术科', account: 'gaoxin', password: 'Lanjiang-2026' },
        { role: '澜东区科技局', account: 'landong', password: 'Lanjiang-2026' },
        { role: '澜东区税务局', account: 'landong-tax', password: 'Lanjiang-2026' },
        { role: '企业（恒越精密传动）', account: 'hengyue', password: 'Lanjiang-2026' },
        { role: '评审专家', account: 'expert-01', password: 'Lanjiang-2026' },
      ]}
    />
  );
}

type Frame = ComponentType<{ children: ReactNode }> | undefined;

const PARTS: Readonly<Record<string, readonly [string, ComponentType, Frame]>> = {
  list: ['列表', ListPart, Work],
  empty: ['列表：空', EmptyPart, Work],
  'no-match': ['列表：无符合', NoMatchPart, Work],
  error: ['列表：出错', ErrorPart, Work],
  loading: ['列表：载入', LoadingPart, Work],
  record: ['档案', RecordPart, Work],
  case: ['办件', CasePart, Work],
  form: ['表单', FormPart, Desk],
  fields: ['字段', FieldsPart, Desk],
  states: ['状态', StatesPart, Work],
  figures: ['指标', FiguresPart, Work],
  import: ['导入：选择', importPart('choose'), Work],
  'import-reading': ['导入：读取', importPart('reading'), Work],
  'import-report': ['导入：核对', importPart('report'), Work],
  'import-writing': ['导入：写入', importPart('writing'), Work],
  'import-done': ['导入：完成', importPart('done'), Work],
  document: ['公文', DocumentPart, Work],
  'sign-in': ['登录', SignIn, undefined],
  desk: ['企业端', Index, Desk],
  review: ['评审端', Index, Review],
  public: ['公开端', Index, Public],
};

function Index() {
  return (
    <div className="kc-page">
      <PageHead title="组件陈列" lead="每个组件、每种状态各一页；数据均为虚构。" />
      <ul>
        {Object.entries(PARTS).map(([key, [label]]) => (
          <li key={key}>
            <AppLink href={`/gallery/${key}`}>{label}</AppLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

export default function Gallery() {
  const [, Part, Frame] = PARTS[usePathParam('part')] ?? ['', Index, Work as Frame];
  return <UiTheme>{Frame ? <Frame>{<Part />}</Frame> : <Part />}</UiTheme>;
}
