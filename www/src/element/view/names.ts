// Names for elements that point at each other. The library's own repeat in one tree, and then a chip opens the panel
// of another.

let names = 0;

export function newName(): string {
  return `dl-${++names}`;
}
