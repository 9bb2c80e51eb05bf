// Whether messages also go by mail: leave an address, confirm it with the code that came there, or stop it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { call, messageOf } from '#ui/api.ts';
import { Section } from '#ui/record/fact-list.tsx';
import { myMailQuery } from './queries.ts';

function useSending() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [failure, setFailure] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const send = async (work: () => Promise<{ readonly says: string; readonly isConfirmed?: boolean }>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      const done = await work();
      if (done.isConfirmed === false) setFailure(done.says);
      else message.success(done.says);
      await client.invalidateQueries({ queryKey: myMailQuery.queryKey });
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { send, failure, isBusy };
}

interface AskProps {
  readonly label: string;
  readonly verb: string;
  readonly name: 'address' | 'code';
  readonly isBusy: boolean;
  readonly onSend: (value: string) => void;
}

function Ask({ label, verb, name, isBusy, onSend }: AskProps) {
  const [value, setValue] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== '') onSend(value.trim());
  };
  return (
    <form className="cp-ask" onSubmit={submit}>
      <label htmlFor={`mail-${name}`}>{label}</label>
      <Input
        id={`mail-${name}`}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        {...(name === 'address'
          ? { type: 'email', autoComplete: 'email' }
          : { inputMode: 'numeric', maxLength: 6, autoComplete: 'one-time-code' })}
      />
      <Button htmlType="submit" loading={isBusy}>
        {verb}
      </Button>
    </form>
  );
}

export function MailReminder() {
  const mail = useQuery(myMailQuery);
  const { send, failure, isBusy } = useSending();
  // Nothing to offer is nothing to show.
  if (mail.data === undefined || !mail.data.isOffered) return null;
  const { address, isConfirmed } = mail.data;
  return (
    <Section title="邮件提醒" note={isConfirmed ? '已开通' : undefined}>
      <p className="cp-hint">
        {isConfirmed
          ? `新消息同时发往 ${address}，邮件只写标题，不写内容。`
          : '可以让新消息同时发到邮箱：邮件只写标题，不写内容；随时可以关闭，关闭后邮箱即删除。'}
      </p>
      {!isConfirmed && address === null && (
        <Ask
          key="address"
          name="address"
          label="邮箱"
          verb="发送验证码"
          isBusy={isBusy}
          onSend={(value) => void send(() => call('PUT', '/correspondence/my-mail', { body: { address: value } }))}
        />
      )}
      {!isConfirmed && address !== null && (
        <Ask
          key="code"
          name="code"
          label={`发往 ${address} 的6位验证码`}
          verb="确认"
          isBusy={isBusy}
          onSend={(code) => void send(() => call('POST', '/correspondence/my-mail/confirm', { body: { code } }))}
        />
      )}
      {failure && (
        <p className="cp-failure" role="alert">
          {failure}
        </p>
      )}
      {address !== null && (
        <button type="button" className="cp-link" onClick={() => void send(() => call('DELETE', '/correspondence/my-mail'))}>
          {isConfirmed ? '关闭邮件提醒' : '换一个邮箱'}
        </button>
      )}
    </Section>
  );
}
