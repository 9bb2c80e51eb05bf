// Loads the worker from its TypeScript source, where nothing has been built: development and tests.
import { register } from 'tsx/esm/api';

register();
const { default: evaluateInWorker } = await import('./evaluating-worker.ts');
export default evaluateInWorker;
