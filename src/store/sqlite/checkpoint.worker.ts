import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

/** Copies as much of the log as nobody still reads, waits for nobody, and ends. */
const database = new DatabaseSync(workerData as string);
database.exec('pragma wal_checkpoint(passive)');
database.close();
