// The command line `kechuang`: each command loads its own code, so that a small one starts at once.
import { Command } from 'commander';

const program = new Command('kechuang').description('科创台：区域科技管理工作系统').version('0.1.0');

await program.parseAsync();
