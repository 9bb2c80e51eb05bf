// Loads a worker from its TypeScript source, where nothing has been built: development and tests.
import { workerData } from 'piscina';
import { register } from 'tsx/esm/api';

register();
const { default: work } = await import(workerData.source);
export default work;
