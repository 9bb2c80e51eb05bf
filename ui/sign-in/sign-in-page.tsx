// The first page: account and password, in plain elements so that it loads at once; demo accounts are printed when the server offers them.
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { ApiError, messageOf } from '../api-error.ts';
import { useDocumentTitle } from '../page/page-head.tsx';
import { DemoBanner } from '../shell/shell-parts.tsx';
import './sign-in.css';

export interface Credentials {
  readonly account: string;
  readonly password: string;
}

export interface DemoAccount {
  readonly account: string;
  readonly password: string;
  /** Who this is: 市科技局 高新处, 澜东区税务局, 企业. */
  readonly role: string;
}

interface FormProps {
  readonly onSignIn: (credentials: Credentials) => Promise<void>;
  /** Set from outside when a demo account is chosen. */
  readonly initial?: Partial<Credentials>;
  readonly submitLabel?: string;
}

function useSigningIn(onSignIn: FormProps['onSignIn'], onFailure: () => void) {
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const submit = async ({ account, password }: Credentials) => {
    if (account.trim() === '' || password === '') {
      setError(new ApiError(422, 'INCOMPLETE', '请填写账号和密码。'));
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      await onSignIn({ account: account.trim(), password });
    } catch (failure) {
      setError(failure);
      onFailure();
    } finally {
      setBusy(false);
    }
  };
  return { error, isBusy, submit };
}

export function SignInForm({ onSignIn, initial, submitLabel = '登录' }: FormProps) {
  const [account, setAccount] = useState(initial?.account ?? '');
  const [password, setPassword] = useState(initial?.password ?? '');
  const passwordBox = useRef<HTMLInputElement>(null);
  const { error, isBusy, submit } = useSigningIn(onSignIn, () => passwordBox.current?.select());
  const id = useId();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit({ account, password });
  };
  const box = { className: 'kc-input', 'aria-describedby': error === undefined ? undefined : `${id}-error` };
  return (
    <form className="kc-sign-form" onSubmit={onSubmit} noValidate>
      <div>
        <label htmlFor={`${id}-account`}>账号</label>
        <input
          {...box}
          id={`${id}-account`}
          autoComplete="username"
          autoCapitalize="none"
          value={account}
          onChange={(e) => setAccount(e.target.value)}
        />
      </div>
      <div>
        <label htmlFor={`${id}-password`}>密码</label>
        <input
          {...box}
          id={`${id}-password`}
          ref={passwordBox}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(e) => setPassword(e.target.value)}
        />
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className="kc-sign-error" role="alert">
          {messageOf(error)}
        </p>
      )}
      <button type="submit" className="kc-button kc-button-main" disabled={isBusy}>
        {isBusy ? '正在登录…' : submitLabel}
      </button>
    </form>
  );
}

export interface SignInPageProps {
  readonly bureau: string;
  readonly isDemo: boolean;
  readonly onSignIn: (credentials: Credentials) => Promise<void>;
  readonly demoAccounts?: readonly DemoAccount[];
  /** Under the form: where to ask for an account, a link to the public pages. */
  readonly note?: ReactNode;
}

function DemoAccounts({ accounts, onChoose }: { accounts: readonly DemoAccount[]; onChoose: (account: DemoAccount) => void }) {
  return (
    <section className="kc-sign-demo" aria-labelledby="kc-demo-title">
      <h2 id="kc-demo-title">演示账号</h2>
      <p>点一行即填入。数据均为虚构。</p>
      <table>
        <thead>
          <tr>
            <th scope="col">身份</th>
            <th scope="col">账号</th>
            <th scope="col">密码</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((each) => (
            <tr key={each.account} onClick={() => onChoose(each)}>
              <td>
                <button type="button" onClick={() => onChoose(each)}>
                  {each.role}
                </button>
              </td>
              <td>
                <code>{each.account}</code>
              </td>
              <td>
                <code>{each.password}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function SignInPage({ bureau, isDemo, onSignIn, demoAccounts = [], note }: SignInPageProps) {
  const [chosen, setChosen] = useState<DemoAccount | undefined>();
  useDocumentTitle('登录');
  return (
    <div className="kc-sign">
      <DemoBanner isDemo={isDemo} />
      <main id="main" className={demoAccounts.length > 0 ? 'kc-sign-main kc-sign-two' : 'kc-sign-main'}>
        <section className="kc-sign-box">
          <h1>
            <span>{bureau}</span>科创台
          </h1>
          <SignInForm key={chosen?.account ?? ''} onSignIn={onSignIn} {...(chosen ? { initial: chosen } : {})} />
          {note && <div className="kc-sign-note">{note}</div>}
        </section>
        {demoAccounts.length > 0 && <DemoAccounts accounts={demoAccounts} onChoose={setChosen} />}
      </main>
    </div>
  );
}
