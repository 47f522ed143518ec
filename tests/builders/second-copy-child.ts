import { scryptPasswords } from '#main/app/session/password.ts';
import { composeCore, connectInProcess } from '#main/compose.ts';
import { receiveExample } from './receive-example.ts';

/** A demo office with a second copy, receiving dossiers until it is killed: `<data folder> <copy folder>`. */
const [dataDir = '', folder = ''] = process.argv.slice(2);
const composed = await composeCore(
  { dataDir, mode: 'demo', deviceName: 'Máy chính', cityUrl: '', enrolmentCode: '' },
  { passwords: scryptPasswords(4) },
);
if (!composed.ok) throw new Error(JSON.stringify(composed.error));
const core = composed.value;
core.start();
const administrator = connectInProcess(core, 'cntt');
await administrator.session.signIn({ username: 'cntt', password: 'MotCua2026' });
const { recoveryCode } = await administrator.safety.chooseSecondCopy({ folder, newCode: false });
process.send?.({ recoveryCode });
const desk = connectInProcess(core, 'desk');
await desk.session.signIn({ username: 'tiepnhan', password: 'MotCua2026' });
while (process.connected) {
  const { dossierId } = await receiveExample(desk, 'birth-registration');
  process.send?.({ dossierId, at: Date.now() });
  await new Promise((resolve) => setTimeout(resolve, 100));
}
