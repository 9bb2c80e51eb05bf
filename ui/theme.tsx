// Dresses Ant Design in our tokens; wraps every page that uses its components.
import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { App, ConfigProvider, type ThemeConfig, theme } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { paletteOf, type ThemeMode, useThemeMode } from './theme-mode.ts';
import { fonts, type Palette, sizes } from './tokens.ts';

dayjs.locale('zh-cn');

function components(p: Palette): ThemeConfig['components'] {
  return {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400, paddingInline: 12 },
    Table: {
      headerBg: p.surface,
      headerColor: p.soft,
      headerSplitColor: 'transparent',
      rowHoverBg: p.hover,
      rowSelectedBg: p.chosen,
      rowSelectedHoverBg: p.chosen,
      borderColor: p.hairline,
      headerBorderRadius: 0,
      cellFontSizeSM: sizes.table,
      cellPaddingBlockSM: 5,
      cellPaddingInlineSM: 8,
      headerSortActiveBg: p.surface,
      headerSortHoverBg: p.hover,
      bodySortBg: 'transparent',
    },
    Tabs: { horizontalMargin: '0', horizontalItemPadding: '8px 0', horizontalItemGutter: 24, titleFontSize: sizes.text },
    Drawer: { paddingLG: 20, padding: 12 },
    Modal: { titleFontSize: sizes.lead },
    Tooltip: { colorBgSpotlight: p.ink, colorTextLightSolid: p.surface },
    Tag: { defaultBg: p.quiet, defaultColor: p.soft },
    Select: { optionSelectedBg: p.chosen, optionSelectedFontWeight: 500 },
  };
}

/** Ant Design's theme from one palette; exported so that a test can hold it against the tokens. */
export function antdTheme(mode: ThemeMode): ThemeConfig {
  const p = paletteOf(mode);
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: p.action,
      colorPrimaryHover: p.actionHover,
      colorPrimaryActive: p.actionHover,
      colorTextLightSolid: p.onAction,
      colorLink: p.action,
      colorLinkHover: p.actionHover,
      colorInfo: p.action,
      colorError: p.bad,
      colorWarning: p.warn,
      colorSuccess: p.good,
      colorText: p.ink,
      colorTextSecondary: p.soft,
      colorTextTertiary: p.faint,
      colorTextDescription: p.faint,
      colorTextPlaceholder: p.faint,
      colorTextHeading: p.ink,
      colorBgLayout: p.ground,
      colorBgContainer: p.surface,
      colorBgElevated: p.surface,
      colorBorder: p.edge,
      colorBorderSecondary: p.hairline,
      colorSplit: p.hairline,
      controlItemBgHover: p.hover,
      controlItemBgActive: p.chosen,
      fontFamily: fonts.text,
      fontSize: sizes.text,
      controlHeight: sizes.control,
      controlHeightSM: 26,
      borderRadius: sizes.radius,
      borderRadiusLG: sizes.radius + 1,
      borderRadiusSM: 2,
      boxShadow: `0 4px 16px ${p.shade}`,
      boxShadowSecondary: `0 4px 16px ${p.shade}`,
      boxShadowTertiary: 'none',
      controlOutlineWidth: 2,
      motionDurationFast: '0.05s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.12s',
      wireframe: false,
    },
    components: components(p),
  };
}

/**
 * High hash priority drops `:where()`, which Chrome 87 (still the core of browsers on office machines) does not know; logical properties are
 * written out for the same reason.
 */
export function UiTheme({ children }: { children: ReactNode }) {
  const mode = useThemeMode();
  return (
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider
        theme={antdTheme(mode)}
        locale={zhCN}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
        form={{ requiredMark: false }}
        drawer={{ mask: { blur: false } }}
      >
        <App component={false} message={{ maxCount: 3 }}>
          {children}
        </App>
      </ConfigProvider>
    </StyleProvider>
  );
}
