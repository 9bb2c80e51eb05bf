// Notes in the database who uploaded which content under which name.
import { sql } from 'kysely';
import { uuidv7 } from '../db/uuid.ts';
import type { ActionContext, Upload } from '../http/action.ts';

export async function recordUpload(context: ActionContext, upload: Upload): Promise<string> {
  const id = uuidv7();
  await sql`insert into platform.file (root, id, sha256, size, content_type, file_name, uploaded_by, uploaded_at)
    values (${context.actor.root}, ${id}, ${upload.sha256}, ${upload.size}, ${upload.contentType}, ${upload.fileName},
            ${context.actor.accountId}, ${context.now})`.execute(context.db);
  return id;
}
