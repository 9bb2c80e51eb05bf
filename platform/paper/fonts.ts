// Which typefaces a paper asks for, in the order of preference: the statutory ones, their look-alikes, and the free one that comes with us.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface Face {
  /** As Word names it; a reader's WPS has it. */
  readonly word: string;
  /** Names under which the statutory typeface is sold or installed. */
  readonly statutory: readonly string[];
  readonly alike: readonly string[];
  /** Weight in which the free serif comes nearest to it. */
  readonly weight: number;
}

export const faces = {
  title: {
    word: '方正小标宋简体',
    statutory: ['FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '方正小标宋简体', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05_GBK'],
    alike: [],
    weight: 900,
  },
  body: {
    word: '仿宋_GB2312',
    statutory: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'STFangsong', '华文仿宋'],
    alike: ['FandolFang R'],
    weight: 300,
  },
  hei: {
    word: '黑体',
    statutory: ['SimHei', '黑体', 'STHeiti', '华文黑体'],
    alike: ['Noto Sans CJK SC', 'Source Han Sans SC'],
    weight: 700,
  },
  kai: {
    word: '楷体_GB2312',
    statutory: ['KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'STKaiti', '华文楷体'],
    alike: ['AR PL KaitiM GB', 'LXGW WenKai'],
    weight: 400,
  },
  song: { word: '宋体', statutory: ['SimSun', '宋体', 'STSong', '华文宋体'], alike: [], weight: 400 },
} as const satisfies Readonly<Record<string, Face>>;

export type FaceName = keyof typeof faces;

/** The family of `@expo-google-fonts/noto-serif-sc` (SIL OFL 1.1). */
const bundledFamily = 'Noto Serif SC';

export const familiesOf = (face: FaceName): readonly string[] => [...faces[face].statutory, ...faces[face].alike, bundledFamily];

/** What people call the typefaces that GB/T 9704-2012 prescribes. */
export const faceNames: Readonly<Record<FaceName, string>> = { title: '小标宋', body: '仿宋', hei: '黑体', kai: '楷体', song: '宋体' };

const bundledWeights = ['300Light', '400Regular', '700Bold', '900Black'];

let configured: string | undefined;

/** Where the installation keeps its own typefaces; undefined for those of the system alone. */
export function setPaperFonts(directory: string | undefined): void {
  configured = directory;
}

/** Directories of typefaces beside the system's own, the installation's first. */
export function fontDirectories(): readonly string[] {
  const bundled = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
  return [...(configured === undefined ? [] : [configured]), ...bundledWeights.map((weight) => path.join(bundled, weight))].filter(
    (directory) => existsSync(directory),
  );
}
