// The command line `kechuang`: each command loads its own code only when called, so that a small one starts at once.
import { Command } from 'commander';
import { registerAudit } from './commands/audit.ts';
import { registerDerive } from './commands/derive.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerEvaluate } from './commands/evaluate.ts';
import { registerExplain } from './commands/explain.ts';
import { registerExport } from './commands/export.ts';
import { registerImport } from './commands/import.ts';
import { registerMigrate } from './commands/migrate.ts';
import { registerOpenBureau } from './commands/open-bureau.ts';
import { registerRead } from './commands/read.ts';
import { registerSeed } from './commands/seed.ts';
import { registerServe } from './commands/serve.ts';
import { registerTrail } from './commands/trail.ts';
import { registerWrite } from './commands/write.ts';

/** Registers one command: name, arguments and options at once, its work only when it is called. */
export type CommandModule = (program: Command) => void;

const program = new Command('kechuang').description('科创台：区域科技管理工作系统').version('0.1.0');

const commands: CommandModule[] = [
  registerAudit,
  registerDerive,
  registerEvaluate,
  registerExplain,
  registerRead,
  registerServe,
  registerOpenBureau,
  registerExport,
  registerImport,
  registerSeed,
  registerMigrate,
  registerTrail,
  registerDoctor,
  registerWrite,
];
for (const register of commands) register(program);

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

await program.parseAsync();
