// A work report that is open, and what can be done with it: each change is sent, said, and shown as the server then composes it.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { useMay } from '#ui/session.ts';
import type { Outline } from '../model/writer/shapes.ts';
import type { OpenWork, WorkDone } from '../model/writer/work-shapes.ts';
import { workKey } from './writing-queries.ts';

export interface WritingWork {
  readonly isDraft: boolean;
  readonly mayWrite: boolean;
  readonly maySign: boolean;
  readonly isBusy: boolean;
  readonly said: string | null;
  readonly failure: unknown;
  writeText(item: string, body: string, seen: number): Promise<boolean>;
  changeOutline(title: string, outline: Outline): Promise<boolean>;
  comment(item: string, body: string): Promise<boolean>;
  settle(comment: string): Promise<boolean>;
  sign(digest: string): Promise<boolean>;
}

export function useWriting({ report }: OpenWork): WritingWork {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const isDraft = report.status === 'draft';
  const mayWrite = useMay('reports/report:write') && isDraft;
  const maySign = useMay('reports/report:sign') && isDraft;
  const send = async (method: 'POST' | 'PUT', path: string, body: unknown): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    try {
      const { says } = await call<WorkDone>(method, `/reports/own/${report.id}/${path}`, { body });
      setSaid(says);
      await client.invalidateQueries({ queryKey: workKey(report.id) });
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    isDraft,
    mayWrite,
    maySign,
    isBusy,
    said,
    failure,
    writeText: (item, body, seen) => send('PUT', `texts/${item}`, { body, seen }),
    changeOutline: (title, outline) => send('PUT', 'outline', { title, outline, version: report.version }),
    comment: (item, body) => send('POST', 'comments', { item, body }),
    settle: (comment) => send('POST', `comments/${comment}/settle`, {}),
    sign: (digest) => send('POST', 'sign', { digest, version: report.version }),
  };
}
