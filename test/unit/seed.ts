import { env } from 'node:process';
import { configureGlobal } from 'fast-check';

// The same cases at every run: a change is judged by what it changes. Another number looks for others,
// and what it finds becomes a case of its own.
configureGlobal({ seed: Number(env.FURIKAERI_SEED ?? 2016) });
