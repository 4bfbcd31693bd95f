import { describe, expect, it } from 'vitest';
import { changed, corrections, merged, readCorrections, sound, writeCorrections } from './corrections.ts';
import type { Correction, Item } from './data.ts';

const add = (code: string, item = 'a'): Correction => ({ item, code, action: 'add' });
const remove = (code: string, item = 'a'): Correction => ({ item, code, action: 'remove' });

/** An item with these countries; a `+` before one that only a correction added. */
function item(...codes: string[]): Pick<Item, 'id' | 'countries'> {
  const mention = (kind: string) => [{ text: '', kind, span: [0, 0] as [number, number] }];
  const country = (code: string) => ({ code: code.replace('+', ''), name: '', mentions: mention(code.startsWith('+') ? 'correction' : 'name') });
  return { id: 'a', countries: codes.map(country) };
}

describe('a change by the reader', () => {
  const cases: [string, Correction[], ReturnType<typeof item>, string, 'add' | 'remove', Correction[]][] = [
    ['adds', [], item('NO'), 'PE', 'add', [add('PE')]],
    ['removes what was found', [], item('NO'), 'NO', 'remove', [remove('NO')]],
    ['takes an addition back', [add('PE')], item('NO', '+PE'), 'PE', 'remove', []],
    ['takes a removal back', [remove('NO')], item(), 'NO', 'add', []],
    ['removes what was added and is found by now', [add('NO')], item('NO'), 'NO', 'remove', [remove('NO')]],
    ['leaves other items alone', [add('PE', 'b')], item('NO'), 'PE', 'add', [add('PE', 'b'), add('PE')]],
    ['is not there twice', [add('PE')], item('+PE'), 'PE', 'add', [add('PE')]],
  ];
  it.each(cases)('%s', (_, list, of, code, action, expected) => {
    expect(changed(list, of, code, action)).toEqual(expected);
  });
});

it('an addition counts where only names do, whatever the words were that a removal took', () => {
  expect(changed([remove('US')], item(), 'US', 'add', false)).toEqual([add('US')]);
});

describe('lists', () => {
  it('keep the last of each item and country', () => {
    expect(merged([add('PE'), add('NO')], [remove('PE'), add('PE', 'b')])).toEqual([add('NO'), remove('PE'), add('PE', 'b')]);
  });

  it('come back from a file, wrapped or bare', () => {
    const list = [add('PE'), remove('NO')];
    expect(readCorrections(writeCorrections(list))).toEqual(list);
    expect(readCorrections(JSON.stringify(list))).toEqual(list);
    expect(corrections(null)).toEqual([]);
  });

  it('that were damaged leave what is sound', () => {
    const damaged = [null, 5, 'a', [], {}, { item: 'a' }, add('ZZ'), add('PE'), { ...add('NO'), action: 'drop' }, remove('NO')];
    expect(sound(damaged, new Set(['NO', 'PE']))).toEqual([add('PE'), remove('NO')]);
  });

  it.each(['', 'none', '{}', '{"items":[]}', '[1]', '[{"item":"a"}]', '[{"item":"a","code":"PE","action":"drop"}]', '[{"item":1,"code":"PE","action":"add"}]'])(
    'refuse %s with a remedy',
    (text) => {
      expect(() => readCorrections(text)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^bad-/), fix: expect.stringMatching(/\.$/) }));
    },
  );
});
