// `kechuang explain <system>`: prints every artefact that follows from the declaration of a system.
import type { Command } from 'commander';
import { Refusal } from '#platform/refusal.ts';
import { orRefuse } from '../failing.ts';

async function run(id: string | undefined, options: { readonly json?: boolean; readonly day?: string }): Promise<void> {
  const { catalogue } = await import('#catalogue/index.ts');
  if (id === undefined) {
    for (const system of catalogue.systems) process.stdout.write(`${system.id}\t${system.kind}\t${system.name}\n`);
    return;
  }
  const system = catalogue.find(id);
  if (system === undefined)
    throw new Refusal('UNKNOWN_SYSTEM', `目录中没有“${id}”。可用的有：${catalogue.systems.map((known) => known.id).join('、')}。`, {
      status: 404,
    });
  const { lineageOf } = await import('#kernel/faces/lineage.ts');
  if (system.kind === 'register' && options.json !== true) {
    const { registerGuide } = await import('#kernel/faces/register-guide.ts');
    process.stdout.write(registerGuide(system));
    return;
  }
  if (system.kind !== 'programme') {
    process.stdout.write(`${JSON.stringify({ ...system, lineage: lineageOf(system) }, null, 2)}\n`);
    return;
  }
  const { stagePermissions } = await import('#kernel/faces/permissions.ts');
  const { programmeGuide } = await import('#kernel/faces/programme-guide.ts');
  const { answersSchema } = await import('#kernel/faces/schema.ts');
  const day = options.day ?? new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  if (options.json === true) {
    const schemas = Object.fromEntries(system.dossiers.map((dossier) => [dossier.id, answersSchema(dossier.form, { partial: false })]));
    process.stdout.write(
      `${JSON.stringify({ id: system.id, name: system.name, permissions: stagePermissions(system), lineage: lineageOf(system), schemas }, null, 2)}\n`,
    );
    return;
  }
  process.stdout.write(`${programmeGuide(system, day)}\n## 权限\n\n`);
  for (const permission of stagePermissions(system))
    process.stdout.write(`- ${permission.id}：${permission.label}（${permission.officeNames.join('、')}）\n`);
}

export function registerExplain(program: Command): void {
  program
    .command('explain [system]')
    .description('打印一个系统的声明推导出的全部内容：指南、条件、环节、权限、指标来源；不带参数列出目录')
    .option('--json', '以 JSON 输出，含答卷的 JSON Schema')
    .option('--day <day>', '按哪一天的条件，YYYY-MM-DD')
    .action((id: string | undefined, options: { readonly json?: boolean; readonly day?: string }) =>
      orRefuse(() => run(id, options), options.json),
    );
}
