import { homedir } from 'node:os';
import { join } from 'node:path';

/** What is kept from run to run: Node binaries, and programs built from Go modules. */
export const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'netpol-e2e');
