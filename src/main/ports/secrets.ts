/** Where keys rest, which differs by host: the operating system's key store, or a file. */
export type Secrets = {
  /**
   * The 32-byte key of this name, made from the system's randomness the first time.
   * @throws SecretsError when a key exists but cannot be unwrapped; a new one is never made in its place
   */
  getOrCreateKey(name: string): Buffer;
};

/** A key is there but cannot be had: wrong passphrase, another user's key store, a damaged file. */
export class SecretsError extends Error {
  override readonly name = 'SecretsError';
}
