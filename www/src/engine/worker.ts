// The engine in a worker of its own: the same host, behind messages.
import { expose } from 'comlink';
import { EngineHost } from './host.ts';

expose(new EngineHost());
