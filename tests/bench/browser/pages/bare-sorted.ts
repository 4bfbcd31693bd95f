// The bare page with its rows put in order of time when they are loaded, so that a frame looks only at those in view.

import { bare } from './bare-canvas.ts';
import { offer } from '../harness.ts';

offer(bare({ sorted: true }));
