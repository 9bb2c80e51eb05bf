// A first password, shown once: it can be copied, and is gone when one leaves.
import { App, Button } from 'antd';
import { Notice } from '#ui/page/states.tsx';

interface FirstPasswordProps {
  readonly login: string;
  readonly password: string;
  readonly onClose?: () => void;
}

export function FirstPassword({ login, password, onClose }: FirstPasswordProps) {
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`登录名：${login}\n初始密码：${password}`);
      message.success('已复制登录名和初始密码');
    } catch {
      message.warning('浏览器不允许复制，请手工抄录');
    }
  };
  return (
    <Notice tone="good" title="请将初始密码告知本人，本页离开后不再显示">
      <dl className="ac-password">
        <dt>登录名</dt>
        <dd>
          <code>{login}</code>
        </dd>
        <dt>初始密码</dt>
        <dd>
          <code>{password}</code>
        </dd>
      </dl>
      <p>首次登录须更改密码，更改之前不能办理业务。</p>
      <div className="ac-buttons">
        <Button onClick={() => void copy()}>复制</Button>
        {onClose && <Button onClick={onClose}>已记下</Button>}
      </div>
    </Notice>
  );
}
