// The bare page: typed arrays and a canvas, written by hand, every row looked at in every frame. No labels, lanes, hit test
// or texts.

import { bare } from './bare-canvas.ts';
import { offer } from '../harness.ts';

offer(bare({ sorted: false }));
