import { writeFileSync } from 'node:fs';
import { hashSecret, newToken } from '#city/app/device-token.ts';
import { saveCommune } from '#city/store/communes.ts';
import { openPostgres } from '#city/store/database.ts';
import { saveDevice } from '#city/store/enrolments.ts';
import { migrate } from '#city/store/migrate.ts';
import { readServerIdentity } from '#city/store/server-identity.ts';
import { benchCommune, benchDevice } from './commune-day.ts';

/** What the machines of a run have from their enrolment. Tokens are by commune, from 0. */
export type Enrolled = {
  readonly serverId: string;
  readonly receiptKey: string;
  readonly tokens: readonly string[];
};

/** Makes communes with a device each known to a city, at its database: 584 codes over HTTP would only take longer. */
export async function enrolCommunes(databaseUrl: string, communes: number, file: string): Promise<void> {
  const database = openPostgres(databaseUrl);
  try {
    await migrate(database);
    const { serverId, receiptKey } = await readServerIdentity(database.queries);
    const tokens: string[] = [];
    for (let index = 0; index < communes; index += 1) {
      const profile = benchCommune(index);
      const sender = { office: profile.id, device: benchDevice(index) };
      const token = newToken(sender);
      await saveCommune(database.queries, profile);
      await saveDevice(database.queries, {
        ...sender,
        name: 'Máy đo',
        tokenHash: hashSecret(token),
        enrolledAt: new Date(),
      });
      tokens.push(token);
    }
    writeFileSync(file, JSON.stringify({ serverId, receiptKey, tokens } satisfies Enrolled));
  } finally {
    await database.close();
  }
}
