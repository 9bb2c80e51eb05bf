// The guide of a register says what is kept, how it is matched, who sees it and what it counts.
import { expect, it } from 'vitest';
import { quietRegister, sheds } from '#testing/specimen/register.ts';
import { lineageOf } from './lineage.ts';
import { registerGuide } from './register-guide.ts';

it('tells people all that follows from the declaration', () => {
  const guide = registerGuide(sheds);
  expect(guide).toContain('县区只能查看和维护“所在地区”为本县区的记录。');
  expect(guide).toContain('依次按编号、花房名称找到已有的记录');
  expect(guide).toContain('到期前 60 天提示');
  expect(guide).toContain('有效的记录对外公开：花房名称、级别、管护单位、启用日期、停用日期。');
  expect(guide).toContain('## 年度查验（每年一份）');
  expect(guide).toContain('| 在用花房数 | 在用花房 | 花房台账 |');
  expect(registerGuide(quietRegister)).toContain('只对有专门权限的人员开放');
});

it('leads from an indicator to the register that posts it', () => {
  expect(lineageOf(sheds).map((line) => line.sources)).toEqual([['register:sheds'], ['register:sheds']]);
});
