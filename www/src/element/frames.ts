// The display's frames, as far as the page can tell them.

/** Resolves at the next frame. In a hidden page there are none; then a timer stands in. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve);
    else requestAnimationFrame(() => resolve());
  });
}

/** Resolves when what was just changed is on the screen: the first frame takes it along, the second comes after it. */
export async function presented(): Promise<void> {
  await nextFrame();
  await nextFrame();
}
