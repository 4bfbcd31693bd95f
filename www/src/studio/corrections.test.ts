import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Correction } from '../engine/data.ts';
import { documentKey, keepCorrections, keptCorrections } from './corrections.ts';

const list: Correction[] = [{ item: 'a', code: 'PE', action: 'add' }];
const report = { series: 'MONITOR', number: '7', title: 'Ports' };

beforeEach(() => {
  const entries = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => entries.set(key, value),
    removeItem: (key: string) => entries.delete(key),
    get length() {
      return entries.size;
    },
  });
});

describe('corrections of a document', () => {
  it('are kept until there are none', () => {
    keepCorrections('one', list);
    expect(keptCorrections('one')).toEqual(list);
    expect(keptCorrections('other')).toEqual([]);
    keepCorrections('one', []);
    expect(keptCorrections('one')).toEqual([]);
    expect(localStorage.length).toBe(0);
  });

  it('make room: the oldest of many documents goes', () => {
    for (let at = 0; at <= 200; at++) keepCorrections(String(at), list);
    expect([keptCorrections('0'), keptCorrections('1')]).toEqual([[], list]);
  });

  it('survive nonsense in the storage', () => {
    for (const nonsense of ['', '{', '{}', '[1, [2], null]']) {
      localStorage.setItem('dateline-corrections', nonsense);
      expect(keptCorrections('one')).toEqual([]);
    }
  });
});

describe('the name of a document', () => {
  it('is that of the report, whatever its text, and holds none of its words', () => {
    expect(documentKey(report, 'a')).toBe(documentKey(report, 'b'));
    expect(documentKey(report, 'a')).not.toBe(documentKey({ ...report, number: '8' }, 'a'));
    expect(documentKey(report, 'a')).toMatch(/^[0-9a-z]+$/);
  });

  it('is that of the text where the report has none', () => {
    const unnamed = { series: null, number: null, title: '' };
    expect(documentKey(unnamed, 'a')).not.toBe(documentKey(unnamed, 'b'));
  });
});
