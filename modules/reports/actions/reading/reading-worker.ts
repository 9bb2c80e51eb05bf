// Runs in a worker thread: a long text or a PDF would stall every request of the process while it is read or checked.
import type { Relation } from '../../model/auditor/relation.ts';
import { type AuditTask, auditDocument, type ReadAnswer, type ReadTask, readDocument } from './tasks.ts';

export default async function readInWorker(task: ReadTask | AuditTask): Promise<ReadAnswer | Relation[]> {
  return 'audited' in task ? auditDocument(task) : readDocument(task);
}
