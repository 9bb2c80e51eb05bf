// The journeys, one for each audience: explicit, in the order in which they build on each other.
import type { Walker } from '../browser.ts';
import { assignment } from './assignment.ts';
import { calculation } from './calculation.ts';
import { challenge } from './challenge.ts';
import { cockpit } from './cockpit.ts';
import { counter } from './counter.ts';
import { documents } from './documents.ts';
import { funds } from './funds.ts';
import { innovationIndex } from './innovation-index.ts';
import { leader } from './leader.ts';
import { makerspace } from './makerspace.ts';
import { outsideValues } from './outside-values.ts';
import { publicFace } from './public.ts';
import { reader } from './reader.ts';
import { recognition } from './recognition.ts';
import { registers } from './registers.ts';
import { registry } from './registry.ts';
import { returns } from './returns.ts';
import { review } from './review.ts';
import { targets } from './targets.ts';
import { technologySme } from './technology-sme.ts';
import { writer } from './writer.ts';

export interface Journey {
  readonly name: string;
  /** The journey in a sentence. */
  readonly says: string;
  walk(walker: Walker): Promise<void>;
}

export const journeys: readonly Journey[] = [
  recognition,
  leader,
  registry,
  reader,
  calculation,
  publicFace,
  funds,
  returns,
  documents,
  registers,
  review,
  assignment,
  targets,
  outsideValues,
  cockpit,
  innovationIndex,
  writer,
  challenge,
  technologySme,
  makerspace,
  counter,
];
