// A picture of what would be saved, drawn again when the choices rest for a moment.
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../engine/problem.ts';
import { imageOptions, type ImagePlan } from '../export-plan.ts';
import { problemOf } from '../problem.ts';
import type { Viewer } from '../viewer.ts';

const PAUSE_MS = 120;
/** Sharp enough for the dialog, and soon drawn. */
const PREVIEW_SCALE = 1;

interface Preview {
  address: string | null;
  problem: Problem | null;
  busy: boolean;
}

export function usePreview(plan: ImagePlan, viewer: Viewer): Preview {
  const [preview, setPreview] = useState<Preview>({ address: null, problem: null, busy: true });
  const asked = JSON.stringify({ ...plan, scale: PREVIEW_SCALE });
  useEffect(() => {
    let current = true;
    setPreview((before) => ({ ...before, busy: true }));
    const timer = setTimeout(async () => {
      const made = await draw(plan, viewer);
      if (!current) return release(made.address);
      setPreview((before) => {
        release(before.address);
        return { ...made, busy: false };
      });
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked]);
  useEffect(() => () => release(preview.address), []);
  return preview;
}

async function draw(plan: ImagePlan, viewer: Viewer): Promise<Omit<Preview, 'busy'>> {
  try {
    const blob = await viewer.exportImage(imageOptions(plan, PREVIEW_SCALE));
    return { address: URL.createObjectURL(blob), problem: null };
  } catch (error) {
    return { address: null, problem: problemOf(error) };
  }
}

function release(address: string | null): void {
  if (address) URL.revokeObjectURL(address);
}
