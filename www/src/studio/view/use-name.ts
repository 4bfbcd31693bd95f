// A name that no other element of the page has, the same for as long as the component lives.
import { useState } from 'preact/hooks';

let names = 0;

export function useName(): string {
  const [name] = useState(() => `studio-${++names}`);
  return name;
}
