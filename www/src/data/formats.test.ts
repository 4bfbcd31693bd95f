import { describe, expect, test } from 'vitest';
import { tableFromArrays, tableToIPC, timestamp, dateDay, TimeUnit } from '@uwdata/flechette';
import { problemOf, read, type PlainItem } from './testing.ts';

const HEADER = 'id,kind,start,end,date_precision,date_basis,date_expression,date_why,outlet,byline,label,language,state_media,section,countries,text,document,line,span_start,span_end';

/** The same two items in every format, as our exports write them. */
const EXPECTED: PlainItem[] = [
  {
    id: '00c0ffee00c0ffee', start: '2021-01-14', end: '2021-01-15', precision: 0, flags: 1 | 4, text: 'A ship left, "at last".',
    outlet: 'Xinhua', language: 'es', kind: 'report', section: 'NORTH', countries: 'VE~GY',
  },
  { id: '1', start: '2021-02-01', end: '2021-03-01', precision: 4, flags: 2, text: 'Zürich – talks', kind: 'quote', section: 'NORTH', countries: '' },
];

const JSON_ITEMS = [
  {
    id: '00c0ffee00c0ffee', kind: 'report', text: 'A ship left, "at last".', outlet: 'Xinhua', language: 'es', state_media: true, section: 0,
    published: { start: '2021-01-14', end: '2021-01-15', precision: 'day', basis: 'year-inferred', approximate: false },
    countries: [{ code: 'VE', name: 'Venezuela' }, { code: 'GY', name: 'Guyana' }], dates: [], source: { document: 'a.txt', line: 3, span: [0, 9] }, confidence: 'inferred',
  },
  {
    id: '1', kind: 'quote', text: 'Zürich – talks', outlet: null, language: '', section: 0, countries: [], confidence: 'certain',
    published: { start: '2021-02-01', end: '2021-03-01', precision: 'month', basis: 'explicit', approximate: true },
  },
];

describe('the formats of our exports', () => {
  test('CSV', async () => {
    const csv = `${HEADER}\r\n00c0ffee00c0ffee,report,2021-01-14,2021-01-15,day,year-inferred,14-JAN,why,Xinhua,,,es,true,NORTH,VE~GY,"A ship left, ""at last"".",a.txt,3,0,9\r\n1,quote,2021-02-01,2021-03-01,month,explicit,,,,,,,false,NORTH,,Zürich – talks,a.txt,4,10,19\r\n`;
    const { items, remarks } = await read('csv', csv);
    expect(items).toEqual([EXPECTED[0], { ...EXPECTED[1], flags: 0 }]);
    expect(remarks).toEqual([]);
  });

  test('the JSON document names its sections', async () => {
    const { items, remarks } = await read('json', JSON.stringify({ report: { title: 'T', sections: [{ id: 0, title: 'NORTH' }] }, items: JSON_ITEMS, diagnostics: [{ code: 'x' }] }, null, 2));
    expect(items).toEqual(EXPECTED);
    expect(remarks).toEqual([]);
  });

  test('NDJSON, and a JSON list: sections by number', async () => {
    const expected = EXPECTED.map((item) => ({ ...item, section: '0' }));
    expect((await read('ndjson', JSON_ITEMS.map((item) => JSON.stringify(item)).join('\n'))).items).toEqual(expected);
    expect((await read('json', ` \n${JSON.stringify(JSON_ITEMS)}`)).items).toEqual(expected);
  });
});

