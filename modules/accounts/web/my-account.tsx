// One's own account: who one is here, the password, and where one is signed in.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { ApiError, call, messageOf } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, Notice, TableSkeleton } from '#ui/page/states.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import { SESSION_KEY, useMay } from '#ui/session.ts';
import type { MyAccountView } from '../wire.ts';
import { myAccountQuery } from './queries.ts';
import { roleNames } from './words.ts';
import './accounts.css';

interface BoxProps {
  readonly label: string;
  readonly value: string;
  readonly complete: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

function PasswordBox({ label, value, complete, help, error, onChange }: BoxProps) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="kc-input"
        type="password"
        autoComplete={complete}
        aria-invalid={error !== undefined}
        aria-describedby={described || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {help && (
        <p id={`${id}-help`} className="ac-consequence">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="ac-failure" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

const empty = { current: '', next: '', again: '' };

/** What is wrong beside each box; a refusal that names none stands under the form. */
function useChange(onDone: () => void) {
  const [values, setValues] = useState(empty);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (values.next !== values.again) return setErrors({ again: '两次输入的新密码不一致，请重新输入。' });
    setBusy(true);
    setErrors({});
    try {
      await call('POST', '/accounts/password', { body: { current: values.current, next: values.next } });
      setValues(empty);
      onDone();
    } catch (error) {
      const details = error instanceof ApiError ? error.details : [];
      const where = details[0]?.where === 'current' ? 'current' : details[0]?.where === 'next' ? 'next' : 'form';
      setErrors({ [where]: messageOf(error) });
    } finally {
      setBusy(false);
    }
  };
  const set = (key: keyof typeof empty) => (value: string) => setValues((before) => ({ ...before, [key]: value }));
  return { values, errors, isBusy, submit, set };
}

function PasswordForm({ account }: { account: MyAccountView }) {
  const client = useQueryClient();
  const [isDone, setDone] = useState(false);
  const { values, errors, isBusy, submit, set } = useChange(() => {
    setDone(true);
    void client.invalidateQueries({ queryKey: myAccountQuery.queryKey });
    void client.invalidateQueries({ queryKey: SESSION_KEY });
  });
  if (account.isOfDemo) return <p className="kc-none">演示账户的密码印在登录页上，不能更改。</p>;
  return (
    <form className="ac-boxes" aria-label="更改密码" onSubmit={(event) => void submit(event)}>
      {isDone && (
        <Notice tone="good" title="密码已更改">
          本人在其他地方的登录已退出。<AppLink href="/">开始办理</AppLink>
        </Notice>
      )}
      <PasswordBox label="现在的密码" complete="current-password" value={values.current} error={errors.current} onChange={set('current')} />
      <PasswordBox
        label="新密码"
        complete="new-password"
        value={values.next}
        help={account.passwordRule}
        error={errors.next}
        onChange={set('next')}
      />
      <PasswordBox label="再输一次新密码" complete="new-password" value={values.again} error={errors.again} onChange={set('again')} />
      {errors.form && (
        <p className="ac-failure" role="alert">
          {errors.form}
        </p>
      )}
      <div>
        <button type="submit" className="kc-button kc-button-main" disabled={isBusy}>
          {isBusy ? '正在更改…' : '更改密码'}
        </button>
      </div>
    </form>
  );
}

function Sessions({ account }: { account: MyAccountView }) {
  const client = useQueryClient();
  const [ended, setEnded] = useState<number | undefined>();
  const [error, setError] = useState<unknown>();
  const others = account.sessions.filter((session) => !session.isThis).length;
  const end = async () => {
    setError(undefined);
    try {
      setEnded((await call<{ ended: number }>('POST', '/accounts/sign-out-everywhere')).ended);
      await client.invalidateQueries({ queryKey: myAccountQuery.queryKey });
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Section
      title="登录情况"
      note={`${account.sessions.length} 处`}
      action={
        others > 0 && (
          <button type="button" className="kc-button" onClick={() => void end()}>
            退出其他 {others} 处登录
          </button>
        )
      }
    >
      {error !== undefined && <ErrorState error={error} />}
      {ended !== undefined && <Notice tone="good" title={`已退出其他 ${ended} 处登录`} />}
      <ul className="kc-related">
        {account.sessions.map((session) => (
          <li key={`${session.startedAt}${session.address}${session.isThis}`}>
            <span className="kc-related-title">
              {session.isThis ? '当前登录' : session.agent || '未知程序'}
              <span className="kc-related-hint">　{session.address}</span>
            </span>
            <span className="kc-related-hint">
              {formatInstant(session.startedAt)} 登录，{formatInstant(session.seenAt)} 最近使用
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export default function MyAccount() {
  const query = useQuery(myAccountQuery);
  const mayLend = useMay('accounts/delegation:lend');
  const account = query.data;
  return (
    <div className="kc-page">
      <PageHead title="账号与密码" />
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <TableSkeleton rows={6} />}
      {account && (
        <>
          {account.mustChange && (
            <Notice tone="warn" title="请先更改密码">
              当前密码是初始密码或已过有效期，更改之后才能办理业务。
            </Notice>
          )}
          <FactList
            columns={2}
            facts={[
              { label: '姓名', value: account.name },
              { label: '登录名', value: account.login },
              { label: '机构', value: account.officeName },
              { label: '角色', value: roleNames(account.roles) || '尚未授予' },
              ...(account.borrowed.length === 0 ? [] : [{ label: '受托角色', value: roleNames(account.borrowed) }]),
              { label: '密码更改于', value: formatInstant(account.passwordAt), note: `有效期 ${account.passwordDays} 天` },
            ]}
          />
          {mayLend && (
            <p className="ac-section-gap">
              外出或休假？<AppLink href="/accounts/my-delegations">将角色委托给同事</AppLink>
            </p>
          )}
          <Section title="更改密码">
            <PasswordForm account={account} />
          </Section>
          <Sessions account={account} />
        </>
      )}
    </div>
  );
}
