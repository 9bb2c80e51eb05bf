// A panel at the right that leaves the page behind it usable; on a phone it fills the screen.
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { AppLink } from '../link.tsx';
import { useIsPhone } from '../media.ts';

interface SidePanelProps {
  readonly title: ReactNode;
  /** The same thing as a page of its own. */
  readonly fullHref?: string | undefined;
  readonly width?: number;
  readonly footer?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function SidePanel({ title, fullHref, width = 560, footer, onClose, children }: SidePanelProps) {
  const isPhone = useIsPhone();
  return (
    <Drawer
      open
      title={title}
      size={isPhone ? '100%' : width}
      mask={isPhone}
      onClose={onClose}
      footer={footer}
      extra={fullHref && <AppLink href={fullHref}>打开整页</AppLink>}
      classNames={{ body: 'kc-panel' }}
    >
      {children}
    </Drawer>
  );
}