describe('foreign tables', () => {
  test.each<[name: string, csv: string, expected: Partial<PlainItem>[]]>([
    ['names in any case', 'Date,Country Code,Headline\n2021-01-14,ve,Hello\n', [{ start: '2021-01-14', countries: 'VE', text: 'Hello' }]],
    ['semicolons', 'date;text\n2021-01;a,b\n', [{ start: '2021-01-01', precision: 4, text: 'a,b' }]],
    ['tabs', 'date\ttext\n2021\tx\n', [{ start: '2021-01-01', precision: 7, text: 'x' }]],
    ['the better name wins, in any order', 'summary,title,text,date\nS,T,X,2021\n,T,,2021\nS,,,2021\n', [{ text: 'X' }, { text: 'T' }, { text: 'S' }]],
    ['breaks in cells', 'date,text\n2021-01-01,"two\nlines"\n2021-01-02,b\n', [{ text: 'two\nlines' }, { start: '2021-01-02', text: 'b' }]],
    ['a byte order mark', '\ufeffdate,text\n2021-01-01,x\n', [{ start: '2021-01-01' }]],
    ['blank lines and no last line end', 'date,text\n\n2021-01-01,x\n\n2021-01-02,y', [{ text: 'x' }, { text: 'y' }]],
    ['old line ends', 'date,text\r2021-01-01,x\r', [{ text: 'x' }]],
    ['guarded formulas', "date,text\n2021-01-01,'=1+1\n2021-01-01,'tis\n", [{ text: '=1+1' }, { text: "'tis" }]],
    ['an undated item', 'date,text\n,x\n', [{ start: null, text: 'x' }]],
    ['several codes, one twice', 'date,iso2\n2021,"VE, GY;VE"\n', [{ countries: 'VE~GY', text: '' }]],
  ])('%s', async (_, csv, expected) => {
    const { items, remarks } = await read('csv', csv);
    expect(items).toMatchObject(expected);
    expect(items).toHaveLength(expected.length);
    expect(remarks).toEqual([]);
  });

  test('UTF-16 and Windows-1252 are told', async () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...'date,text\n2021,ü\n'].flatMap((each) => [each.charCodeAt(0) & 255, each.charCodeAt(0) >> 8])]);
    expect((await read('csv', utf16)).items[0]?.text).toBe('ü');
    const latin = Uint8Array.from([...'date,text\n2021,ü\n'].map((each) => each.charCodeAt(0)));
    const { items, remarks } = await read('csv', latin);
    expect(items[0]?.text).toBe('ü');
    expect(remarks.map(({ code }) => code)).toEqual(['encoding-guessed']);
  });
});

describe('what is wrong in a row is counted, with the line of the first', () => {
  test.each<[name: string, format: 'csv' | 'ndjson' | 'json', content: string, items: number, remarks: [code: string, times: number, line: number][]]>([
    ['dates', 'csv', 'date,text\n2021,a\n31/12/2020,b\n2020-13-01,c\n', 3, [['unreadable-date', 2, 3]]],
    ['ends', 'csv', 'date,end,text\n2021-01-02,2021-01-01,a\n2021-01-02,soon,b\n', 2, [['unreadable-end', 2, 2]]],
    ['countries', 'csv', 'date,country\n2021,VE\n2021,Venezuela\n2021,ZZ~GY\n', 3, [['unknown-country', 2, 3]]],
    ['no items', 'csv', 'date,text\n2021,a\n,\n', 1, [['no-item', 1, 3]]],
    ['cells', 'csv', 'date,text\n"2\n021",x\n2021,a,b\n2021\n', 3, [['unreadable-date', 1, 2], ['ragged-row', 2, 4]]],
    ['quotes', 'csv', 'date,text\n2021,a\n2021,"b\n2021,c\n', 2, [['unclosed-quote', 1, 3]]],
    ['lines', 'ndjson', '{"date":"2021","text":"a"}\n{"date":\n\n[1]\n7\nnull\n{}\n{"other":1}\n{"date":"2021"}', 2, [['bad-row', 1, 2], ['no-item', 5, 4]]],
    ['entries', 'json', '[{"date":"2021"}, 3, [], {"text":"b"}]', 2, [['no-item', 2, 2]]],
    ['precisions', 'csv', 'date,date_precision,text\n2021,eon,a\n', 1, [['unknown-precision', 1, 2]]],
  ])('%s', async (_, format, content, items, expected) => {
    const found = await read(format, content);
    expect(found.items).toHaveLength(items);
    expect(found.remarks.map(({ code, message, line }) => [code, Number.parseInt(message, 10), line])).toEqual(expected);
    for (const { message, fix } of found.remarks) expect(Boolean(message && fix)).toBe(true);
  });

  test('long texts are cut, other values kept as they are', async () => {
    const { items, remarks } = await read('ndjson', JSON.stringify({ date: '2021', text: 'x'.repeat(100_000) }));
    expect(items[0]?.text).toHaveLength(65_536);
    expect(remarks[0]?.code).toBe('long-text');
  });
});

