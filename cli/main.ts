import { argv, stderr, stdout } from 'node:process';
import { run } from './run.ts';

// `npm run -s cli -- COMMAND …`

process.exitCode = run(argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  watched: stderr.isTTY,
});
