import { z } from 'zod';
import { call, pageSchema, roleSchema } from './base.ts';

export const accountSchema = z.object({
  accountId: z.string(),
  username: z.string(),
  fullName: z.string(),
  roles: z.array(roleSchema).min(1),
  active: z.boolean(),
  mustChangePassword: z.boolean(),
  lastSignInAt: z.string(),
});

export const settingsSchema = z.object({
  autoLockMinutes: z.int().min(1).max(60),
  /** Ask for residence even where note (2) of the declarations does not. */
  alwaysAskResidence: z.boolean(),
  cityUrl: z.string(),
  backupEveryMinutes: z.int().min(5).max(240),
  /** Cap on sending attached files, kilobits a second; 0 for none. */
  uploadKilobitsPerSecond: z.int().min(0).max(1_000_000),
});

export const administration = {
  accounts: call.input(z.object({})).output(z.array(accountSchema)),
  createAccount: call
    .input(
      accountSchema.pick({ username: true, fullName: true, roles: true }).extend({ password: z.string() }),
    )
    .output(accountSchema),
  setActive: call.input(z.object({ accountId: z.string(), active: z.boolean() })).output(accountSchema),
  resetPassword: call.input(z.object({ accountId: z.string(), password: z.string() })).output(accountSchema),
  settings: call.input(z.object({})).output(settingsSchema),
  saveSettings: call.input(settingsSchema).output(settingsSchema),
  enrol: call
    .input(z.object({ cityUrl: z.string(), code: z.string() }))
    .output(z.object({ office: z.string() })),
  backup: call.input(z.object({})).output(z.object({ file: z.string(), bytes: z.int(), at: z.string() })),
  auditLog: call.input(pageSchema).output(
    z.object({
      rows: z.array(
        z.object({
          seq: z.int(),
          at: z.string(),
          actor: z.string(),
          action: z.string(),
          target: z.string(),
        }),
      ),
      total: z.int(),
    }),
  ),
  verifyAudit: call
    .input(z.object({}))
    .output(z.object({ intact: z.boolean(), checked: z.int(), brokenAt: z.int() })),
};
