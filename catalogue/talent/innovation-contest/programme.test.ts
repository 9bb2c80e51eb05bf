// The examples of this folder.
import path from 'node:path';
import { runExamples } from '#testing/examples.ts';
import programme from './programme.ts';

const [entry] = programme.dossiers;
if (entry === undefined) throw new Error('the programme has a dossier');

runExamples(path.join(import.meta.dirname, 'examples'), entry);
