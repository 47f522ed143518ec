import { parseArgs } from 'node:util';
import { readHostConfig } from '../host-config.ts';
import { auditVerify } from './audit-verify.ts';
import { backup } from './backup.ts';
import type { Command } from './command.ts';
import { diagnose } from './diagnose.ts';
import { enrol } from './enrol.ts';
import { exportSealed } from './export.ts';
import { importReceipts } from './import-receipts.ts';
import { rebuild } from './rebuild.ts';
import { receiptsVerify } from './receipts-verify.ts';
import { restore } from './restore.ts';
import { restoreCopy } from './restore-copy.ts';

/**
 * Commands for IT officers, over the data folder that `--data-dir` or MOT_CUA_DATA_DIR names. Ends with 0 when all is well, 1 when
 * a person must do something, 2 when the command was not understood.
 */
const commands: Readonly<Record<string, Command>> = {
  diagnose,
  'audit-verify': auditVerify,
  'receipts-verify': receiptsVerify,
  backup,
  restore,
  'restore-copy': restoreCopy,
  export: exportSealed,
  'import-receipts': importReceipts,
  rebuild,
  enrol,
};

const { values, positionals } = parseArgs({
  options: { 'data-dir': { type: 'string' } },
  allowPositionals: true,
});
const [name = '', ...args] = positionals;
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command !== undefined && args.length === command.takes.length) await run(command);
else help();

async function run(known: Command): Promise<void> {
  const environment = {
    ...process.env,
    MOT_CUA_DATA_DIR: values['data-dir'] ?? process.env.MOT_CUA_DATA_DIR,
  };
  const outcome = await known.run(readHostConfig(environment), args);
  if (outcome.ok) {
    for (const line of outcome.value.lines) console.log(line);
    process.exitCode = outcome.value.attention ? 1 : 0;
  } else {
    for (const problem of outcome.error) console.error(`${problem.message} [${problem.code}]`);
    process.exitCode = 1;
  }
}

function help(): void {
  console.error('Lệnh (thêm --data-dir <thư mục dữ liệu> khi không dùng thư mục mặc định):');
  for (const [each, { takes, about }] of Object.entries(commands)) {
    console.error(`  ${[each, ...takes].join(' ')}\n      ${about}`);
  }
  process.exitCode = 2;
}
