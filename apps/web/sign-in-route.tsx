// The sign-in page at its address; afterwards one lands where one wanted to go.
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { AppLink, useGo } from '#ui/link.tsx';
import { sessionQuery } from '#ui/session.ts';
import { safeNext } from '#ui/sign-in/next-address.ts';
import { SignInPage } from '#ui/sign-in/sign-in-page.tsx';
import { useSearchState } from '#ui/use-search.ts';
import { homeOf, signIn } from './sign-in.ts';
import { welcomeQuery } from './welcome.ts';

export default function SignInRoute() {
  const client = useQueryClient();
  const { data } = useSuspenseQuery(welcomeQuery);
  const [search] = useSearchState();
  const go = useGo();
  return (
    <SignInPage
      bureau={data.bureau}
      isDemo={data.demo}
      demoAccounts={data.demoAccounts}
      note={
        <>
          没有账号？企业请联系所在县（市、区）科技部门开通。<AppLink href="/public">查看公开信息</AppLink>
        </>
      }
      onSignIn={async (credentials) => {
        await signIn(client, credentials);
        const session = await client.fetchQuery(sessionQuery);
        if (session) go(safeNext(search.next) ?? homeOf(session), { replace: true });
      }}
    />
  );
}
