// Appears over any page when the session ends: one signs in again and goes on; what was typed is still behind it.
import { useEffect, useRef, useState } from 'react';
import { sessionEvents } from '../session-events.ts';
import { type Credentials, SignInForm } from './sign-in-page.tsx';
import './sign-in.css';

interface SignInAgainProps {
  /** The account that was signed in, filled in. */
  readonly account?: string;
  readonly onSignIn: (credentials: Credentials) => Promise<void>;
  readonly onLeave: () => void;
}

function AgainDialog({ account, onSignIn, onLeave, onDone }: SignInAgainProps & { onDone: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="kc-sign-again" aria-labelledby="kc-again-title" onCancel={(event) => event.preventDefault()}>
      <h2 id="kc-again-title">登录已失效</h2>
      <p>请重新登录后继续。您填写的内容仍在页面上，没有丢失。</p>
      <SignInForm
        submitLabel="登录并继续"
        {...(account === undefined ? {} : { initial: { account } })}
        onSignIn={async (credentials) => {
          await onSignIn(credentials);
          onDone();
          sessionEvents.back();
        }}
      />
      <button type="button" className="kc-button kc-button-bare" onClick={onLeave}>
        离开此页
      </button>
    </dialog>
  );
}

export function SignInAgain(props: SignInAgainProps) {
  const [isLost, setLost] = useState(false);
  useEffect(() => sessionEvents.onLost(() => setLost(true)), []);
  return isLost ? <AgainDialog {...props} onDone={() => setLost(false)} /> : null;
}
