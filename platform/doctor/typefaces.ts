// What the doctor looks at for papers: whether the typefaces that GB/T 9704-2012 prescribes are there.
import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { faceNames, setPaperFonts } from '../paper/fonts.ts';
import { findMissingFaces, stopPaper } from '../paper/pdf.ts';
import type { Check } from './check.ts';

export const typefaces = (config: Config): Check => ({
  name: '公文字体',
  run: async () => {
    const { fontDir } = config;
    if (fontDir !== undefined && !existsSync(fontDir))
      return { level: 'warn', message: `字体目录 ${fontDir} 不存在`, remedy: '请核对环境变量 KECHUANG_FONTS。' };
    setPaperFonts(fontDir);
    try {
      const missing = await findMissingFaces();
      if (missing.length === 0) return { level: 'ok', message: '小标宋、仿宋、黑体、楷体、宋体齐全' };
      return {
        level: 'warn',
        message: `缺少${missing.map((face) => faceNames[face]).join('、')}，PDF以思源宋体代替；Word文件不受影响`,
        remedy: '请将已获授权的字体文件放入一个目录，并以环境变量 KECHUANG_FONTS 指明。',
      };
    } finally {
      await stopPaper();
    }
  },
});
