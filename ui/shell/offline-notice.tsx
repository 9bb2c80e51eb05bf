// Says on every face that the network is gone, until it is back.
import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function OfflineNotice() {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" aria-live="polite" className={isOnline ? 'kc-unseen' : 'kc-offline kc-no-print'}>
      {isOnline ? '' : '网络已断开。页面上的内容仍可查看，填写的内容会留在本机，恢复后自动保存。'}
    </div>
  );
}
