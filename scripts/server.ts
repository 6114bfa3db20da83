import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

const plainText = 'text/plain; charset=utf-8';
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': plainText,
};

/** Paths that stand for a file: the start page, and the icon browsers ask for unasked. */
const aliases: Readonly<Record<string, string>> = {
  '/': '/home.html',
  '/favicon.ico': '/icon/32.png',
};

/** Where a server says whose it is: a second `npm start` looks here before it gives up on the port. */
export const identityPath = '/furikaeri.json';

export interface Identity {
  readonly name: string;
  readonly version: string;
}

export interface Site {
  /** A built folder. Its `manifest.json`, where there is one, gives the Content-Security-Policy. */
  readonly folder: string;
  /** 0 asks the system for any free port. */
  readonly port: number;
  readonly identity?: Identity;
}

export interface RunningSite {
  /** `http://localhost:4173/` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a built folder to this machine alone, as the extension would show it:
 * the same files under the same policy, never from a cache.
 * Rejects with `EADDRINUSE` when something answers on that port already.
 */
export async function serve({ folder, port, identity }: Site): Promise<RunningSite> {
  const answer = (request: IncomingMessage, response: ServerResponse) =>
    respond(resolve(folder), identity, request, response);
  const first = await listen(createServer(answer), '127.0.0.1', port);
  const taken = (first.address() as AddressInfo).port;
  const servers = [first];
  try {
    // `localhost` means ::1 too, and browsers ask there first.
    servers.push(await listen(createServer(answer), '::1', taken));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      await shut(first);
      throw error;
    }
    // A machine without IPv6: nobody can be sent there.
  }
  return {
    url: `http://localhost:${taken}/`,
    close: async () => {
      await Promise.all(servers.map(shut));
    },
  };
}

function respond(
  folder: string,
  identity: Identity | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const headers: Record<string, string> = {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
  const send = (status: number, type: string, body?: string) =>
    response.writeHead(status, { ...headers, 'Content-Type': type }).end(body);
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] as string;
  const file = fileOf(folder, aliases[path] ?? path);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    send(405, plainText, 'GET, HEAD\n');
  } else if (identity && path === identityPath) {
    send(200, types['.json'] as string, JSON.stringify(identity));
  } else if (file === null) {
    send(404, plainText, 'ここには何もありません。 / Nothing here.\n');
  } else {
    const policy = policyOf(folder);
    if (policy) headers['Content-Security-Policy'] = policy;
    const type = types[extname(file)] ?? 'application/octet-stream';
    if (request.method === 'HEAD') send(200, type);
    else createReadStream(file).pipe(response.writeHead(200, { ...headers, 'Content-Type': type }));
  }
}

/** The file that a request's path names, or null when there is none inside the folder. */
function fileOf(folder: string, path: string): string | null {
  try {
    // Decoded first, compared afterwards: `..%2f` is `../` to the file system.
    const file = resolve(join(folder, decodeURIComponent(path)));
    return file.startsWith(folder + sep) && statSync(file).isFile() ? file : null;
  } catch {
    return null; // broken escapes, NUL, no such file
  }
}

/** Read at every request: the folder may be built anew while we serve it. */
function policyOf(folder: string): string | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    return manifest.content_security_policy?.extension_pages;
  } catch {
    return undefined;
  }
}

const listen = (server: Server, host: string, port: number): Promise<Server> =>
  new Promise((done, failed) => {
    server.once('error', failed);
    server.listen({ host, port }, () => {
      server.off('error', failed);
      done(server);
    });
  });

const shut = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
