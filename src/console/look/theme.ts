import type { ThemeConfig } from 'antd';
import { theme as antdTheme } from 'antd';

/** The colours of `styles/tokens.css`, which are written there and nowhere else, as antd wants them. */
export function themeOf(look: 'light' | 'dark'): ThemeConfig {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    algorithm: look === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: token('brand'),
      colorInfo: token('brand'),
      colorLink: token('brand'),
      colorSuccess: token('ok'),
      colorWarning: token('wait'),
      colorError: token('stop'),
      colorText: token('text'),
      colorTextHeading: token('text'),
      colorTextSecondary: token('text2'),
      colorTextTertiary: token('text3'),
      colorTextDescription: token('text3'),
      colorTextPlaceholder: token('text3'),
      colorBorder: token('control-line'),
      colorBorderSecondary: token('line'),
      colorBgLayout: token('bg'),
      colorBgContainer: token('surface'),
      colorBgElevated: token('raised'),
      colorPrimaryBg: token('brand-soft'),
      borderRadius: 6,
      fontSize: 13,
      controlHeight: 32,
      controlHeightSM: 26,
      fontFamily: token('font'),
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Table: {
        cellPaddingBlockSM: 7,
        headerBg: token('sunken'),
        headerSplitColor: 'transparent',
        headerColor: token('text3'),
        rowHoverBg: token('sunken'),
        cellFontSizeSM: 13,
      },
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        primaryColor: token('on-brand'),
      },
      Segmented: { trackBg: token('track'), itemColor: token('text2') },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
      Modal: { titleFontSize: 15 },
    },
  };
}
