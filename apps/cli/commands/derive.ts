// `kechuang derive`: writes docs/generated/ anew from the sources.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';

const FOLDER = 'docs/generated';

function present(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function derive(): Promise<void> {
  const { derivedPages } = await import('../derived.ts');
  mkdirSync(FOLDER, { recursive: true });
  for (const page of derivedPages) {
    const file = path.join(FOLDER, page.file);
    const text = page.make();
    if (present(file) === text) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    process.stdout.write(`已更新 ${file}\n`);
  }
}

export function registerDerive(program: Command): void {
  program.command('derive').description('由源代码重新生成 docs/generated/ 下的文档').action(derive);
}
