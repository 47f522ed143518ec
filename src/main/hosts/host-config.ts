import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { shippedFile } from '#main/ports/shipped-files.ts';

/** What a host is told from outside. The environment is read here and nowhere else. */
export type HostConfig = {
  readonly dataDir: string;
  readonly mode: 'real' | 'demo' | 'training';
  readonly deviceName: string;
  /** Address of the city server; empty until enrolment says one. */
  readonly cityUrl: string;
  /** Enrols by itself at start with this code: demo offices and unattended installs. */
  readonly enrolmentCode: string;
  /** The line to the city is protected by other means than TLS. */
  readonly allowPlainHttp: boolean;
  readonly rendererDir: string;
  /** Where a running host tells a second start how to attach; the data folder unless a service shares it. */
  readonly runDir: string;
  /** False when only the place of a service is known: its windows may be opened, a second core may not be started. */
  readonly ownsCore: boolean;
  /** Holds the words that wrap the database key at rest; empty for none. */
  readonly passphraseFile: string;
  /** Port of the loopback host; 0 takes a free one. */
  readonly port: number;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param isThere whether a folder exists: a machine with a service has the folder where it says how to attach
 * @throws Error naming the variable when one does not make sense
 */
export function readHostConfig(
  environment: Environment,
  home: string = os.homedir(),
  isThere: (folder: string) => boolean = existsSync,
): HostConfig {
  const text = (name: string, fallback: string): string => environment[name] ?? fallback;
  const mode = text('MOT_CUA_MODE', 'real');
  if (mode !== 'real' && mode !== 'demo' && mode !== 'training') {
    throw new Error(`MOT_CUA_MODE must be real, demo or training, not ${mode}`);
  }
  const allowPlainHttp = text('MOT_CUA_ALLOW_PLAIN_HTTP', 'no');
  if (!['yes', 'no'].includes(allowPlainHttp)) {
    throw new Error(`MOT_CUA_ALLOW_PLAIN_HTTP must be yes or no, not ${allowPlainHttp}`);
  }
  const port = Number(text('MOT_CUA_PORT', '0'));
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`MOT_CUA_PORT must be a port number, not ${environment.MOT_CUA_PORT}`);
  }
  const dataDir = path.resolve(text('MOT_CUA_DATA_DIR', defaultDataDir(environment, home)));
  const ofService = environment.MOT_CUA_DATA_DIR === undefined ? serviceRunDir(environment) : undefined;
  const found = ofService !== undefined && isThere(ofService) ? ofService : undefined;
  const serviceDir = environment.MOT_CUA_RUN_DIR ?? found;
  return {
    dataDir,
    mode,
    deviceName: text('MOT_CUA_DEVICE_NAME', os.hostname()),
    cityUrl: text('MOT_CUA_CITY_URL', ''),
    enrolmentCode: text('MOT_CUA_ENROLMENT_CODE', ''),
    allowPlainHttp: allowPlainHttp === 'yes',
    rendererDir: path.resolve(text('MOT_CUA_RENDERER_DIR', shippedFile('dist/renderer'))),
    runDir: path.resolve(serviceDir ?? dataDir),
    ownsCore: serviceDir === undefined || environment.MOT_CUA_DATA_DIR !== undefined,
    passphraseFile: text('MOT_CUA_PASSPHRASE_FILE', ''),
    port,
  };
}

/** Where the service of build/service says how to attach. */
function serviceRunDir(environment: Environment): string | undefined {
  if (process.platform === 'linux') return '/run/motcua';
  if (process.platform === 'win32' && environment.ProgramData !== undefined)
    return path.join(environment.ProgramData, 'MotCua-service');
  return undefined;
}

function defaultDataDir(environment: Environment, home: string): string {
  if (process.platform === 'win32') return path.join(environment.ProgramData ?? home, 'MotCua');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'MotCua');
  return path.join(environment.XDG_DATA_HOME ?? path.join(home, '.local', 'share'), 'mot-cua');
}