describe('a file without items, or that is none of the format, is refused', () => {
  test.each<[name: string, format: 'csv' | 'ndjson' | 'json' | 'arrow', content: BlobPart, code: string]>([
    ['nothing', 'csv', '', 'no-items'],
    ['a header alone', 'csv', 'date,text\n', 'no-items'],
    ['no known name', 'csv', 'a,b\n1,2\n', 'no-items'],
    ['no header', 'csv', '2021-01-14,x\n2021-01-15,y\n', 'no-items'],
    ['prose', 'ndjson', 'This is a report.\nIt has lines.\n', 'no-items'],
    ['nothing', 'ndjson', '', 'no-items'],
    ['nothing', 'json', ' \n ', 'no-items'],
    ['an object', 'json', '{"a": [1, 2]}', 'no-items'],
    ['a text', 'json', '"a"', 'no-items'],
    ['an empty list', 'json', '[]', 'no-items'],
    ['a list that ends early', 'json', '[{"date":"2021"},{"da', 'bad-json'],
    ['more after the end', 'json', '[{"date":"2021"}] x', 'bad-json'],
    ['no JSON', 'json', 'date,text', 'bad-json'],
    ['noise', 'arrow', Uint8Array.from({ length: 300 }, (_, at) => (at * 7919) % 251), 'bad-arrow'],
    ['a text', 'arrow', 'This is no Arrow file, whatever its name may be.', 'bad-arrow'],
    ['nothing', 'arrow', '', 'no-items'],
  ])('%s as %s', async (_, format, content, code) => expect(await problemOf(format, content)).toBe(code));

  test('a cell without an end', async () => {
    const cell = `date,text\n2021-01-01,a\n2021-01-02,"${'word '.repeat(10 * 2 ** 20)}`;
    expect(await problemOf('csv', cell)).toBe('row-too-long');
  });

  test('a line without an end is left out, and the rest goes on', async () => {
    const { items, remarks } = await read('ndjson', `{"date":"2021"}\n{"text":"${'word '.repeat(5 * 2 ** 20)}"}\n{"date":"2022"}\n`);
    expect(items.map(({ start }) => start)).toEqual(['2021-01-01', '2022-01-01']);
    expect(remarks.map(({ code, line }) => [code, line])).toEqual([['long-row', 2]]);
  });
});

describe('Arrow', () => {
  const day = (text: string) => new Date(text);
  const table = tableFromArrays(
    {
      date: [day('2021-01-14'), null, day('2021-01-16')],
      headline: ['Zürich', 'b', null],
      outlet: ['Reuters', 'Reuters', 'EFE'],
      countries: [['VE', 'GY'], [], ['ZZ']],
    },
    { types: { date: timestamp(TimeUnit.MILLISECOND) } },
  );
  const expected = [
    { start: '2021-01-14', text: 'Zürich', outlet: 'Reuters', countries: 'VE~GY' },
    { start: null, text: 'b', outlet: 'Reuters', countries: '' },
    { start: '2021-01-16', text: '', outlet: 'EFE', countries: '' },
  ];

  test.each(['file', 'stream'] as const)('%s', async (format) => {
    const { items, remarks } = await read('arrow', tableToIPC(table, { format }) as Uint8Array<ArrayBuffer>);
    expect(items).toMatchObject(expected);
    expect(remarks.map(({ code, line }) => [code, line])).toEqual([['unknown-country', 3]]);
  });

  test('days, and a file that ends early', async () => {
    const days = tableFromArrays({ day: [day('2021-01-14'), day('1969-12-31')] }, { types: { day: dateDay() } });
    const bytes = tableToIPC(days, { format: 'file' }) as Uint8Array<ArrayBuffer>;
    expect((await read('arrow', bytes)).items.map(({ start, precision }) => [start, precision])).toEqual([['2021-01-14', 0], ['1969-12-31', 0]]);
    for (const share of [0.3, 0.6, 0.95]) expect(await problemOf('arrow', bytes.slice(0, bytes.length * share)), `${share}`).toBe('bad-arrow');
  });
});
