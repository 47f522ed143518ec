import { z } from 'zod';
import { officeProfileSchema } from '../sync/protocol.ts';
import { call, roleSchema } from './base.ts';

export const meSchema = z.object({
  accountId: z.string(),
  username: z.string(),
  fullName: z.string(),
  roles: z.array(roleSchema).min(1),
  mustChangePassword: z.boolean(),
  textSize: z.enum(['small', 'medium', 'large', 'extra-large']),
  colourScheme: z.enum(['light', 'dark', 'auto']),
});

const statusSchema = z.object({
  office: officeProfileSchema,
  deviceName: z.string(),
  /** Training mode and demo offices carry a watermark on every screen and paper. */
  mode: z.enum(['real', 'demo', 'training']),
  /** Demo accounts offered on the login screen; empty in a real office. */
  demoAccounts: z.array(
    z.object({ username: z.string(), password: z.string(), fullName: z.string(), role: roleSchema }),
  ),
  me: meSchema.optional(),
  /** Another one each time the core starts: everybody signs in again then, and a window may keep its screens for it. */
  run: z.string(),
  locked: z.boolean(),
  /** Minutes without input after which the window locks. */
  autoLockMinutes: z.int(),
  /** Today in Việt Nam by this machine's clock, `YYYY-MM-DD`. */
  today: z.iso.date(),
});

export const session = {
  status: call.input(z.object({})).output(statusSchema),
  signIn: call.input(z.object({ username: z.string(), password: z.string() })).output(meSchema),
  signOut: call.input(z.object({})).output(z.object({})),
  lock: call.input(z.object({})).output(z.object({})),
  unlock: call.input(z.object({ password: z.string() })).output(meSchema),
  changePassword: call.input(z.object({ current: z.string(), next: z.string() })).output(meSchema),
  setAppearance: call.input(meSchema.pick({ textSize: true, colourScheme: true })).output(meSchema),
};
