// A place for commands to work: the installation's database and files, and its actions run as the person at the console.
import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { actions } from '#apps/server/actions.ts';
import { migrations } from '#apps/server/migrations.ts';
import { rootOf } from '#apps/server/root-of.ts';
import { permissionNames } from '#modules/accounts/model/permissions.ts';
import { type Actor, systemActor } from '#platform/actor.ts';
import { readConfig } from '#platform/config.ts';
import type { ActionContext, Upload } from '#platform/http/action.ts';
import { runInContext, type Services } from '#platform/http/context.ts';
import { makeLog } from '#platform/log/log.ts';
import { openPlatform } from '#platform/open.ts';
import { Refusal } from '#platform/refusal.ts';
import { say } from './failing.ts';

export interface Workplace {
  readonly services: Services;
  readonly root: string;
  /** Runs an action by its id; what it changes stands in the audit trail under the name of the command line. */
  run<T>(id: string, input: { params?: unknown; query?: unknown; body?: unknown; upload?: Upload }): Promise<T>;
  /** Stores a file as an upload would. */
  take(file: string, fields: Readonly<Record<string, string>>): Promise<Upload>;
}

/** Whoever may use the console of the server may do all that the installation can, in its own root. */
const console = (root: string): Actor => ({
  ...systemActor(root),
  name: '命令行',
  officeName: '命令行',
  permissions: new Set<string>(permissionNames),
});

const largest = 200 * 1024 * 1024;

/** Joins the embedded database of a server that is running; brings the database up to the program first. */
export async function atWork<T>(work: (place: Workplace) => Promise<T>): Promise<T> {
  const config = readConfig();
  const platform = await openPlatform(config, { join: true, log: makeLog({ level: 'silent' }), say, migrations });
  const root = rootOf(config);
  try {
    return await work({
      services: platform.services,
      root,
      async run(id, { params, query, body, upload }) {
        const action = actions.find((candidate) => candidate.id === id);
        if (action === undefined) throw new Error(`there is no action ${id}`);
        const handle = (context: ActionContext) =>
          action.handle(context, { params, query: query ?? {}, body, upload: upload ?? null } as never);
        return (await runInContext(platform.services, console(root), { writes: true, statementMs: 300_000 }, handle)) as never;
      },
      async take(file, fields) {
        if (!statSync(file, { throwIfNoEntry: false })?.isFile())
          throw new Refusal('NO_FILE', `没有文件“${file}”，请核对路径。`, { status: 404 });
        const stored = await platform.services.files.put(createReadStream(file), largest);
        return { ...stored, fileName: path.basename(file), contentType: 'application/octet-stream', fields };
      },
    });
  } finally {
    await platform.close();
  }
}
