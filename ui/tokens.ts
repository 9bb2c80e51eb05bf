// The look in numbers: ink on near-white, one blue, red for errors and document heads, amber and green for clocks; spacing in fours.

export interface Palette {
  /** Page ground, near-white. */
  readonly ground: string;
  /** Where reading and writing happen. */
  readonly surface: string;
  /** Navigation, table foot, quiet areas. */
  readonly quiet: string;
  /** Hovered row or entry. */
  readonly hover: string;
  /** Chosen row or entry. */
  readonly chosen: string;
  readonly ink: string;
  /** Second reading: labels, notes. Still at least 4.5 to 1 on ground and quiet. */
  readonly soft: string;
  /** Third reading: units, hints. Still at least 4.5 to 1 on surface. */
  readonly faint: string;
  readonly hairline: string;
  /** The strong rule above and below a table, as in a statistical yearbook. */
  readonly rule: string;
  /** Edge of a field; at least 3 to 1 on surface. */
  readonly edge: string;
  readonly action: string;
  readonly actionHover: string;
  readonly onAction: string;
  readonly actionWash: string;
  readonly bad: string;
  readonly badWash: string;
  readonly warn: string;
  readonly warnWash: string;
  readonly good: string;
  readonly goodWash: string;
  /** Red head and rule of an official document; the same in both themes, as paper is. */
  readonly seal: string;
  readonly shade: string;
}

export const light: Palette = {
  ground: '#f6f6f4',
  surface: '#ffffff',
  quiet: '#f1f1ee',
  hover: '#f3f5f8',
  chosen: '#e9eff7',
  ink: '#1b2330',
  soft: '#4a5361',
  faint: '#616a79',
  hairline: '#e2e3e0',
  rule: '#39424f',
  edge: '#8f96a1',
  action: '#1f5499',
  actionHover: '#17427a',
  onAction: '#ffffff',
  actionWash: '#edf2f9',
  bad: '#b3201b',
  badWash: '#fbeeec',
  warn: '#8a5300',
  warnWash: '#fbf3e2',
  good: '#1c6b3c',
  goodWash: '#e9f4ec',
  seal: '#c8161d',
  shade: 'rgba(20, 26, 36, 0.14)',
};

export const dark: Palette = {
  ground: '#14171b',
  surface: '#1a1e23',
  quiet: '#171a1f',
  hover: '#22272e',
  chosen: '#22303f',
  ink: '#e4e7eb',
  soft: '#b3bac4',
  faint: '#929aa6',
  hairline: '#2d333b',
  rule: '#a5adb8',
  edge: '#69727e',
  action: '#86b4ee',
  actionHover: '#a6c8f4',
  onAction: '#10141a',
  actionWash: '#1f2b3a',
  bad: '#f28b82',
  badWash: '#37201f',
  warn: '#e5b567',
  warnWash: '#33291a',
  good: '#7fc797',
  goodWash: '#1c2f23',
  seal: '#c8161d',
  shade: 'rgba(0, 0, 0, 0.5)',
};

/** Colours of lines and bars in charts, told apart by eyes that see few colours and by lightness; the first is the one that matters. */
export const series = {
  light: ['#1f5499', '#b0762a', '#4b8a6a', '#8c5a86', '#6b7480', '#3f97b5'],
  dark: ['#86b4ee', '#dba65c', '#84c1a0', '#c79cc2', '#a0a8b3', '#7cc4dc'],
} as const;

export const fonts = {
  text: '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif',
  /** Body of an official document, GB/T 9704: 仿宋. */
  body: '"FangSong_GB2312", "仿宋_GB2312", FangSong, STFangsong, "Noto Serif CJK SC", "Noto Serif SC", serif',
  /** Title of an official document: 小标宋. */
  title: '"FZXiaoBiaoSong-B05S", "方正小标宋简体", STSong, SimSun, "Noto Serif CJK SC", serif',
  hei: 'SimHei, STHeiti, "Noto Sans CJK SC", sans-serif',
  kai: 'KaiTi_GB2312, KaiTi, STKaiti, "AR PL KaitiM GB", serif',
} as const;

/** Sizes in pixels. `text` is the body, `table` the dense reading of lists. */
export const sizes = { small: 12, table: 13, text: 14, lead: 16, title: 18, figure: 32, control: 30, radius: 3 } as const;

export const space = { s1: 4, s2: 8, s3: 12, s4: 16, s5: 20, s6: 24, s8: 32, s10: 40 } as const;

/** Below `phone` a page becomes one column; below `narrow` the navigation folds. */
export const widths = { phone: 720, narrow: 1100 } as const;
