import { createServer } from 'node:http';
import path from 'node:path';
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import leveldb from 'pouchdb-adapter-leveldb';
import PouchDB from 'pouchdb-core';
import { closeServer, serve } from '../sync/serve.ts';

/** CouchDB's protocol over LevelDB: only the routes that replication needs, nothing logged. */
const [folder = '', host = ''] = process.argv.slice(2);
const Pouch = PouchDB.plugin(leveldb).defaults({ prefix: path.join(folder, '/') });
const app = express();
app.use('/', expressPouchdb(Pouch, { mode: 'minimumForPouchDB', inMemoryConfig: true }));
const database = new Pouch('changes');
await database.info();
const server = createServer(app);
serve(server, host, async () => {
  await closeServer(server);
  process.exit();
});
